// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "wizard/words/words.h"

using namespace onshi;

namespace {

// The shipped words themselves: what people will read.
const Words& shipped() {
  static const auto words = Words::load(std::string(ONSHI_SOURCE_DIR) + "/assets");
  BOOST_REQUIRE_MESSAGE(words.has_value(),
                        (words ? std::string() : words.error().file.string() + " " + words.error().key));
  return *words;
}

Finding finding_of(int question, int number, Verdict verdict, Facts facts = {}) {
  Finding finding;
  finding.check = "test.check";
  finding.question = static_cast<FindingNumber>(question);
  finding.number = static_cast<FindingNumber>(number);
  finding.verdict = verdict;
  finding.facts = std::move(facts);
  return finding;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(words_tests)

BOOST_AUTO_TEST_CASE(a_text_is_filled_with_facts_and_a_missing_fact_is_a_dash) {
  BOOST_TEST(fill("{a}と{b}", Facts{{"a", "1"}}) == "1と-");
  BOOST_TEST(fill("no end {a", Facts{{"a", "1"}}) == "no end {a");
  BOOST_TEST(fill("", {}) == "");
  BOOST_TEST(fill("{a}{a}", Facts{{"a", "{a}"}}) == "{a}{a}");
}

BOOST_AUTO_TEST_CASE(another_kind_of_line_is_told_with_what_gave_and_took_its_points) {
  const Fact west{"other_line", "ntt_west|2|ntt_prefix|4|2001:db8::1|search_domain|-2|flets-east.example"};
  const std::string english = shipped().fact_value(west, Language::english);
  BOOST_TEST(
      english ==
      "IP-VPN of NTT West (score 2): prefix of NTT 2001:db8::1 (4), search domain flets-east.example (-2)");
  BOOST_TEST(shipped().fact_value({"other_line", "internet|0"}, Language::english) ==
             "plain internet (score 0)");
  BOOST_TEST(shipped().fact_value({"other_line", "damaged"}, Language::english) == "damaged");
}

BOOST_AUTO_TEST_CASE(an_unknown_id_is_seen_and_not_hidden) {
  BOOST_TEST(shipped().text("no.such.id", Language::japanese) == "[no.such.id]");
}

BOOST_AUTO_TEST_CASE(a_good_row_says_the_questions_good_sentence) {
  const Finding good = finding_of(200, 200, Verdict::ok);
  BOOST_TEST(shipped().row_result(good, Language::japanese) == shipped().entry(200)->japanese.good);
  BOOST_TEST(shipped().who(good).empty());
}

BOOST_AUTO_TEST_CASE(a_fault_says_its_causes_title_and_who_must_act) {
  const Finding fault = finding_of(210, 213, Verdict::fail);
  BOOST_TEST(shipped().row_result(fault, Language::english) == shipped().entry(213)->english.title);
  BOOST_TEST(shipped().row_title(fault, Language::english) == shipped().entry(210)->english.title);
  BOOST_TEST(shipped().who(fault) == shipped().entry(213)->who);
}

BOOST_AUTO_TEST_CASE(what_was_not_run_names_the_number_that_stopped_it) {
  Finding shadow = finding_of(230, 230, Verdict::not_run);
  shadow.because_of = static_cast<FindingNumber>(213);
  BOOST_TEST(shipped().row_result(shadow, Language::japanese) == "未実施（213番のため）");
  BOOST_TEST(shipped().who(shadow).empty());
}

BOOST_AUTO_TEST_CASE(the_subject_stands_beside_the_rows_title) {
  Finding finding = finding_of(200, 200, Verdict::ok);
  finding.subject = "enp1s0";
  const std::string title = shipped().row_title(finding, Language::japanese);
  BOOST_TEST(title.ends_with("（enp1s0）"));
}

BOOST_AUTO_TEST_CASE(a_fault_in_a_file_names_file_line_key_and_what_is_allowed) {
  const FileFault fault{FileFault::What::bad_value, "answers.xml", 4, "type", "7", {"1", "2", "3"}};
  for (Language language : {Language::japanese, Language::english}) {
    const std::string said = shipped().fault(fault, language);
    for (const char* part : {"answers.xml", "4", "type", "7", "1, 2, 3"}) {
      BOOST_TEST(said.find(part) != std::string::npos, said);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_allowed_is_said_in_words_and_an_example_is_called_one) {
  FileFault fault{FileFault::What::bad_value, "answers.xml", 4, "code", "7", {"code_digits"}};
  BOOST_TEST(shipped().fault(fault, Language::japanese).ends_with("。使えるもの：10桁の数字"));
  fault.allowed = {"2001:db8::53"};
  fault.examples = true;
  BOOST_TEST(shipped().fault(fault, Language::japanese).ends_with("。例：2001:db8::53"));
  BOOST_TEST(shipped().fault(fault, Language::english).ends_with(". Example: 2001:db8::53"));
}

BOOST_AUTO_TEST_CASE(a_stretch_of_time_is_said_in_its_two_largest_units) {
  struct Row {
    const char *key, *value, *said;
  };
  const Row rows[] = {{"offset_seconds", "7200.0", "2時間"},  {"offset_seconds", "12.3", "12.3秒"},
                      {"offset_seconds", "390.0", "6分30秒"}, {"offset_seconds", "31536000.0", "365日"},
                      {"uptime_hours", "3", "3時間"},         {"uptime_hours", "50", "2日2時間"},
                      {"uptime_hours", "0", "0時間"},         {"offset_seconds", "-", "-"}};
  for (const Row& row : rows) {
    BOOST_TEST(shipped().fact_value({row.key, row.value}, Language::japanese) == row.said);
  }
  BOOST_TEST(shipped().fact_value({"offset_seconds", "7320.0"}, Language::english) == "2 h 2 min");
}

BOOST_AUTO_TEST_CASE(every_kind_of_file_fault_has_words) {
  using What = FileFault::What;
  for (What what : {What::missing, What::unreadable, What::too_large, What::not_xml, What::unknown_key,
                    What::missing_key, What::bad_value, What::wrong_version, What::folder, What::not_utf8,
                    What::twice, What::text_not_allowed, What::password_here, What::named_missing,
                    What::named_unreadable, What::named_too_large}) {
    BOOST_TEST(shipped().has("file_fault." + std::string(name_of(what))), name_of(what));
  }
}

BOOST_AUTO_TEST_CASE(every_verdict_has_a_shape_and_a_word) {
  for (Verdict verdict : {Verdict::ok, Verdict::attention, Verdict::fail, Verdict::unknown, Verdict::not_run,
                          Verdict::cancelled}) {
    BOOST_TEST(shipped().has("shape." + std::string(name_of(verdict))));
    BOOST_TEST(shipped().has("verdict." + std::string(name_of(verdict))));
  }
}

BOOST_AUTO_TEST_CASE(every_finding_can_be_said_in_both_languages) {
  for (const auto& [number, entry] : shipped().catalogue()) {
    for (Language language : {Language::japanese, Language::english}) {
      const FindingWords words = shipped().of(finding_of(entry.question, number, Verdict::fail), language);
      BOOST_TEST(!words.title.empty(), number);
      BOOST_TEST(words.title.find('{') == std::string::npos, number);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
