// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/words/call_centre_words.h"

#include <fmt/format.h>

#include "probes/site/japan_time.h"

namespace onshi {
namespace {

using std::chrono::system_clock;

class CentreWords {
 public:
  CentreWords(const CallCentre& centre, const Words& words, Language language)
      : centre_(centre), words_(words), language_(language) {}

  [[nodiscard]] std::string number() const {
    return say("call.number", {{"phone", centre_.phone}}) + (centre_.built_in ? say("call.built_in") : "");
  }
  [[nodiscard]] std::string clock_wrong() const { return say("call.clock_wrong"); }
  [[nodiscard]] std::string by_right_time() const { return say("call.clock_corrected"); }
  [[nodiscard]] std::string hours() const;
  [[nodiscard]] std::string just_now(const CallCentreNow& state, system_clock::time_point now) const;

 private:
  [[nodiscard]] std::string say(std::string_view id, const Facts& facts = {}) const {
    return words_.text(id, language_, facts);
  }
  [[nodiscard]] std::string day_of_week(std::chrono::weekday day) const {
    return say(fmt::format("weekday.{}", day.iso_encoding()));
  }
  [[nodiscard]] std::string hours_of(const OpenHours& hours) const;
  [[nodiscard]] std::string opening(system_clock::time_point opens, system_clock::time_point now) const;

  const CallCentre& centre_;
  const Words& words_;
  Language language_;
};

std::string clock_of(std::chrono::minutes time) {
  return fmt::format("{}:{:02}", time.count() / 60, time.count() % 60);
}

/// "8:00", the time of day in Japan.
std::string clock_of(system_clock::time_point time) {
  const std::string iso = iso_time(time);
  return iso.substr(iso[11] == '0' ? 12 : 11, iso[11] == '0' ? 4 : 5);
}

std::string CentreWords::hours_of(const OpenHours& hours) const {
  Facts facts{{"first", day_of_week(hours.first)}, {"last", day_of_week(hours.last)}};
  facts.add("from", clock_of(hours.from)).add("until", clock_of(hours.until));
  return say(hours.first == hours.last ? "call.hours.day" : "call.hours.days", facts);
}

std::string CentreWords::hours() const {
  std::string all;
  for (const OpenHours& hours : centre_.hours) {
    all += (all.empty() ? std::string() : say("call.hours.and")) + hours_of(hours);
  }
  std::string said = say("call.hours", {{"hours", all}});
  if (centre_.closed_on_holidays) said += say("call.hours.holidays");
  said += say("call.hours.year_end");
  return centre_.confirmed ? said : said + say("call.unconfirmed");
}

std::string CentreWords::opening(system_clock::time_point opens, system_clock::time_point now) const {
  const auto day = japan_day(opens);
  const Facts time{{"time", clock_of(opens)}};
  if (day == japan_day(now)) return say("call.opens.today", time);
  Facts facts{{"month", std::to_string(static_cast<unsigned>(day.month()))},
              {"day", std::to_string(static_cast<unsigned>(day.day()))},
              {"weekday", day_of_week(std::chrono::weekday{std::chrono::sys_days{day}})}};
  return say("call.opens.later", facts.add(time));
}

std::string CentreWords::just_now(const CallCentreNow& state, system_clock::time_point now) const {
  if (state.state == CallCentreNow::State::open) return say("call.open", {{"time", clock_of(*state.closes)}});
  if (state.state == CallCentreNow::State::no_date) return say("call.no_date");
  const std::string again = state.opens ? opening(*state.opens, now) : say("call.opens.unknown");
  if (state.state == CallCentreNow::State::not_told) return say("call.not_told") + again;
  if (!state.holiday) return say("call.closed") + again;
  return say("call.holiday", {{"holiday", say(fmt::format("holiday.{}", name_of(*state.holiday)))}}) + again;
}

}  // namespace

std::vector<std::string> call_centre_lines(const CallCentre& centre, const Words& words, Language language,
                                           const std::optional<PresentTime>& now) {
  if (centre.phone.empty()) return {};
  const CentreWords say(centre, words, language);
  std::vector<std::string> lines{say.number()};
  const auto state = now ? call_centre_at(centre, now->time) : std::nullopt;
  if (state && now->from == PresentTime::From::nowhere) {
    lines.push_back(say.clock_wrong());
  } else if (state) {
    const bool corrected = now->from == PresentTime::From::corrected;
    lines.push_back(say.just_now(*state, now->time) + (corrected ? say.by_right_time() : ""));
  }
  if (!centre.hours.empty()) lines.push_back(say.hours());
  return lines;
}

}  // namespace onshi
