// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/site/call_centre.h"
#include "probes/site/japan_time.h"
#include "probes/site/profile.h"
#include "tests/unit/support/practice.h"

namespace onshi {
namespace {

using namespace std::chrono_literals;
using State = CallCentreNow::State;
using std::chrono::Friday;
using std::chrono::Monday;
using std::chrono::Saturday;

const CallCentre kCentre{.phone = "0800-000-0000",
                         .hours = {{Monday, Friday, 8h, 18h}, {Saturday, Saturday, 8h, 16h}}};

struct Row {
  const char* now;  // in Japan
  State state;
  const char* when;  // closes, else opens
};

std::string written(const std::optional<std::chrono::system_clock::time_point>& time) {
  return time ? iso_time(*time).substr(0, 16) : "";
}

CallCentreNow at(const char* now, const CallCentre& centre = kCentre) {
  return call_centre_at(centre, parse_iso_time(std::string(now) + ":00+09:00").value()).value();
}

std::string with_centre(const std::string& inside) {
  return R"(<?xml version="1.0"?>
<profile format="1" name="example" version="1">
<issuers confirmed="no"/><services/><resolvers/><prefixes/><search_domains/>
)" + inside +
         "</profile>\n";
}

std::expected<Profile, FileFault> load(const std::string& inside) {
  const test::ScratchFolder folder;
  return load_profile(folder.write("profile.xml", with_centre(inside)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(call_centre_tests)

BOOST_AUTO_TEST_CASE(it_is_open_in_its_hours_and_says_when_it_opens_again) {
  for (const Row& row :
       {Row{"2026-11-24T07:59", State::closed, "2026-11-24T08:00"},
        Row{"2026-11-24T08:00", State::open, "2026-11-24T18:00"},
        Row{"2026-11-24T17:59", State::open, "2026-11-24T18:00"},
        Row{"2026-11-24T18:00", State::closed, "2026-11-25T08:00"},
        Row{"2026-11-21T15:59", State::open, "2026-11-21T16:00"},      // Saturday
        Row{"2026-11-21T16:00", State::closed, "2026-11-24T08:00"},    // over Sunday and a holiday
        Row{"2026-11-22T10:00", State::closed, "2026-11-24T08:00"},    // Sunday
        Row{"2026-11-23T10:00", State::closed, "2026-11-24T08:00"},    // 勤労感謝の日
        Row{"2026-09-19T17:00", State::closed, "2026-09-24T08:00"},    // five free days
        Row{"2028-02-28T19:00", State::closed, "2028-02-29T08:00"},    // leap day
        Row{"2026-12-28T18:00", State::closed, "2027-01-04T08:00"},    // what is certain
        Row{"2026-12-29T10:00", State::not_told, "2027-01-04T08:00"},  //
        Row{"2026-12-30T20:00", State::closed, "2027-01-04T08:00"},    // in no hours at all
        Row{"2027-01-01T10:00", State::closed, "2027-01-04T08:00"},    // 元日 is a holiday
        Row{"2027-01-02T10:00", State::not_told, "2027-01-04T08:00"},
        Row{"2100-01-05T10:00", State::no_date, ""}, Row{"1970-01-05T10:00", State::no_date, ""}}) {
    BOOST_TEST_CONTEXT(row.now) {
      const CallCentreNow now = at(row.now);
      BOOST_TEST(name_of(now.state) == name_of(row.state));
      BOOST_TEST(written(now.state == State::open ? now.closes : now.opens) == row.when);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_holiday_that_keeps_it_closed_is_named) {
  BOOST_TEST((at("2026-11-23T10:00").holiday == Holiday::labour));
  BOOST_TEST((at("2026-05-06T10:00").holiday == Holiday::substitute));
  BOOST_TEST(!at("2026-11-22T10:00").holiday.has_value());
}

BOOST_AUTO_TEST_CASE(holidays_close_only_where_the_profile_says_so) {
  CallCentre always = kCentre;
  always.closed_on_holidays = false;
  BOOST_TEST((at("2026-11-23T10:00", always).state == State::open));
}

BOOST_AUTO_TEST_CASE(without_number_or_hours_nothing_is_said) {
  BOOST_TEST(!call_centre_at({}, parse_iso_time("2026-11-24T10:00:00+09:00").value()).has_value());
  BOOST_TEST(!call_centre_at({.phone = "0800-000-0000"}, {}).has_value());
}

BOOST_AUTO_TEST_CASE(the_profile_tells_number_and_hours) {
  const auto profile = load(
      R"(<call_centre phone="0800-000-0000" closed_on_holidays="yes" confirmed="no">
<open first_day="monday" last_day="friday" from="08:00" until="18:00"/>
<open first_day="saturday" last_day="saturday" from="08:00" until="16:00"/></call_centre>)");
  BOOST_REQUIRE(profile);
  BOOST_TEST((profile->call_centre == kCentre));
  const auto older = load("");
  BOOST_REQUIRE(older);
  BOOST_TEST(older->call_centre.phone.empty());
  BOOST_TEST(older->software.empty());
}

BOOST_AUTO_TEST_CASE(a_profile_without_a_number_gets_the_shipped_one_and_it_is_marked) {
  const test::ScratchFolder folder;
  const auto shipped =
      folder.write("shipped.xml",
                   with_centre(R"(<call_centre phone="0800-000-0000" closed_on_holidays="yes" confirmed="no">
<open first_day="monday" last_day="friday" from="08:00" until="18:00"/></call_centre>)"));
  const auto older = folder.write("older.xml", with_centre(""));
  const auto own = folder.write(
      "own.xml",
      with_centre(R"(<call_centre phone="0800-999-9999" closed_on_holidays="yes" confirmed="no"/>)"));
  const CallCentre filled = load_profile(older, shipped).value().call_centre;
  BOOST_TEST(filled.phone == "0800-000-0000");
  BOOST_TEST(filled.hours.size() == 1U);
  BOOST_TEST(filled.built_in);
  BOOST_TEST(load_profile(own, shipped).value().call_centre.phone == "0800-999-9999");
  BOOST_TEST(!load_profile(own, shipped).value().call_centre.built_in);
  BOOST_TEST(!load_profile(shipped, shipped).value().call_centre.built_in);
  BOOST_TEST(load_profile(older, folder.path() / "none.xml").value().call_centre.phone.empty());
}

BOOST_AUTO_TEST_CASE(wrong_hours_are_refused_with_their_key) {
  const std::string head = R"(<call_centre phone="0800-000-0000" closed_on_holidays="yes" confirmed="no">)";
  const std::pair<const char*, const char*> table[]{
      {R"(<open first_day="mon" last_day="friday" from="08:00" until="18:00"/>)", "first_day"},
      {R"(<open first_day="friday" last_day="monday" from="08:00" until="18:00"/>)", "last_day"},
      {R"(<open first_day="monday" last_day="friday" from="8:00" until="18:00"/>)", "from"},
      {R"(<open first_day="monday" last_day="friday" from="08:60" until="18:00"/>)", "from"},
      {R"(<open first_day="monday" last_day="friday" from="08:00" until="24:01"/>)", "until"},
      {R"(<open first_day="monday" last_day="friday" from="18:00" until="18:00"/>)", "until"},
      {R"(<open first_day="monday" last_day="friday" from="08:00"/>)", "until"}};
  for (const auto& [inside, key] : table) {
    const auto profile = load(head + inside + "</call_centre>");
    BOOST_TEST_REQUIRE(!profile, inside);
    BOOST_TEST(profile.error().key == key, inside);
  }
  BOOST_TEST(!load(R"(<call_centre phone="call us" closed_on_holidays="yes" confirmed="no"/>)"));
}

BOOST_AUTO_TEST_CASE(the_profile_tells_where_the_software_keeps_its_settings) {
  const auto profile = load(R"(<software>
<settings part="face_library" file="C:\ProgramData\OQS-Auth\OqsAuth.ini" confirmed="no"/>
<left_file kind="hand_over" folder="C:\OQS" name="初期アカウント情報(*).txt" confirmed="no"/></software>)");
  BOOST_REQUIRE(profile);
  BOOST_TEST((profile->software ==
              std::vector<SoftwareSettings>{
                  {SoftwareSettings::Part::face_library, "C:\\ProgramData\\OQS-Auth\\OqsAuth.ini", false}}));
  BOOST_TEST(profile->left_files.at(0).folder == "C:\\OQS");
  BOOST_TEST(!load(R"(<software><settings part="browser" file="x" confirmed="no"/></software>)"));
  BOOST_TEST(!load(R"(<software><left_file kind="hand_over" folder="x" confirmed="no"/></software>)"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
