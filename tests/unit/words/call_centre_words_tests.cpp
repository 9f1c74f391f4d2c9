// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/site/japan_time.h"
#include "probes/site/profile.h"
#include "wizard/words/call_centre_words.h"

namespace onshi {
namespace {

const std::filesystem::path kAssets = std::string(ONSHI_SOURCE_DIR) + "/assets";

std::chrono::system_clock::time_point time_of(const char* now) {
  return parse_iso_time(std::string(now) + ":00+09:00").value();
}

Finding clock(Verdict verdict, const char* seconds, const char* direction) {
  Finding finding;
  finding.verdict = verdict;
  finding.facts = {{"offset_seconds", seconds}, {"clock_direction", direction}};
  return finding;
}

// Words and profile as they are shipped: what people will read.
struct Shipped {
  const Words words = Words::load(kAssets).value();
  const CallCentre centre = load_profile(kAssets / "profiles/standard.xml").value().call_centre;

  [[nodiscard]] std::vector<std::string> lines(const char* now,
                                               Language language = Language::japanese) const {
    return call_centre_lines(centre, words, language, PresentTime{time_of(now)});
  }
  [[nodiscard]] std::vector<std::string> lines_by(const PresentTime& now) const {
    return call_centre_lines(centre, words, Language::japanese, now);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(call_centre_words_tests, Shipped)

BOOST_AUTO_TEST_CASE(the_second_line_says_whether_it_is_open_just_now) {
  const std::pair<const char*, const char*> table[]{
      {"2026-11-24T09:00", "いま開いています。きょうは18:00までです。"},
      {"2026-11-24T07:00", "いまは閉まっています。きょう8:00に開きます。"},
      {"2026-11-21T16:30", "いまは閉まっています。次に開くと分かっているのは、11月24日（火）8:00です。"},
      {"2026-11-23T09:00",
       "きょうは勤労感謝の日で、閉まっています。次に開くと分かっているのは、11月24日（火）8:00です。"},
      {"2026-05-06T09:00",
       "きょうは振替休日で、閉まっています。次に開くと分かっているのは、5月7日（木）8:00です。"},
      {"2026-12-30T09:00",
       "いまは年末年始で、開いているかどうか分かりません。次に開くと分かっているのは、1月4日（月）8:"
       "00です。"}};
  for (const auto& [now, expected] : table) BOOST_TEST(lines(now).at(1) == expected, now);
  BOOST_TEST(lines("2026-11-23T09:00", Language::english).at(1) ==
             "It is closed today: Labour Thanksgiving Day. The next opening that is known is on Tuesday, "
             "11/24, at 8:00.");
}

BOOST_AUTO_TEST_CASE(number_and_hours_come_from_the_profile_with_what_is_not_known) {
  const auto said = lines("2026-11-24T09:00");
  BOOST_TEST(said.at(0) == "オンライン資格確認等コールセンター：0800-080-4583");
  BOOST_TEST(
      said.at(2) ==
      "受付時間は、月～金曜日 8:00～18:00、土曜日 "
      "8:00～16:00です。祝日は休みです。年末年始（12月29日～1月3日）のことは分かっていません。（番号と時間"
      "は未確認です）");
  BOOST_TEST(
      lines("2026-11-24T09:00", Language::english).at(2) ==
      "Hours: Monday to Friday 8:00–18:00, Saturday 8:00–16:00. Closed on national holidays. Nothing is "
      "known about 29 December to 3 January. (Number and hours are unconfirmed.)");
}

BOOST_AUTO_TEST_CASE(paper_that_is_read_later_says_nothing_of_just_now) {
  BOOST_TEST(call_centre_lines(centre, words, Language::japanese, {}).size() == 2U);
  BOOST_TEST(call_centre_lines({}, words, Language::japanese, {}).empty());
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_known_wrong_is_corrected_and_said) {
  const Finding ahead = clock(Verdict::fail, "36000.0", "clock_ahead");  // ten hours
  const auto corrected = lines_by(present_time(time_of("2026-11-24T21:00"), &ahead));
  BOOST_TEST(
      corrected.at(1) ==
      "いま開いています。きょうは18:00までです。（この端末の時計は合っていないため、正しい時刻で見ました）");
  const Finding behind = clock(Verdict::fail, "36000.0", "clock_behind");
  BOOST_TEST(lines_by(present_time(time_of("2026-11-24T01:00"), &behind)).at(1) == corrected.at(1));
  const Finding inexact = clock(Verdict::attention, "120.0", "clock_behind");
  BOOST_TEST(lines_by(present_time(time_of("2026-11-24T07:59"), &inexact)).at(1) ==
             "いま開いています。きょうは18:00までです。");
}

BOOST_AUTO_TEST_CASE(a_clock_that_cannot_be_right_tells_nothing_of_just_now) {
  Finding impossible;
  impossible.verdict = Verdict::fail;
  const std::string expected = "この端末の時計が合っていないため、いま開いているかどうかは分かりません。";
  BOOST_TEST(lines_by(present_time(time_of("2019-11-21T10:00"), &impossible)).at(1) == expected);
  BOOST_TEST(lines_by(present_time(time_of("1999-11-22T10:00"), nullptr)).at(1) == expected);
  BOOST_TEST(lines("2100-01-05T10:00").at(1) ==
             "この端末の日付では、開いているかどうか分かりません。日付を確かめてください。");
}

BOOST_AUTO_TEST_CASE(the_number_that_came_with_the_program_is_marked) {
  const CallCentre built_in = call_centre_or({}, centre);
  const auto said = call_centre_lines(built_in, words, Language::japanese, {});
  BOOST_TEST(said.at(0) ==
             "オンライン資格確認等コールセンター：0800-080-"
             "4583（プロファイルに番号がないため、プログラムに付属の番号です）");
}

BOOST_AUTO_TEST_CASE(every_holiday_has_a_name) {
  for (int number = 0; number <= static_cast<int>(Holiday::between); ++number) {
    const std::string id = "holiday." + std::string(name_of(static_cast<Holiday>(number)));
    BOOST_TEST(words.has(id), id);
  }
}

BOOST_AUTO_TEST_CASE(whoever_is_told_to_call_gets_the_number) {
  for (const auto& [number, entry] : words.catalogue()) {
    bool told = false;
    for (const std::string& step : entry.japanese.clinic)
      told = told || step.find("コールセンターに") != step.npos;
    BOOST_TEST(told == entry.calls_centre, number);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
