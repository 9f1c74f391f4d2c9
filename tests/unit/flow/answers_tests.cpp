// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/support/practice.h"
#include "wizard/flow/answers.h"

using namespace onshi;
using What = FileFault::What;

namespace {

std::expected<Answers, FileFault> load(const std::string& inside) {
  const test::ScratchFolder folder;
  folder.write("sheets.zip", "any bytes");
  folder.write("certificate.p12", "any bytes");
  folder.write("large.p12", std::string((std::size_t{1} << 20) + 1, 'x'));
  return load_answers(folder.write("answers.xml", "<answers version=\"1\">\n" + inside + "\n</answers>\n"));
}

const std::vector<std::string> lines{"none", "ntt_east", "ntt_west", "ctc_qtnet", "ipsec"};

const std::vector<std::string> steps{
    "preparation",        "line",        "v6_option",    "reader",  "production_sheet",
    "verification_sheet", "certificate", "connectivity", "terminal"};

}  // namespace

BOOST_AUTO_TEST_SUITE(answers_tests)

BOOST_AUTO_TEST_CASE(a_whole_file_says_everything) {
  const auto answers = load(R"(
    <institution kind="institution_code" code="１３１-９９９９１２９" name="架空医院" terminal="受付1号機"/>
    <line type="1" customer_id="caf 0000012345" v6_option="contracted"/>
    <line_override kind="ntt_west" reason="転居の途中です" by="架空システム 山田"/>
    <reader name="SONY FeliCa RC-S300/P"/>
    <reader confirm="any"/>
    <sheets file="sheets.zip"/>
    <sheets file="certificate.p12"/>
    <master_account slot="verification" state="forgotten"/>
    <certificate file="certificate.p12" serial="1006"/>
    <certificate_dates applied="2026-04-01" code_changed="2028-02-29"/>
    <waive step="reader" reason="カードがまだありません"/>)");
  BOOST_REQUIRE(answers);
  BOOST_CHECK(answers->institution ==
              Institution({InstitutionKind::institution_code, "1319999129", "架空医院", "受付1号機"}));
  BOOST_CHECK(answers->line ==
              DeclaredLine({LineType::ip_vpn_ntt, "CAF0000012345", V6Declaration::contracted}));
  BOOST_CHECK(answers->line_override.value().kind == LineKind::ntt_west);
  BOOST_CHECK_EQUAL(answers->line_override->reason, "転居の途中です");
  BOOST_CHECK_EQUAL(answers->line_override->by, "架空システム 山田");
  BOOST_CHECK(answers->readers == std::vector<std::string>{"SONY FeliCa RC-S300/P"});
  BOOST_CHECK(answers->any_reader);
  BOOST_CHECK((answers->password_stories ==
               std::map<Environment, PasswordStory>{{Environment::verification, PasswordStory::forgotten}}));
  BOOST_CHECK_EQUAL(answers->sheets.size(), 2);
  BOOST_CHECK_EQUAL(answers->sheets[0].filename(), "sheets.zip");
  BOOST_CHECK_EQUAL(answers->certificate.value().filename(), "certificate.p12");
  BOOST_CHECK_EQUAL(answers->certificate_serial, "1006");
  using namespace std::chrono_literals;
  BOOST_CHECK((answers->certificate_dates ==
               CertificateDates{.applied = 2026y / 4 / 1, .code_changed = 2028y / 2 / 29}));
  BOOST_CHECK_EQUAL(answers->waivers.at(StepId::reader), "カードがまだありません");
}

BOOST_AUTO_TEST_CASE(a_preparation_is_read_with_case_form_days_and_papers) {
  const auto answers = load(R"(
    <preparation cases="new_with_reception_number on_paper" papers="attendant kit">
      <form terms="yes" customer_id_again="ｃａｆ 0000012345" start="2026-12" test="2026-11" fee="2"/>
      <day of="application" done="2026-11-02"/>
      <day of="installation" planned="2026-12-21"/>
    </preparation>)");
  BOOST_REQUIRE(answers);
  const Preparation expected{.cases = {InstitutionCase::new_with_reception_number, InstitutionCase::on_paper},
                             .form = {.terms_agreed = true,
                                      .prescription_agreed = false,
                                      .customer_id_again = "CAF0000012345",
                                      .start = std::chrono::year{2026} / std::chrono::December,
                                      .test = std::chrono::year{2026} / std::chrono::November,
                                      .fee = FeePayment::transfer},
                             .days = {{Milestone::application, {std::chrono::year{2026} / 11 / 2, true}},
                                      {Milestone::installation, {std::chrono::year{2026} / 12 / 21, false}}},
                             .papers = {"attendant", "kit"}};
  BOOST_CHECK(answers->preparation == expected);
}

