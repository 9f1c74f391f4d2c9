// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/sheet/sheet_checks.h"
#include "tests/unit/support/ask.h"

namespace onshi {
namespace {

using Password = MasterAccountSheet::Password;
using test::Situation;

constexpr auto kProduction = Environment::production;
constexpr auto kVerification = Environment::verification;

MasterAccountSheet sheet(Environment environment, const std::string& master, const std::string& reset) {
  MasterAccountSheet made;
  made.environment = environment;
  made.footer_environment = environment;
  made.institution_code = "0110113719";
  made.institution_name = "架空医院";
  made.master_user_id = master;
  made.master_user_name = "マスタアカウント";
  made.master_password = Password::present;
  made.reset_user_id = reset;
  made.file = "notices.zip";
  made.page = 1;
  return made;
}

Situation healthy() {
  Situation situation;
  situation.site.institution.code = "0110113719";
  situation.site.sheets[kProduction] = sheet(kProduction, "MASTER7777", "RESET8888");
  situation.site.sheets[kVerification] = sheet(kVerification, "KMASTER5555", "KRESET6666");
  return situation;
}

/// With budgets that hold on a busy machine too; none of these checks waits for anything.
Run run(const Situation& situation) {
  std::vector<Check> checks = sheet_checks(situation.site, situation.profile);
  for (Check& check : checks) check.budget = std::chrono::seconds{14};
  return test::run_all(std::move(checks), situation);
}

struct Expected {
  std::string check;
  Verdict verdict;
  int number;
};

/// Exactly these findings are not good; everything else is, or stands in their shadow.
void expect(const Situation& situation, const std::vector<Expected>& expected) {
  std::vector<Expected> left = expected;
  for (const Finding& finding : run(situation).findings) {
    if (finding.verdict == Verdict::ok || finding.verdict == Verdict::not_run) continue;
    auto row = std::ranges::find(left, finding.check, &Expected::check);
    BOOST_TEST_REQUIRE((row != left.end()), finding.check << " " << static_cast<int>(finding.number));
    BOOST_TEST(name_of(finding.verdict) == name_of(row->verdict), finding.check);
    BOOST_TEST(static_cast<int>(finding.number) == row->number, finding.check);
    left.erase(row);
  }
  for (const Expected& row : left) BOOST_ERROR("not found: " << row.check);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sheet_checks_tests)

BOOST_AUTO_TEST_CASE(two_good_sheets_are_good_in_every_way) {
  const Run result = run(healthy());
  BOOST_TEST(result.findings.size() == 14U);
  for (const Finding& finding : result.findings) BOOST_TEST(name_of(finding.verdict) == "ok", finding.check);
}

BOOST_AUTO_TEST_CASE(no_fact_carries_a_whole_id) {
  Situation situation = healthy();
  situation.site.sheets[kVerification] = situation.site.sheets[kProduction];
  situation.site.sheets[kVerification].environment = kVerification;
  situation.secrets.master_passwords[kProduction] = Secret::take("hush-hush");
  for (const Finding& finding : run(situation).findings) {
    for (const Fact& fact : finding.facts.all()) {
      for (const std::string whole : {"MASTER7777", "RESET8888", "hush-hush"}) {
        BOOST_TEST(fact.value.find(whole) == std::string::npos, finding.check << " " << fact.key);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_sheet_that_was_never_read_is_missing_and_the_rest_waits_for_it) {
  Situation situation = healthy();
  situation.site.sheets.erase(kVerification);
  expect(situation, {{"sheet.complete.verification", Verdict::fail, 531}});
  const Run result = run(situation);
  BOOST_TEST((result.of("sheets.agree")->verdict == Verdict::not_run));
  BOOST_TEST((result.of("sheets.agree")->because_of == FindingNumber::sheet_missing));
  BOOST_TEST((result.of("sheet.environment.production")->verdict == Verdict::ok));
}

BOOST_AUTO_TEST_CASE(each_missing_field_has_its_own_number) {
  struct Row {
    int number;
    void (*damage)(MasterAccountSheet&);
  };
  for (const Row& row : {Row{532, [](auto& each) { each.environment.reset(); }},
                         Row{533, [](auto& each) { each.institution_code.clear(); }},
                         Row{534, [](auto& each) { each.institution_name.clear(); }},
                         Row{535, [](auto& each) { each.master_user_id.clear(); }},
                         Row{536, [](auto& each) { each.reset_user_id.clear(); }}}) {
    Situation situation = healthy();
    row.damage(situation.site.sheets[kProduction]);
    expect(situation, {{"sheet.complete.production", Verdict::fail, row.number}});
  }
}

BOOST_AUTO_TEST_CASE(several_missing_fields_are_all_named) {
  Situation situation = healthy();
  situation.site.sheets[kProduction].institution_name.clear();
  situation.site.sheets[kProduction].reset_user_id.clear();
  const Run result = run(situation);
  const Finding* finding = result.of("sheet.complete.production");
  std::vector<std::string> missing;
  for (const Fact& fact : finding->facts.all()) {
    if (fact.key == "missing") missing.push_back(fact.value);
  }
  BOOST_TEST(missing == (std::vector<std::string>{"institution_name", "reset_user_id"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(swapped_sheets_are_both_in_the_wrong_slot) {
  Situation situation = healthy();
  std::swap(situation.site.sheets[kProduction], situation.site.sheets[kVerification]);
  expect(situation, {{"sheet.environment.production", Verdict::fail, 541},
                     {"sheet.environment.verification", Verdict::fail, 541}});
}

BOOST_AUTO_TEST_CASE(the_same_environment_twice_is_told_once) {
  Situation situation = healthy();
  situation.site.sheets[kVerification] = situation.site.sheets[kProduction];
  expect(situation, {{"sheet.environment.verification", Verdict::fail, 542}});
  situation = healthy();
  situation.site.sheets[kProduction] = situation.site.sheets[kVerification];
  expect(situation, {{"sheet.environment.production", Verdict::fail, 542}});
}

BOOST_AUTO_TEST_CASE(a_footer_of_the_other_environment_is_worth_a_look) {
  Situation situation = healthy();
  situation.site.sheets[kProduction].footer_environment = kVerification;
  expect(situation, {{"sheet.environment.production", Verdict::attention, 543}});
  situation.site.sheets[kProduction].footer_environment.reset();
  expect(situation, {});
}

BOOST_AUTO_TEST_CASE(each_fault_in_the_code_has_its_own_number) {
  struct Row {
    std::string code;
    Verdict verdict;
    int number;
  };
  for (const Row& row :
       {Row{"01101l3719", Verdict::fail, 551}, Row{"0113719", Verdict::fail, 552},
        Row{"011011371", Verdict::fail, 553}, Row{"01101137190", Verdict::fail, 554},
        Row{"4810113719", Verdict::fail, 555}, Row{"0120113719", Verdict::fail, 556},
        Row{"0110113717", Verdict::attention, 557}, Row{"2719900021", Verdict::attention, 558}}) {
    Situation situation = healthy();
    situation.site.institution.code = row.code;
    for (auto& [environment, each] : situation.site.sheets) each.institution_code = row.code;
    expect(situation, {{"sheet.code.production", row.verdict, row.number},
                       {"sheet.code.verification", row.verdict, row.number}});
  }
}

BOOST_AUTO_TEST_CASE(the_likely_table_is_named) {
  Situation situation = healthy();
  situation.site.sheets[kProduction].institution_code = "2719900021";
  BOOST_TEST(run(situation).of("sheet.code.production")->facts.value("likely_table").value_or("") == "3");
}

BOOST_AUTO_TEST_CASE(other_kinds_of_number_have_no_structure_to_check) {
  for (InstitutionKind kind : {InstitutionKind::reception_number, InstitutionKind::provisional_code,
                               InstitutionKind::workplace_clinic}) {
    Situation situation = healthy();
    situation.site.institution = {kind, "AB-12", "架空医院", ""};
    for (auto& [environment, each] : situation.site.sheets) each.institution_code = "AB-12";
    BOOST_TEST((run(situation).of("sheet.code.production") == nullptr));
    expect(situation, {});
  }
}

BOOST_AUTO_TEST_CASE(ids_of_one_sheet_are_compared_and_looked_at) {
  struct Row {
    std::string master;
    std::string reset;
    int number;
  };
  for (const Row& row : {Row{"SAME1", "SAME1", 561}, Row{"M-1", "R1", 562}, Row{"M1", "R 1", 563}}) {
    Situation situation = healthy();
    situation.site.sheets[kProduction].master_user_id = row.master;
    situation.site.sheets[kProduction].reset_user_id = row.reset;
    expect(situation, {{"sheet.accounts.production", Verdict::fail, row.number}});
  }
}

BOOST_AUTO_TEST_CASE(another_user_name_than_the_fixed_one_is_worth_a_look) {
  Situation situation = healthy();
  situation.site.sheets[kProduction].master_user_name = "管理者";
  expect(situation, {{"sheet.accounts.production", Verdict::attention, 564}});
  for (const std::string same : {"", "ﾏｽﾀｱｶｳﾝﾄ", "マスタ アカウント"}) {
    situation.site.sheets[kProduction].master_user_name = same;
    expect(situation, {});
  }
}

BOOST_AUTO_TEST_CASE(an_empty_or_untyped_password_guides_until_a_person_typed_one) {
  Situation situation = healthy();
  situation.site.sheets[kProduction].master_password = Password::empty;
  situation.site.sheets[kVerification].master_password = Password::must_be_typed;
  expect(situation, {{"sheet.password.production", Verdict::attention, 571},
                     {"sheet.password.verification", Verdict::attention, 572}});
  situation.secrets.master_passwords[kProduction] = Secret::take("pw");
  situation.secrets.master_passwords[kVerification] = Secret::take("pw");
  expect(situation, {});
}

BOOST_AUTO_TEST_CASE(a_password_that_cannot_be_one_is_refused_with_the_place_and_never_shown) {
  struct Row {
    const char* password;
    int number;
    const char* position;
  };
  for (const Row& row : {Row{"Ａbc12345", 573, "1"}, Row{"Abc＠5", 573, "4"}, Row{"あ", 573, "1"},
                         Row{"Abc\t12", 574, "4"}, Row{"Abc\n", 574, "4"}, Row{"ab\x7f", 574, "3"}}) {
    Situation situation = healthy();
    situation.secrets.master_passwords[kProduction] = Secret::take(row.password);
    expect(situation, {{"sheet.password.production", Verdict::fail, row.number}});
    const Run result = run(situation);
    const Facts& facts = result.of("sheet.password.production")->facts;
    BOOST_TEST(facts.value("password_position").value() == row.position);
    for (const Fact& fact : facts.all()) BOOST_TEST(fact.value != row.password);
  }
}

BOOST_AUTO_TEST_CASE(what_a_person_says_of_the_password_leads_to_its_own_guide) {
  const std::pair<PasswordStory, int> table[]{{PasswordStory::initial_expired, 575},
                                              {PasswordStory::forgotten, 576},
                                              {PasswordStory::secret_number_forgotten, 577}};
  for (const auto& [story, number] : table) {
    Situation situation = healthy();
    situation.site.password_stories[kProduction] = story;
    expect(situation, {{"sheet.password.production", Verdict::attention, number}});
    // Also over a sheet that shows none, since the story says more.
    situation.site.sheets[kProduction].master_password = Password::empty;
    expect(situation, {{"sheet.password.production", Verdict::attention, number}});
    const Run result = run(situation);
    BOOST_TEST(result.of("sheet.password.production")->facts.value("reset_user_id_end").value() == "8888");
  }
}

BOOST_AUTO_TEST_CASE(a_changed_password_makes_no_sheet_wrong) {
  Situation situation = healthy();
  situation.site.password_stories[kProduction] = PasswordStory::changed;
  expect(situation, {});
}

BOOST_AUTO_TEST_CASE(one_paper_used_twice_is_found_by_its_ids) {
  Situation situation = healthy();
  situation.site.sheets[kVerification].master_user_id = "MASTER7777";
  expect(situation, {{"sheets.separate", Verdict::attention, 582}});
  situation.site.sheets[kVerification].reset_user_id = "RESET8888";
  expect(situation, {{"sheets.separate", Verdict::fail, 581}});
  situation.site.sheets[kVerification].master_user_id = "KMASTER5555";
  expect(situation, {{"sheets.separate", Verdict::attention, 583}});
}

BOOST_AUTO_TEST_CASE(both_sheets_speak_of_one_institution) {
  Situation situation = healthy();
  situation.site.sheets[kVerification].institution_code = "2719900249";
  expect(situation, {{"sheets.agree", Verdict::fail, 591}});
  situation = healthy();
  situation.site.sheets[kVerification].institution_name = "別の医院";
  expect(situation, {{"sheets.agree", Verdict::fail, 592}});
  situation.site.sheets[kVerification].institution_name = "架空　医院";
  expect(situation, {});
}

BOOST_AUTO_TEST_CASE(a_code_other_than_the_chosen_one_is_worth_a_look) {
  Situation situation = healthy();
  situation.site.institution.code = "2719900249";
  expect(situation, {{"sheets.agree", Verdict::attention, 593}});
  situation.site.institution.code.clear();
  expect(situation, {});
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
