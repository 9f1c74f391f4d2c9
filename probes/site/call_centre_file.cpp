// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/call_centre_file.h"

#include <algorithm>
#include <array>

namespace onshi {
namespace {

using std::chrono::minutes;
using std::chrono::weekday;

constexpr std::array<std::string_view, 7> kDays{"monday", "tuesday",  "wednesday", "thursday",
                                                "friday", "saturday", "sunday"};

std::optional<weekday> weekday_named(std::string_view name) {
  const auto* found = std::ranges::find(kDays, name);
  if (found == kDays.end()) return std::nullopt;
  return weekday{static_cast<unsigned>(found - kDays.begin()) + 1};
}

/// "08:00"; 24:00 is the end of a day.
std::optional<minutes> time_of_day(std::string_view text) {
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -1; };
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t at : {0U, 1U, 3U, 4U}) {
    if (digit(at) < 0) return std::nullopt;
  }
  const minutes time{(digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4)};
  if (digit(3) > 5 || time > std::chrono::hours{24}) return std::nullopt;
  return time;
}

minutes time_in(XmlElement& element, const char* key) {
  const std::string text = element.text(key);
  const auto time = time_of_day(text);
  if (!time) element.not_like(key, text, "08:00");
  return time.value_or(minutes{0});
}

weekday day_in(XmlElement& element, const char* key) {
  return element.choice(key, weekday_named, {kDays.begin(), kDays.end()});
}

OpenHours read_hours(XmlReading& reading, pugi::xml_node node) {
  XmlElement element(reading, node);
  OpenHours hours{day_in(element, "first_day"), day_in(element, "last_day"), time_in(element, "from"),
                  time_in(element, "until")};
  element.nothing_else();
  if (hours.last.iso_encoding() < hours.first.iso_encoding()) {
    element.bad_value("last_day", node.attribute("last_day").as_string(), {});
  }
  if (hours.until <= hours.from) element.not_like("until", node.attribute("until").as_string(), "18:00");
  return hours;
}

bool is_phone_number(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

}  // namespace

CallCentre read_call_centre(XmlReading& reading, pugi::xml_node node) {
  XmlElement element(reading, node);
  CallCentre centre;
  centre.phone = element.text("phone");
  if (!is_phone_number(centre.phone)) element.not_like("phone", centre.phone, "0800-080-4583");
  centre.closed_on_holidays = element.yes_or_no("closed_on_holidays");
  centre.confirmed = element.yes_or_no("confirmed");
  element.nothing_else({"open"});
  for (pugi::xml_node child : node.children("open")) centre.hours.push_back(read_hours(reading, child));
  return centre;
}

}  // namespace onshi
