// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/support/practice.h"
#include "wizard/actions/undo_slip.h"

namespace onshi {
namespace {

UndoSlip full() {
  UndoSlip slip;
  slip.state = UndoSlip::State::undoing;
  slip.when = std::chrono::sys_days{std::chrono::year{2026} / 11 / 21} + std::chrono::hours{3};
  slip.store_there = true;
  slip.certificate = "ab12";
  slip.certificates = {{"ab12", false, false, {}}, {"cd34", true, true, "16,0,1"}};
  slip.policies = {{"/etc/chromium/a.json", "{\n \"a\": \"<&>\"\n}\n", "{}\n"},
                   {"/etc/b.json", std::nullopt, "x"}};
  slip.folders = {"/home/clinic/.pki", "/home/clinic/.pki/nssdb"};
  return slip;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(undo_slip_tests)

BOOST_AUTO_TEST_CASE(what_was_written_is_read) {
  const test::ScratchFolder site;
  BOOST_REQUIRE(save_slip(site.path(), full()).has_value());
  const auto read = load_slip(site.path());
  BOOST_REQUIRE((read.has_value() && read->has_value()));
  BOOST_TEST((**read == full()));
}

BOOST_AUTO_TEST_CASE(an_empty_file_before_is_another_thing_than_none) {
  const test::ScratchFolder site;
  UndoSlip slip = full();
  slip.policies = {{"/etc/a.json", "", "x"}, {"/etc/b.json", std::nullopt, "x"}};
  BOOST_REQUIRE(save_slip(site.path(), slip).has_value());
  BOOST_TEST(((*load_slip(site.path()))->policies == slip.policies));
}

BOOST_AUTO_TEST_CASE(the_state_tells_the_wish) {
  const test::ScratchFolder site;
  BOOST_TEST((browser_wish(site.path()) == BrowserWish::none));
  UndoSlip slip = full();
  for (const auto& [state, wish] : {std::pair{UndoSlip::State::applying, BrowserWish::unfinished},
                                    {UndoSlip::State::applied, BrowserWish::installed},
                                    {UndoSlip::State::undoing, BrowserWish::unfinished}}) {
    slip.state = state;
    BOOST_REQUIRE(save_slip(site.path(), slip).has_value());
    BOOST_TEST((browser_wish(site.path()) == wish));
  }
  BOOST_REQUIRE(drop_slip(site.path()).has_value());
  BOOST_TEST((browser_wish(site.path()) == BrowserWish::none));
}

BOOST_AUTO_TEST_CASE(a_damaged_slip_is_no_absent_one) {
  for (const char* text : {"", "<undo", "<undo version=\"2\"/>", "<undo version=\"1\" state=\"maybe\"/>"}) {
    const test::ScratchFolder site;
    site.write("undo-browser.xml", text);
    const auto read = load_slip(site.path());
    BOOST_REQUIRE(!read.has_value());
    BOOST_TEST((read.error().what == ActionFault::What::slip_damaged));
    BOOST_TEST((browser_wish(site.path()) == BrowserWish::unfinished));
  }
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_made_is_told) {
  const test::ScratchFolder folder;
  const auto file = folder.write("file", "");
  const auto saved = save_slip(file / "site", full());
  BOOST_REQUIRE(!saved.has_value());
  BOOST_TEST((saved.error().what == ActionFault::What::slip_refused));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
