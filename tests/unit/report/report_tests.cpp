// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "probes/site/japan_time.h"
#include "wizard/report/html_report.h"
#include "wizard/report/json_report.h"
#include "wizard/report/prometheus_report.h"
#include "wizard/report/text_report.h"

using namespace onshi;
using namespace std::chrono_literals;

namespace {

Finding finding_of(std::string check, int question, int number, Verdict verdict, Facts facts = {}) {
  Finding finding;
  finding.check = std::move(check);
  finding.question = static_cast<FindingNumber>(question);
  finding.number = static_cast<FindingNumber>(number);
  finding.verdict = verdict;
  finding.facts = std::move(facts);
  finding.elapsed = 12ms;
  finding.budget = 1000ms;
  return finding;
}

struct Report {
  const Words words = [] {
    auto loaded = Words::load(std::string(ONSHI_SOURCE_DIR) + "/assets");
    BOOST_REQUIRE(loaded);
    return *loaded;
  }();
  Run run;
  Institution institution{
      .kind = InstitutionKind::institution_code, .code = "", .name = "架空<医院>", .terminal = "受付1号機"};
  Profile profile;

  Report() {
    run.started = *parse_iso_time("2026-11-21T07:30:00+09:00");
    run.elapsed = 1400ms;
    profile.name = "practice";
    profile.version = "1";
    profile.sha256 = "00ff";
  }
  void fault() {
    run.findings.push_back(finding_of("line.link", 200, 200, Verdict::ok, Facts{{"link", "enp1s0"}}));
    run.findings.push_back(finding_of("line.address", 210, 213, Verdict::fail));
    Finding shadow = finding_of("line.route", 220, 220, Verdict::not_run);
    shadow.because_of = static_cast<FindingNumber>(213);
    run.findings.push_back(shadow);
  }
  [[nodiscard]] ReportContext context(Language language = Language::japanese) const {
    return {run, institution, profile, words, language};
  }
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

BOOST_FIXTURE_TEST_SUITE(report_tests, Report)

BOOST_AUTO_TEST_CASE(json_carries_every_field_of_the_contract) {
  fault();
  const auto json = nlohmann::json::parse(json_report(context()));
  for (const char* key : {"schema_version", "program", "started", "elapsed_ms", "profile", "verdict",
                          "phone_code", "findings"}) {
    BOOST_TEST(json.contains(key), key);
  }
  BOOST_TEST(json["started"] == "2026-11-21T07:30:00+09:00");
  BOOST_TEST(json["verdict"] == "fail");
  BOOST_TEST(json["profile"]["sha256"] == "00ff");
  const auto& cause = json["findings"][1];
  BOOST_TEST(cause["number"] == 213);
  BOOST_TEST(cause["group"] == "line");
  BOOST_TEST(cause["who"] == words.entry(213)->who);
  BOOST_TEST(cause["budget_ms"] == 1000);
  BOOST_TEST(!cause.contains("because_of"));
  BOOST_TEST(json["findings"][2]["because_of"] == 213);
}

BOOST_AUTO_TEST_CASE(whoever_must_ring_the_call_centre_is_told_number_and_hours_and_whether_it_is_open) {
  profile.call_centre = {.phone = "0800-000-0000",
                         .hours = {{std::chrono::Monday, std::chrono::Friday, 8h, 18h}}};
  run.findings.push_back(finding_of("sheet.password.production", 570, 577, Verdict::attention));
  const auto at = [&](const char* now) {
    ReportContext asked = context();
    asked.now = parse_iso_time(now);
    return asked;
  };
  const std::string open = text_report(at("2026-11-24T09:00:00+09:00"));
  BOOST_TEST(holds(open, "コールセンター：0800-000-0000"));
  BOOST_TEST(holds(open, "いま開いています。"));
  BOOST_TEST(holds(text_report(at("2026-11-23T09:00:00+09:00")), "勤労感謝の日"));
  const auto json = nlohmann::json::parse(json_report(at("2026-11-23T09:00:00+09:00")));
  BOOST_TEST(json["findings"][0]["calls_centre"] == true);
  BOOST_TEST(json["call_centre"]["phone"] == "0800-000-0000");
  BOOST_TEST(json["call_centre"]["confirmed"] == false);
  BOOST_TEST(json["call_centre"]["state"] == "closed");
  BOOST_TEST(json["call_centre"]["holiday"] == "labour");
  BOOST_TEST(json["call_centre"]["opens"] == "2026-11-24T08:00:00+09:00");
  // What is kept and read later says nothing of just now.
  const auto kept = nlohmann::json::parse(json_report(context()));
  BOOST_TEST(!kept["call_centre"].contains("state"));
  const std::string page = html_report(context());
  BOOST_TEST(holds(page, "0800-000-0000"));
  BOOST_TEST(holds(page, "8:00～18:00"));
  BOOST_TEST(!holds(page, "いま開いています。"));
}

BOOST_AUTO_TEST_CASE(a_clock_that_the_run_found_wrong_does_not_say_whether_the_call_centre_is_open) {
  profile.call_centre = {.phone = "0800-000-0000",
                         .hours = {{std::chrono::Monday, std::chrono::Friday, 8h, 18h}}};
  run.findings.push_back(finding_of("sheet.password.production", 570, 577, Verdict::attention));
  Finding clock =
      finding_of("terminal.clock", 800, static_cast<int>(FindingNumber::clock_wrong), Verdict::fail);
  clock.facts = {{"offset_seconds", "36000.0"}, {"clock_direction", "clock_ahead"}};
  run.findings.push_back(clock);
  ReportContext asked = context();
  asked.now = parse_iso_time("2026-11-24T21:00:00+09:00");
  const auto json = nlohmann::json::parse(json_report(asked));
  BOOST_TEST(json["call_centre"]["state"] == "open");
  BOOST_TEST(json["call_centre"]["clock_wrong"] == true);
  BOOST_TEST(json["call_centre"]["now"] == "2026-11-24T11:00:00+09:00");
  asked.now = parse_iso_time("1999-11-24T21:00:00+09:00");
  run.findings.pop_back();
  const auto lost = nlohmann::json::parse(json_report(asked));
  BOOST_TEST(lost["call_centre"]["clock_wrong"] == true);
  BOOST_TEST(!lost["call_centre"].contains("state"));
}

BOOST_AUTO_TEST_CASE(nobody_else_is_told_to_ring_it) {
  profile.call_centre = {.phone = "0800-000-0000"};
  fault();
  BOOST_TEST(!holds(text_report(context()), "0800-000-0000"));
  BOOST_TEST(!nlohmann::json::parse(json_report(context()))["findings"][1].contains("calls_centre"));
}

BOOST_AUTO_TEST_CASE(facts_of_one_key_become_an_array_in_their_order) {
  run.findings.push_back(
      finding_of("a", 200, 200, Verdict::ok, Facts{{"r", "1"}, {"r", "2"}, {"r", "3"}, {"s", "x"}}));
  const auto json = nlohmann::json::parse(json_report(context()));
  BOOST_TEST(json["findings"][0]["facts"]["r"] == nlohmann::json::array({"1", "2", "3"}));
  BOOST_TEST(json["findings"][0]["facts"]["s"] == "x");
}

BOOST_AUTO_TEST_CASE(a_run_survives_the_way_through_json) {
  fault();
  BOOST_TEST(profile_from_json(json_report(context())).name == "practice");
  BOOST_TEST(profile_from_json(json_report(context())).sha256 == "00ff");
  const auto back = run_from_json(json_report(context()));
  BOOST_REQUIRE(back);
  BOOST_TEST((back->started == run.started));
  BOOST_TEST((back->elapsed == run.elapsed));
  BOOST_REQUIRE(back->findings.size() == run.findings.size());
  for (std::size_t i = 0; i < run.findings.size(); ++i) {
    BOOST_TEST(back->findings[i].check == run.findings[i].check);
    BOOST_TEST((back->findings[i].number == run.findings[i].number));
    BOOST_TEST((back->findings[i].verdict == run.findings[i].verdict));
    BOOST_TEST((back->findings[i].because_of == run.findings[i].because_of));
    BOOST_TEST((back->findings[i].facts.all() == run.findings[i].facts.all()));
  }
}

BOOST_AUTO_TEST_CASE(what_is_not_a_stored_run_is_not_taken_for_one) {
  for (const char* text : {"", "{", "[]", "{}", R"({"started":"yesterday","elapsed_ms":1,"findings":[]})",
                           R"({"started":"2026-11-21T07:30:00+09:00","elapsed_ms":"x","findings":[]})"}) {
    BOOST_TEST(!run_from_json(text), text);
  }
}

BOOST_AUTO_TEST_CASE(the_text_leads_with_the_cause_and_says_what_to_do) {
  fault();
  const std::string text = text_report(context());
  BOOST_TEST(holds(text, "× 異常  [213]"), text);
  BOOST_TEST(holds(text, words.entry(213)->japanese.clinic.front()));
  BOOST_TEST(holds(text, words.entry(213)->japanese.say));
  BOOST_TEST(holds(text, "未実施（213番のため）"));
}

BOOST_AUTO_TEST_CASE(a_healthy_run_claims_no_more_than_what_was_checked) {
  run.findings.push_back(finding_of("line.link", 200, 200, Verdict::ok));
  BOOST_TEST(holds(text_report(context()), "問題は見つかりませんでした\n1項目を 1.4 秒で確かめました。"));
  BOOST_TEST(
      holds(text_report(context(Language::english)), "No problem was found\nItems checked: 1, in 1.4 s."));
}

BOOST_AUTO_TEST_CASE(an_empty_run_is_never_good) {
  const Summary summary = summary_of(context());
  BOOST_TEST((summary.verdict != Verdict::ok));
  BOOST_TEST(summary.title == words.text("summary.nothing", Language::japanese));
}

BOOST_AUTO_TEST_CASE(html_escapes_what_came_from_outside_and_is_one_file) {
  fault();
  run.findings[0].facts.add("link", "<script>alert('x')</script>");
  const std::string html = html_report(context());
  BOOST_TEST(holds(html, "架空&lt;医院&gt;"));
  BOOST_TEST(!holds(html, "<script"));
  BOOST_TEST(!holds(html, "src="));
  BOOST_TEST(!holds(html, "http"));
  BOOST_TEST(holds(html, "class=\"number\">213<"));
}

BOOST_AUTO_TEST_CASE(prometheus_lines_carry_number_name_and_verdict) {
  fault();
  run.findings[0].subject = "a\"b\\c\nd";
  const std::string lines = prometheus_report(context());
  BOOST_TEST(holds(lines, "onshi_verdict{verdict=\"fail\"} 1\n"));
  BOOST_TEST(holds(lines, "number=\"213\",name=\"no_router_advertisement\",verdict=\"fail\"} 1\n"));
  BOOST_TEST(holds(lines, R"(subject="a\"b\\c\nd")"));
}

BOOST_AUTO_TEST_CASE(an_explanation_speaks_to_clinic_and_engineer) {
  for (Language language : {Language::japanese, Language::english}) {
    const CatalogueEntry& entry = *words.entry(213);
    const std::string text = text_explanation(entry, words, language);
    BOOST_TEST(holds(text, words.in_general(entry, language).clinic.front()));
    BOOST_TEST(holds(text, words.in_general(entry, language).engineer.front()));
  }
}

BOOST_AUTO_TEST_CASE(an_explanation_names_each_fact_instead_of_showing_its_key) {
  for (Language language : {Language::japanese, Language::english}) {
    for (const auto& [number, entry] : words.catalogue()) {
      const std::string text = text_explanation(entry, words, language);
      BOOST_TEST(!holds(text, "{"), text);
      BOOST_TEST(!holds(text, "[]"), text);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_run_that_was_stopped_says_so_unless_a_fault_was_found_before) {
  run.findings.push_back(finding_of("a", 600, 602, Verdict::unknown));
  run.findings.push_back(finding_of("b", 700, 700, Verdict::cancelled));
  BOOST_TEST(holds(text_report(context()), "途中で中止しました\n1項目は確かめていません。"));
  BOOST_TEST((summary_of(context()).verdict != Verdict::ok));
  fault();
  BOOST_TEST(summary_of(context()).foremost->check == "line.address");
}

BOOST_AUTO_TEST_CASE(a_run_that_had_too_little_time_says_so_unless_a_fault_was_found_before) {
  run.findings.push_back(finding_of("a", 800, 803, Verdict::unknown));
  run.findings.push_back(finding_of("b", 700, 700, Verdict::not_run));
  run.findings.front().elapsed = run.findings.front().budget;
  run.out_of_time = true;
  const std::string text = text_report(context());
  BOOST_TEST(holds(text, "時間が足りず"));
  BOOST_TEST(holds(text, "2項目は"));
  BOOST_TEST(holds(text, "--budget"));
  BOOST_TEST(run_from_json(json_report(context()))->out_of_time);
  fault();
  BOOST_TEST(summary_of(context()).foremost->check == "line.address");
}

BOOST_AUTO_TEST_CASE(what_stands_beside_the_foremost_is_named_once) {
  fault();
  for (const char* check : {"a", "b"}) run.findings.push_back(finding_of(check, 700, 731, Verdict::unknown));
  BOOST_TEST(holds(text_report(context()), "ほかに 2 件あります（731）。"));
}

BOOST_AUTO_TEST_SUITE_END()
