// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/terminal/software_view.h"
#include "tests/unit/terminal/terminal.h"

namespace onshi {
namespace {

using test::Situation;

const std::string kTable = "C:\\OQSComApp\\conf\\api_table.conf";
const std::string kAuth = "C:\\OQS-Auth\\OqsAuth.ini";
const std::string kReaders = "C:\\OQS-Auth\\ReaderInfo.ini";
const std::string kDesktop = "C:\\Users\\Public\\Desktop";
const std::string kList = "初期アカウント情報(*).txt";
const std::string kShortcut = "資格確認(接続検証環境).url";

Service service(const std::string& host, std::optional<Environment> environment) {
  Service made;
  made.host = host;
  made.environment = environment;
  return made;
}

Situation terminal() {
  Situation situation = test::healthy_terminal();
  auto& profile = situation.profile;
  profile.services.push_back(service("portal.production.example", Environment::production));
  profile.services.push_back(service("api.production.example", Environment::production));
  profile.services.push_back(service("portal.verification.example", Environment::verification));
  profile.services.push_back(service("api.tkk-stg.example", Environment::verification));
  profile.software = {{SoftwareSettings::Part::exchange_app, kTable, false},
                      {SoftwareSettings::Part::face_library, kAuth, false},
                      {SoftwareSettings::Part::face_library, kReaders, false}};
  profile.left_files = {{LeftFile::Kind::hand_over, kDesktop, kList, false},
                        {LeftFile::Kind::verification_shortcut, kDesktop, kShortcut, false}};
  return situation;
}

void say(Situation& situation, const std::string& file, std::vector<ConnectionSettings::Place> places) {
  situation.seen.connection_settings[file].settings.places = std::move(places);
}

void lay(Situation& situation, const std::string& name, Seen<bool> looked = true) {
  situation.seen.found_files.push_back({kDesktop, name, std::move(looked)});
}

Finding software(const Situation& situation) {
  return test::terminal_finding(situation, "terminal.software");
}
Finding left(const Situation& situation) { return test::terminal_finding(situation, "terminal.left_files"); }

std::string fact(const Finding& finding, const char* key) { return finding.facts.value(key).value_or("-"); }

void expect(const Finding& finding, Verdict verdict, int number) {
  BOOST_TEST(name_of(finding.verdict) == name_of(verdict));
  BOOST_TEST(static_cast<int>(finding.number) == number);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(software_check_tests)

BOOST_AUTO_TEST_CASE(a_terminal_without_the_software_is_said_to_be_one) {
  const Finding finding = software(terminal());
  expect(finding, Verdict::ok, 860);
  BOOST_TEST(fact(finding, "software_state") == "software_not_installed");
  BOOST_TEST(fact(finding, "exchange_app") == "not_installed");
  expect(left(terminal()), Verdict::ok, 860);
}

BOOST_AUTO_TEST_CASE(programs_that_point_at_one_environment_are_good) {
  Situation situation = terminal();
  say(situation, kTable, {{1, "portal.verification.example"}, {2, "api.tkk-stg.example"}});
  say(situation, kAuth, {{7, "portal.verification.example"}});
  Finding finding = software(situation);
  expect(finding, Verdict::ok, 860);
  BOOST_TEST(fact(finding, "software_state") == "software_verification");
  say(situation, kTable, {{1, "api.production.example"}});
  say(situation, kAuth, {{7, "portal.production.example"}});
  finding = software(situation);
  expect(finding, Verdict::ok, 860);
  BOOST_TEST(fact(finding, "software_state") == "software_production");
}

BOOST_AUTO_TEST_CASE(one_program_alone_says_what_it_points_at) {
  Situation situation = terminal();
  say(situation, kTable, {{1, "api.production.example"}});
  const Finding finding = software(situation);
  expect(finding, Verdict::ok, 860);
  BOOST_TEST(fact(finding, "exchange_app") == "production");
  BOOST_TEST(fact(finding, "face_library") == "not_installed");
}

BOOST_AUTO_TEST_CASE(a_half_switched_terminal_is_a_fault_with_both_sides) {
  Situation situation = terminal();
  say(situation, kTable, {{1, "api.production.example"}});
  say(situation, kAuth, {{7, "portal.verification.example"}});
  const Finding finding = software(situation);
  expect(finding, Verdict::fail, 862);
  BOOST_TEST(fact(finding, "exchange_app") == "production");
  BOOST_TEST(fact(finding, "face_library") == "verification");
}

BOOST_AUTO_TEST_CASE(a_file_or_program_that_contradicts_itself_names_its_lines) {
  Situation situation = terminal();
  say(situation, kTable, {{3, "api.production.example"}, {9, "portal.verification.example"}});
  Finding finding = software(situation);
  expect(finding, Verdict::fail, 861);
  BOOST_TEST(fact(finding, "production_place") == "api_table.conf:3 api.production.example");
  BOOST_TEST(fact(finding, "verification_place") == "api_table.conf:9 portal.verification.example");
  situation = terminal();
  say(situation, kAuth, {{7, "portal.verification.example"}});
  say(situation, kReaders, {{2, "portal.production.example"}});
  finding = software(situation);
  expect(finding, Verdict::fail, 861);
  BOOST_TEST(fact(finding, "production_place") == "ReaderInfo.ini:2 portal.production.example");
}

BOOST_AUTO_TEST_CASE(hosts_that_nobody_lists_leave_the_environment_unknown) {
  Situation situation = terminal();
  say(situation, kTable, {{1, "hweb.oqs-st.elsewhere.example"}});
  Finding finding = software(situation);
  expect(finding, Verdict::unknown, 864);
  BOOST_TEST(fact(finding, "unlisted_place") == "api_table.conf:1 hweb.oqs-st.elsewhere.example");
  say(situation, kTable, {{1, "api.production.example"}, {2, "maker.example"}});
  finding = software(situation);
  expect(finding, Verdict::ok, 860);
  BOOST_TEST(fact(finding, "unlisted_place") == "api_table.conf:2 maker.example");
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_read_leaves_it_unknown_too) {
  Situation situation = terminal();
  say(situation, kAuth, {{1, "portal.production.example"}});
  situation.seen.connection_settings[kTable].readable =
      std::unexpected(CannotSee{CannotSee::Why::refused, 13, "open"});
  const Finding finding = software(situation);
  expect(finding, Verdict::unknown, 863);
  BOOST_TEST(fact(finding, "unreadable_file") == "api_table.conf");
  BOOST_TEST(fact(finding, "trouble") == "refused");
}

BOOST_AUTO_TEST_CASE(registered_readers_are_told_by_the_ends_of_their_accounts) {
  Situation situation = terminal();
  say(situation, kAuth, {{1, "portal.production.example"}});
  situation.seen.connection_settings[kReaders].settings.account_ends = {"0012"};
  BOOST_TEST(fact(software(situation), "reader_account_end") == "0012");
}

BOOST_AUTO_TEST_CASE(a_list_of_first_accounts_is_worth_a_word) {
  Situation situation = terminal();
  lay(situation, kList);
  const Finding finding = left(situation);
  expect(finding, Verdict::attention, 868);
  BOOST_TEST(fact(finding, "left_file_folder") == kDesktop);
}

BOOST_AUTO_TEST_CASE(the_verification_shortcut_is_out_of_place_in_production_alone) {
  Situation situation = terminal();
  lay(situation, kShortcut);
  expect(left(situation), Verdict::ok, 860);
  say(situation, kTable, {{1, "portal.verification.example"}});
  expect(left(situation), Verdict::ok, 860);
  say(situation, kTable, {{1, "api.production.example"}});
  expect(left(situation), Verdict::attention, 869);
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_seen_is_not_said_to_be_empty) {
  Situation situation = terminal();
  lay(situation, kList, std::unexpected(CannotSee{CannotSee::Why::refused, 13, {}}));
  const Finding finding = left(situation);
  expect(finding, Verdict::ok, 860);
  BOOST_TEST(fact(finding, "software_state") == "left_files_not_told");
  BOOST_TEST(fact(finding, "folder_not_seen") == kDesktop);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
