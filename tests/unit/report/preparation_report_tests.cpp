// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "probes/site/iso_day.h"
#include "probes/site/japan_time.h"
#include "probes/site/xml_file.h"
#include "wizard/report/calendar_file.h"
#include "wizard/report/preparation_pages.h"
#include "wizard/report/preparation_report.h"

namespace onshi {
namespace {

const std::filesystem::path kAssets = std::filesystem::path(ONSHI_SOURCE_DIR) / "assets";

struct Prepared {
  const Words words = Words::load(kAssets).value();
  const AnswerBook book = AnswerBook::load(kAssets / "preparation" / "answers.xml").value();
  const PreparationTables tables = load_preparation_tables(kAssets / "preparation").value();
  Site site;
  Language language = Language::japanese;

  Prepared() {
    site.institution = {InstitutionKind::institution_code, "1319999129", "架空<医院>, 本院; 1\\2",
                        "受付1号機"};
    site.line = {LineType::ip_vpn_ntt, "CAF0000012345", V6Declaration::contracted};
    site.preparation.cases = {InstitutionCase::in_operation};
    site.preparation.days[Milestone::installation] = {parse_iso_day("2026-12-21").value(), false};
    site.preparation.days[Milestone::application] = {parse_iso_day("2026-11-02").value(), true};
    site.preparation.form.start = std::chrono::year{2026} / std::chrono::December;
    site.preparation.papers = {"attendant"};
  }
  [[nodiscard]] PreparationView view() const {
    return {site, tables, book, words, language, parse_iso_day("2026-11-24").value()};
  }
  [[nodiscard]] std::string calendar() const {
    return calendar_file(view(), parse_iso_time("2026-11-24T08:30:00+09:00").value());
  }
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<std::string> raw_lines(const std::string& file) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < file.size();) {
    const std::size_t end = file.find("\r\n", at);
    BOOST_REQUIRE(end != std::string::npos);
    lines.push_back(file.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

std::vector<std::string> unfolded(const std::string& file) {
  std::vector<std::string> lines;
  for (const std::string& line : raw_lines(file)) {
    if (line.starts_with(' ')) {
      lines.back() += line.substr(1);
    } else {
      lines.push_back(line);
    }
  }
  return lines;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(preparation_report_tests, Prepared)

BOOST_AUTO_TEST_CASE(the_text_says_case_dates_form_papers_and_questions) {
  const std::string text = preparation_text(view());
  for (const char* part :
       {"開業中の保険医療機関・薬局", "2026-12-21（月） 予定", "2026-11-20（金） この日まで 1営業日の遅れ",
        "お客さまID: CAF0000012345", "[x] 立ち会う人", "[ ] 通知書：本番環境用（印刷）", "2-07"}) {
    BOOST_TEST(holds(text, part), part << "\n" << text);
  }
  language = Language::english;
  const std::string english = preparation_text(view());
  BOOST_TEST(holds(english, "2026-12-21 (Mon) planned: Installation"), english);
}

BOOST_AUTO_TEST_CASE(no_text_is_left_without_its_words_in_any_case) {
  for (const InstitutionCase one : all_institution_cases()) {
    site.preparation.cases = {one};
    for (const Language spoken : {Language::japanese, Language::english}) {
      language = spoken;
      for (const std::string& text : {preparation_text(view()), clinic_page(view()), engineer_page(view()),
                                      dates_page(view()), form_page(view()), calendar()}) {
        BOOST_TEST(!holds(text, "[prepare."), name_of(one));
        BOOST_TEST(!holds(text, "[value."), name_of(one) << text);
        BOOST_TEST(!holds(text, "[page."), name_of(one));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(json_carries_cases_days_papers_pages_and_answers) {
  const auto json = nlohmann::json::parse(with_preparation("{\"schema_version\": 1}", view()))["preparation"];
  BOOST_TEST(json["cases"][0] == "in_operation");
  BOOST_TEST(json["days"].size() == view().days().size());
  BOOST_TEST(json["days"][0]["what"] == "reader_order");
  BOOST_TEST(json["days"][0]["meaning"] == "due");
  BOOST_TEST(json["days"][0]["late_working_days"].get<int>() > 60);
  BOOST_TEST(json["papers"].size() > 10U);
  BOOST_TEST(json["pages"][0] == "preparation");
  BOOST_TEST(json["answers"][0] == "0-02");
}

BOOST_AUTO_TEST_CASE(a_printed_page_is_whole_and_takes_no_markup_from_a_name) {
  for (const std::string& page :
       {clinic_page(view()), engineer_page(view()), dates_page(view()), form_page(view())}) {
    BOOST_TEST(page.starts_with("<!DOCTYPE html>"));
    BOOST_TEST(page.ends_with("</html>\n"));
    BOOST_TEST(!holds(page, "架空<医院>"));
    BOOST_TEST(holds(page, "架空&lt;医院&gt;"));
    BOOST_TEST(!holds(page, "http://www.w3.org/1999"));
  }
}

BOOST_AUTO_TEST_CASE(the_picture_is_xml_with_a_month_for_each_that_has_a_day) {
  const std::string picture = months_picture(view());
  const auto xml = XmlFile::parse(picture, "picture.svg", "svg");
  BOOST_REQUIRE(xml.has_value());
  for (const char* month : {"2026-07", "2026-11", "2026-12"}) BOOST_TEST(holds(picture, month), month);
  BOOST_TEST(!holds(picture, "2026-08"));
  site.preparation.days.clear();
  site.preparation.cases = {InstitutionCase::line_change};
  BOOST_TEST(months_picture(view()).empty());
}

BOOST_AUTO_TEST_CASE(every_line_of_the_calendar_is_short_and_ends_as_the_format_wants) {
  const std::string file = calendar();
  const auto lines = raw_lines(file);
  for (const std::string& line : lines) {
    BOOST_TEST(line.size() <= 75U, line);
    BOOST_TEST((static_cast<unsigned char>(line[0]) & 0xC0U) != 0x80U);
    BOOST_TEST(line.find('\n') == std::string::npos);
  }
  BOOST_TEST(lines.front() == "BEGIN:VCALENDAR");
  BOOST_TEST(lines.back() == "END:VCALENDAR");
}

BOOST_AUTO_TEST_CASE(each_day_is_an_event_of_a_whole_day_with_what_the_format_requires) {
  const auto lines = unfolded(calendar());
  const auto count = [&](const std::string& start) {
    return std::ranges::count_if(lines, [&](const std::string& line) { return line.starts_with(start); });
  };
  const auto events = static_cast<std::ptrdiff_t>(view().days().size());
  for (const char* part : {"BEGIN:VEVENT", "END:VEVENT", "UID:", "DTSTAMP:20261123T233000Z",
                           "DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:", "SUMMARY:"}) {
    BOOST_TEST(count(part) == events, part);
  }
  BOOST_TEST(count("DTSTART;VALUE=DATE:20261221") == 1);
  BOOST_TEST(count("DTEND;VALUE=DATE:20261222") == 1);
  BOOST_TEST(count("DESCRIPTION:架空<医院>\\, 本院\\; 1\\\\2\\n") == events);
}

BOOST_AUTO_TEST_CASE(the_same_thing_keeps_its_uid_and_two_clinics_share_none) {
  const auto uids = [](const std::string& file) {
    std::set<std::string> found;
    for (const std::string& line : unfolded(file)) {
      if (line.starts_with("UID:")) found.insert(line);
    }
    return found;
  };
  const auto before = uids(calendar());
  BOOST_TEST(before.size() == view().days().size());
  site.preparation.days[Milestone::installation].day = parse_iso_day("2026-12-22").value();
  BOOST_TEST((uids(calendar()) == before));
  site.institution.name = "架空医院";
  BOOST_TEST((uids(calendar()) == before));
  const auto uid_of_installation = [&] {
    const auto found = uids(calendar());
    const auto first = std::ranges::find_if(
        found, [](const std::string& uid) { return uid.starts_with("UID:installation-day-"); });
    return first == found.end() ? std::string() : *first;
  };
  const std::string planned = uid_of_installation();
  BOOST_TEST(!planned.empty());
  site.preparation.days[Milestone::installation].done = true;
  BOOST_TEST(uid_of_installation() == planned);
  site.preparation.days[Milestone::installation].done = false;
  site.institution.terminal = "受付2号機";
  for (const std::string& uid : uids(calendar())) BOOST_TEST(!before.contains(uid), uid);
}

BOOST_AUTO_TEST_CASE(lines_are_folded_between_characters) {
  for (std::size_t length = 70; length < 160; ++length) {
    std::string line(length % 3, 'x');
    while (line.size() < length) line += "あ";
    const std::string folded = folded_line(line);
    BOOST_TEST((unfolded(folded).front() == line), length);
    for (const std::string& part : raw_lines(folded)) BOOST_TEST(part.size() <= 75U);
  }
  BOOST_TEST(calendar_text("a,b;c\\d\ne\r") == "a\\,b\\;c\\\\d\\ne");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