BOOST_AUTO_TEST_CASE(a_mistake_in_a_preparation_is_refused) {
  const std::pair<const char*, What> rows[] = {
      {R"(<preparation cases="moved"/>)", What::bad_value},
      {R"(<preparation cases="in_operation in_operation"/>)", What::bad_value},
      {R"(<preparation cases="in_operation code_change"/>)", What::bad_value},
      {R"(<preparation case="in_operation"/>)", What::unknown_key},
      {R"(<preparation><form terms="perhaps"/></preparation>)", What::bad_value},
      {R"(<preparation><form start="2026-13"/></preparation>)", What::bad_value},
      {R"(<preparation><form start="12月"/></preparation>)", What::bad_value},
      {R"(<preparation><form fee="3"/></preparation>)", What::bad_value},
      {R"(<preparation><form secret_number="7391"/></preparation>)", What::password_here},
      {R"(<preparation><form/><form/></preparation>)", What::twice},
      {R"(<preparation><day of="application"/></preparation>)", What::missing_key},
      {R"(<preparation><day of="application" planned="2026-02-30"/></preparation>)", What::bad_value},
      {R"(<preparation><day of="application" done="2026-11-02" planned="2026-11-03"/></preparation>)",
       What::unknown_key},
      {R"(<preparation><day of="download_end" planned="2026-11-02"/></preparation>)", What::bad_value},
      {R"(<preparation><day of="opening" planned="2026-11-02"/><day of="opening" done="2026-11-02"/></preparation>)",
       What::bad_value},
      {R"(<preparation/><preparation/>)", What::twice}};
  for (const auto& [inside, what] : rows) {
    const auto answers = load(inside);
    BOOST_REQUIRE_MESSAGE(!answers, inside);
    BOOST_TEST((answers.error().what == what), inside << " " << name_of(answers.error().what));
    BOOST_TEST(answers.error().line >= 2, inside);
  }
}

BOOST_AUTO_TEST_CASE(what_is_not_answered_stays_open) {
  const auto answers = load("");
  BOOST_REQUIRE(answers);
  BOOST_CHECK(!answers->institution && !answers->line && !answers->certificate && !answers->any_reader);
  BOOST_CHECK(answers->readers.empty() && answers->sheets.empty() && answers->waivers.empty());
}

BOOST_AUTO_TEST_CASE(elements_nested_as_deep_as_a_file_can_hold_are_refused) {
  constexpr int kDeep = 149'000;
  std::string opening;
  std::string closing;
  for (int depth = 0; depth < kDeep; ++depth) {
    opening += "<a>";
    closing += "</a>";
  }
  const auto deep = load(opening + closing);
  BOOST_REQUIRE(!deep);
  BOOST_CHECK(deep.error().what == What::unknown_key);
  BOOST_CHECK_EQUAL(deep.error().key, "a");
  const auto password = load(opening + "<b pin=\"1234\"/>" + closing);
  BOOST_REQUIRE(!password);
  BOOST_CHECK_EQUAL(password.error().key, "pin");
  BOOST_CHECK_EQUAL(password.error().value, "");
}

BOOST_AUTO_TEST_CASE(an_earlier_word_on_the_line_can_be_taken_back) {
  const auto answers = load("<line_override kind=\"none\"/>");
  BOOST_REQUIRE(answers);
  BOOST_REQUIRE(answers->line_override);
  BOOST_CHECK(!answers->line_override->kind);
}

BOOST_AUTO_TEST_CASE(a_number_that_is_no_institution_code_is_taken_as_it_is) {
  const auto answers = load("<institution kind=\"reception_number\" code=\"受-17\"/>");
  BOOST_REQUIRE(answers);
  BOOST_CHECK_EQUAL(answers->institution.value().code, "受-17");
}

