// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include <boost/test/unit_test.hpp>

#include "tests/unit/store/example_site.h"
#include "tests/unit/store/file_bytes.h"
#include "tests/unit/support/practice.h"
#include "wizard/store/site_store.h"

using namespace onshi;
using namespace onshi::test;

BOOST_AUTO_TEST_SUITE(site_store_tests)

BOOST_AUTO_TEST_CASE(an_empty_folder_is_an_empty_site) {
  const ScratchFolder scratch;
  const SiteStore store(scratch.path() / "not" / "yet");
  BOOST_CHECK(store.load_site().value() == Site{});
  BOOST_CHECK(store.load_progress() == Progress{});
  BOOST_CHECK(store.load_certificate().error().what == StoreTrouble::What::not_found);
  BOOST_CHECK(!store.load_run());
  BOOST_CHECK_MESSAGE(!std::filesystem::exists(store.folder()), "looking must not create anything");
}

BOOST_AUTO_TEST_CASE(everything_comes_back_in_a_second_store_of_the_same_folder) {
  const ScratchFolder scratch;
  const Progress progress{.mode = "setup", .step = "reader", .language = "en", .text_percent = 150};
  const std::string certificate("\x30\x82\0\xff", 4);
  {
    SiteStore store(scratch.path() / "site");
    BOOST_REQUIRE(store.save_site(example_site()));
    BOOST_REQUIRE(store.save_certificate(certificate));
    BOOST_REQUIRE(store.save_progress(progress));
    BOOST_REQUIRE(store.save_run("{\"verdict\":\"ok\"}"));
  }
  const SiteStore again(scratch.path() / "site");
  BOOST_CHECK(again.load_site().value() == example_site());
  BOOST_CHECK(again.load_certificate().value() == certificate);
  BOOST_CHECK(again.load_progress() == progress);
  BOOST_CHECK_EQUAL(again.load_run().value(), "{\"verdict\":\"ok\"}");
}

BOOST_AUTO_TEST_CASE(a_damaged_site_is_a_fault_and_is_kept_aside_by_the_next_save) {
  const ScratchFolder scratch;
  SiteStore store(scratch.path());
  for (const std::string name : {"site.damaged.xml", "site.damaged-2.xml"}) {
    put_bytes(scratch.path() / "site.xml", "<site version=\"1\"><inst" + name);
    BOOST_CHECK(store.load_site().error().what == FileFault::What::not_xml);
    BOOST_REQUIRE(store.save_site(example_site()));
    BOOST_CHECK_EQUAL(bytes_of(scratch.path() / name), "<site version=\"1\"><inst" + name);
    BOOST_CHECK(store.load_site().value() == example_site());
  }
}

BOOST_AUTO_TEST_CASE(a_site_of_a_newer_program_is_kept_aside_too) {
  const ScratchFolder scratch;
  SiteStore store(scratch.path());
  put_bytes(scratch.path() / "site.xml", "<site version=\"2\"/>");
  BOOST_CHECK(store.load_site().error().what == FileFault::What::wrong_version);
  BOOST_REQUIRE(store.save_site(Site{}));
  BOOST_CHECK(std::filesystem::exists(scratch.path() / "site.damaged.xml"));
}

BOOST_AUTO_TEST_CASE(a_record_that_cannot_be_looked_at_is_not_called_absent) {
  const SiteStore store("/" + std::string(300, 'x'));  // looking fails, as below another user's folder
  BOOST_CHECK(store.load_site().error().what == FileFault::What::unreadable);
}

BOOST_AUTO_TEST_CASE(damaged_progress_is_the_default_and_odd_sizes_are_bounded) {
  const ScratchFolder scratch;
  const SiteStore store(scratch.path());
  put_bytes(scratch.path() / "progress.xml", "<progress mode=\"set");
  BOOST_CHECK(store.load_progress() == Progress{});
  put_bytes(scratch.path() / "progress.xml",
            "<progress version=\"1\" mode=\"health\" text_percent=\"9000\"/>");
  BOOST_CHECK_EQUAL(store.load_progress().text_percent, 200);
  BOOST_CHECK_EQUAL(store.load_progress().mode, "health");
}

BOOST_AUTO_TEST_CASE(the_default_folder_follows_the_users_environment) {
  struct Row {
    const char *data, *home, *expected;
  };
  for (const Row& row : {Row{"/data", "/home/kaku", "/data/onshi-setup"},
                         Row{"", "/home/kaku", "/home/kaku/.local/share/onshi-setup"},
                         Row{"relative", "/home/kaku", "/home/kaku/.local/share/onshi-setup"}}) {
    setenv("XDG_DATA_HOME", row.data, 1);
    setenv("HOME", row.home, 1);
    unsetenv("APPDATA");
    BOOST_CHECK_EQUAL(default_site_folder(), row.expected);
  }
}

BOOST_AUTO_TEST_SUITE_END()
