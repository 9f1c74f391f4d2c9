// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/store/disk_faults.h"
#include "tests/unit/store/example_site.h"
#include "tests/unit/store/file_bytes.h"
#include "tests/unit/support/practice.h"
#include "wizard/store/site_store.h"

using namespace onshi;
using namespace onshi::test;
using What = StoreTrouble::What;

BOOST_AUTO_TEST_SUITE(store_trouble_tests)

BOOST_AUTO_TEST_CASE(a_read_only_folder_is_said_for_every_file) {
  const ScratchFolder scratch;
  SiteStore store(scratch.path());
  const ReadOnlyFolder read_only(scratch.path());
  BOOST_CHECK(store.save_site(example_site()).error().what == What::read_only);
  BOOST_CHECK(store.save_certificate("bytes").error().what == What::read_only);
  BOOST_CHECK(store.save_progress({}).error().what == What::read_only);
  BOOST_CHECK(store.save_run("{}").error().what == What::read_only);
  BOOST_CHECK_EQUAL(store.save_run("{}").error().file, scratch.path() / "run.json");
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_made_is_read_only_too) {
  const ScratchFolder scratch;
  SiteStore store(scratch.path() / "new");
  const ReadOnlyFolder read_only(scratch.path());
  BOOST_CHECK(store.save_site(example_site()).error().what == What::read_only);
}

BOOST_AUTO_TEST_CASE(a_folder_that_has_no_place_is_not_a_file_that_went_away) {
  SiteStore store("/proc/onshi-setup");
  BOOST_CHECK(store.save_site(example_site()).error().what == What::failed);
  BOOST_CHECK(store.save_run("{}").error().what == What::failed);
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_said_and_the_old_site_stays) {
  const ScratchFolder scratch;
  SiteStore store(scratch.path());
  BOOST_REQUIRE(store.save_site(example_site()));
  {
    const FullDisk full;
    BOOST_CHECK(store.save_site(Site{}).error().what == What::full);
  }
  BOOST_CHECK(store.load_site().value() == example_site());
}

BOOST_AUTO_TEST_CASE(a_damaged_site_that_cannot_be_kept_aside_is_not_overwritten) {
  const ScratchFolder scratch;
  put_bytes(scratch.path() / "site.xml", "<site");
  std::filesystem::permissions(scratch.path() / "site.xml", std::filesystem::perms::all);
  SiteStore store(scratch.path());
  {
    const ReadOnlyFolder read_only(scratch.path());
    BOOST_CHECK(store.save_site(example_site()).error().what == What::read_only);
  }
  BOOST_CHECK_EQUAL(bytes_of(scratch.path() / "site.xml"), "<site");
}

BOOST_AUTO_TEST_SUITE_END()