BOOST_AUTO_TEST_CASE(a_fault_names_line_key_value_and_what_is_allowed) {
  struct Row {
    std::string inside;
    What what;
    std::string key, value;
    std::vector<std::string> allowed;
  };
  const std::vector<Row> rows{
      {"<clinic/>",
       What::unknown_key,
       "clinic",
       "",
       {"institution", "line", "line_override", "preparation", "reader", "sheets", "master_account",
        "certificate", "certificate_dates", "waive"}},
      {"<institution code=\"1319999129\" phone=\"0\"/>",
       What::unknown_key,
       "phone",
       "",
       {"kind", "code", "name", "terminal"}},
      {"<institution name=\"x\"/>", What::missing_key, "code", "", {}},
      {"<institution code=\"131999912\"/>", What::bad_value, "code", "131999912", {"code_digits"}},
      {"<institution kind=\"code\" code=\"1\"/>",
       What::bad_value,
       "kind",
       "code",
       {"institution_code", "reception_number", "provisional_code", "workplace_clinic"}},
      {"<line/>", What::missing_key, "type", "", {"1", "2", "3"}},
      {"<line type=\"NTT\"/>", What::bad_value, "type", "NTT", {"1", "2", "3"}},
      {"<line type=\"3\" customer_id=\"CAF0000012345\"/>", What::unknown_key, "customer_id", "", {"type"}},
      {"<line type=\"1\" customer_id=\"CAF1\"/>",
       What::bad_value,
       "customer_id",
       "CAF1",
       {"caf_id", "cop_id"}},
      {"<line type=\"1\" v6_option=\"yes\"/>",
       What::bad_value,
       "v6_option",
       "yes",
       {"none", "contracted", "planned"}},
      {"<line type=\"2\"/><line type=\"2\"/>", What::twice, "line", "", {}},
      {"<line_override/>", What::missing_key, "kind", "", lines},
      {"<line_override kind=\"internet\" reason=\"x\" by=\"y\"/>", What::bad_value, "kind", "internet",
       lines},
      {"<line_override kind=\"closed_ipv4\" reason=\"x\" by=\"y\"/>", What::bad_value, "kind", "closed_ipv4",
       lines},
      {"<line_override kind=\"ipsec\" by=\"y\"/>", What::missing_key, "reason", "", {"written_reason"}},
      {"<line_override kind=\"ipsec\" reason=\"　\" by=\"y\"/>",
       What::bad_value,
       "reason",
       "　",
       {"written_reason"}},
      {"<line_override kind=\"ipsec\" reason=\"x\"/>", What::missing_key, "by", "", {"written_name"}},
      {"<line_override kind=\"ipsec\" reason=\"x\" by=\" \"/>", What::bad_value, "by", " ", {"written_name"}},
      {"<line_override kind=\"ipsec\" reason=\"x\" by=\"y\" when=\"z\"/>",
       What::unknown_key,
       "when",
       "",
       {"kind", "reason", "by"}},
      {"<line_override kind=\"none\" reason=\"x\"/>", What::unknown_key, "reason", "", {"kind"}},
      {"<line_override kind=\"none\"/><line_override kind=\"none\"/>", What::twice, "line_override", "", {}},
      {"stray<reader confirm=\"any\"/>", What::text_not_allowed, "answers", "", {}},
      {"<reader/>", What::missing_key, "name", "", {}},
      {"<reader name=\" \"/>", What::bad_value, "name", " ", {}},
      {"<reader confirm=\"all\"/>", What::bad_value, "confirm", "all", {"any"}},
      {"<reader confirm=\"any\" name=\"x\"/>", What::unknown_key, "name", "", {"confirm"}},
      {"<certificate_dates applied=\"2027-02-29\"/>",
       What::bad_value,
       "applied",
       "2027-02-29",
       {"2026-04-01"}},
      {"<certificate_dates code_changed=\"2026/4/1\"/>",
       What::bad_value,
       "code_changed",
       "2026/4/1",
       {"2026-04-01"}},
      {"<certificate_dates/><certificate_dates/>", What::twice, "certificate_dates", "", {}},
      {"<waive step=\"lines\" reason=\"x\"/>", What::bad_value, "step", "lines", steps},
      {"<waive step=\"done\" reason=\"x\"/>", What::bad_value, "step", "done", steps},
      {"<waive reason=\"x\"/>", What::missing_key, "step", "", steps},
      {"<waive step=\"line\"/>", What::missing_key, "reason", "", {}},
      {"<waive step=\"line\" reason=\" \"/>", What::bad_value, "reason", " ", {}},
      {"<waive step=\"line\" reason=\"x\"/><waive step=\"line\" reason=\"y\"/>", What::bad_value, "step",
       "line", steps},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.inside) {
      const auto answers = load("\n" + row.inside);
      BOOST_REQUIRE(!answers);
      const FileFault& fault = answers.error();
      BOOST_CHECK(fault.what == row.what);
      BOOST_CHECK_EQUAL(fault.file.filename(), "answers.xml");
      BOOST_CHECK_EQUAL(fault.line, 3);
      BOOST_CHECK_EQUAL(fault.key, row.key);
      BOOST_CHECK_EQUAL(fault.value, row.value);
      BOOST_TEST(fault.allowed == row.allowed, boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_CASE(a_password_is_refused_first_is_never_quoted_and_is_told_where_it_belongs) {
  for (const std::string inside :
       {"<certificate file=\"certificate.p12\" password=\"hush-4821\"/>",
        "<clinic/><reader Passphrase=\"hush-4821\"/>",
        "<line type=\"hush-4821\" secret_number=\"hush-4821\"/>", "<password>hush-4821</password>",
        "<sheets file=\"sheets.zip\" master_password=\"hush-4821\"/>", "<reader pin=\"hush-4821\"/>"}) {
    const auto answers = load(inside);
    BOOST_REQUIRE(!answers);
    const FileFault& fault = answers.error();
    BOOST_CHECK(fault.what == What::password_here);
    BOOST_CHECK_EQUAL(fault.value, "");
    BOOST_CHECK_EQUAL(fault.line, 2);
  }
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there_or_no_file_or_too_large_is_named_with_the_line_that_names_it) {
  const std::vector<std::tuple<std::string, What, std::string>> rows{
      {"<sheets file=\"absent.zip\"/>", What::named_missing, "absent.zip"},
      {"<certificate file=\"absent.p12\"/>", What::named_missing, "absent.p12"},
      {"<sheets file=\"..\"/>", What::named_unreadable, ""},
      {"<certificate file=\"large.p12\"/>", What::named_too_large, "large.p12"}};
  for (const auto& [inside, what, name] : rows) {
    const auto answers = load(inside);
    BOOST_REQUIRE(!answers);
    BOOST_CHECK(answers.error().what == what);
    BOOST_CHECK_EQUAL(answers.error().file.filename(), "answers.xml");
    BOOST_CHECK_EQUAL(answers.error().line, 2);
    BOOST_CHECK(inside.starts_with("<" + answers.error().key));
    const std::filesystem::path named = answers.error().value;
    BOOST_CHECK(named.is_absolute());
    BOOST_CHECK_EQUAL(named.filename(), name);
  }
}

BOOST_AUTO_TEST_CASE(another_version_and_no_version_are_refused) {
  const test::ScratchFolder folder;
  const auto newer = load_answers(folder.write("a.xml", "<answers version=\"2\"/>"));
  BOOST_CHECK(newer.error().what == What::wrong_version);
  BOOST_CHECK(newer.error().allowed == std::vector<std::string>{"1"});
  BOOST_CHECK(load_answers(folder.write("b.xml", "<answers/>")).error().what == What::missing_key);
  BOOST_CHECK(load_answers(folder.write("c.xml", "<answers version=\"1\">")).error().what == What::not_xml);
  BOOST_CHECK(load_answers(folder.path() / "absent.xml").error().what == What::missing);
}

BOOST_AUTO_TEST_CASE(the_practice_clinics_answers_are_good) {
  const test::ScratchFolder folder;
  folder.write("sheets.zip", "any bytes");
  folder.write("certificate.p12", "any bytes");
  std::filesystem::copy(std::filesystem::path(ONSHI_SOURCE_DIR) / "tests/lab/answers.xml", folder.path());
  const auto answers = load_answers(folder.path() / "answers.xml");
  BOOST_REQUIRE_MESSAGE(answers, "line " << (answers ? 0 : answers.error().line));
  BOOST_CHECK(answers->institution && answers->line && answers->certificate && !answers->sheets.empty());
}

BOOST_AUTO_TEST_SUITE_END()
