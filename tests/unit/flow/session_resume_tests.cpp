// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/flow/desk.h"
#include "tests/unit/store/file_bytes.h"

using namespace onshi;
using namespace onshi::test;

namespace {

const std::string production_password = "K7$mlI1O0-_q#Z|w";
const std::string verification_password = "t0O%1lI|_-Q9&xGh";
const std::string certificate_password = "invented-4821";

void fill(Session& session) {
  session.set_mode("setup");
  session.set_language("en");
  session.set_text_percent(150);
  session.set_institution({InstitutionKind::institution_code, "1319999129", "架空医院", "受付1号機"});
  session.set_line({LineType::ip_vpn_ntt, "CAF0000012345", V6Declaration::contracted});
  session.confirm_reader({.name = "SONY FeliCa RC-S300/P"});
  session.set_sheet(Environment::production, sheet_with(Environment::production, production_password));
  session.set_sheet(Environment::verification, sheet_with(Environment::verification, verification_password));
  put_certificate(session, certificate_password);
  session.waive(StepId::connectivity, "回線は明日開通します");
  session.go_to(StepId::connectivity);
}

/// A terminal on which a filled-in session was killed after its passwords went into the keyring.
struct RememberingDesk : Desk {
  RememberingDesk() {
    keyring = std::make_shared<FakeKeyring>();
    Session killed = session();
    fill(killed);
    killed.set_remember(true);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(session_resume_tests)

BOOST_AUTO_TEST_CASE(a_killed_wizard_comes_back_to_its_page_with_everything_confirmed) {
  const Desk desk;
  Session killed = desk.session();  // never told that its time is over
  fill(killed);
  const Session again = desk.session();
  BOOST_CHECK(again.current() == StepId::connectivity);
  BOOST_CHECK(again.site() == killed.site());
  BOOST_CHECK(again.progress() == killed.progress());
  BOOST_CHECK(!again.trouble());
}

BOOST_AUTO_TEST_CASE(passwords_are_asked_again_without_a_keyring) {
  const Desk desk;
  Session killed = desk.session();
  fill(killed);
  BOOST_CHECK(killed.has_password(Environment::production));
  Session again = desk.session();
  BOOST_CHECK(!again.has_password(Environment::production));
  BOOST_CHECK(!again.has_password(Environment::verification));
  BOOST_CHECK(again.certificate() == nullptr);
  BOOST_CHECK_EQUAL(duties_in(again, StepId::certificate), "duty.certificate.unlock");
  BOOST_CHECK(!again.unlock_certificate(secret(certificate_password)));
  BOOST_CHECK(again.certificate() != nullptr);
  BOOST_CHECK(again.site() == killed.site());
}

BOOST_AUTO_TEST_CASE(no_password_is_in_any_written_byte) {
  const Desk desk;
  Session session = desk.session();
  fill(session);
  session.set_remember(true);
  const std::string written = all_bytes_in(desk.folder());
  BOOST_REQUIRE(written.find("kakuM13S0001") != std::string::npos);
  for (const std::string& password : {production_password, verification_password, certificate_password}) {
    BOOST_CHECK(written.find(password) == std::string::npos);
    BOOST_CHECK(written.find(password.substr(0, 8)) == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(the_keyring_gives_the_passwords_back) {
  Desk desk;
  desk.keyring = std::make_shared<FakeKeyring>();
  Session killed = desk.session();
  fill(killed);
  BOOST_CHECK_MESSAGE(desk.keyring->entries.empty(), "only when the person wishes");
  killed.set_remember(true);
  const Session again = desk.session();
  BOOST_REQUIRE(again.master_password(Environment::production) != nullptr);
  again.master_password(Environment::production)->reveal([](std::string_view characters) {
    BOOST_CHECK_EQUAL(characters, production_password);
  });
  BOOST_CHECK(again.has_password(Environment::verification));
  BOOST_CHECK(again.certificate() != nullptr);
}

BOOST_AUTO_TEST_CASE(a_wish_to_remember_counts_for_what_is_given_later) {
  Desk desk;
  desk.keyring = std::make_shared<FakeKeyring>();
  Session killed = desk.session();
  killed.set_remember(true);
  fill(killed);
  const Session again = desk.session();
  BOOST_CHECK(again.remembers());
  BOOST_CHECK(again.has_password(Environment::production));
  BOOST_CHECK(again.has_password(Environment::verification));
  BOOST_CHECK(again.certificate() != nullptr);
}

BOOST_AUTO_TEST_CASE(taking_the_wish_back_takes_the_passwords_out_of_the_keyring) {
  const RememberingDesk desk;
  Session again = desk.session();
  again.set_remember(false);
  BOOST_CHECK(desk.keyring->entries.empty());
  BOOST_CHECK_MESSAGE(again.has_password(Environment::production), "what is in hand stays in hand");
  again.set_sheet(Environment::production, sheet_with(Environment::production, "typed since"));
  BOOST_CHECK(desk.keyring->entries.empty());
  BOOST_CHECK(!desk.session().remembers());
}

BOOST_AUTO_TEST_CASE(what_replaces_a_sheet_or_certificate_leaves_no_old_password_in_the_keyring) {
  const RememberingDesk desk;
  Session again = desk.session();
  const auto entries = desk.keyring->entries.size();
  SheetWithPassword corrected = sheet_with(Environment::production, production_password);
  corrected.sheet.master_user_id = "kakuM13S0002";
  again.set_sheet(Environment::production, corrected);
  put_certificate(again, certificate_password);
  BOOST_CHECK_EQUAL(desk.keyring->entries.size(), entries);
  again.set_sheet(Environment::verification, sheet_with(Environment::verification, ""));
  BOOST_CHECK_EQUAL(desk.keyring->entries.size(), entries - 1);
  again.set_remember(false);
  BOOST_CHECK(desk.keyring->entries.empty());
}

BOOST_AUTO_TEST_CASE(a_keyring_that_knows_a_password_of_before_does_not_unlock) {
  const RememberingDesk desk;
  for (auto& [entry, kept] : desk.keyring->entries) kept = secret("of before");
  const Session again = desk.session();
  BOOST_CHECK(again.certificate() == nullptr);
  BOOST_CHECK(!again.trouble());
}

BOOST_AUTO_TEST_CASE(a_keyring_that_answers_late_does_not_replace_what_was_typed_since) {
  const RememberingDesk desk;
  Session again = desk.session();
  again.set_sheet(Environment::production, sheet_with(Environment::production, "typed since"));
  again.load_from_keyring();
  again.master_password(Environment::production)->reveal([](std::string_view characters) {
    BOOST_CHECK_EQUAL(characters, "typed since");
  });
}

BOOST_AUTO_TEST_CASE(a_crash_between_certificate_and_site_is_healed_by_the_password) {
  const Desk desk;
  Session killed = desk.session();
  put_certificate(killed, "old");
  const std::string newer = invented_p12("new");
  BOOST_REQUIRE(killed.store().save_certificate(newer));
  Session again = desk.session();
  BOOST_CHECK(!again.unlock_certificate(secret("new")));
  BOOST_REQUIRE(again.site().certificate);
  BOOST_CHECK_NE(again.site().certificate->fingerprint, killed.site().certificate->fingerprint);
  BOOST_CHECK(desk.session().site() == again.site());
}

BOOST_AUTO_TEST_CASE(changes_made_together_are_stored_as_one) {
  const Desk desk;
  Session session = desk.session();
  session.together([&] {
    session.set_institution({InstitutionKind::institution_code, "1319999129", "", ""});
    put_certificate(session, "4821");
    BOOST_CHECK(desk.session().site() == Site{});
  });
  BOOST_CHECK(desk.session().site() == session.site());
  BOOST_CHECK(!desk.session().trouble());
}

BOOST_AUTO_TEST_SUITE_END()
