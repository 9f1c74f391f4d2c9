// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/report/calendar_file.h"

#include <fmt/format.h>

#include "probes/site/iso_day.h"

namespace onshi {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::size_t kLongestLine = 75;  // bytes, without the line's end

std::string digits_of(year_month_day day) {
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string stamp_of(std::chrono::system_clock::time_point now) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
  const auto day = std::chrono::floor<days>(seconds);
  const std::chrono::hh_mm_ss time{seconds - day};
  return fmt::format("{}T{:02}{:02}{:02}Z", digits_of(year_month_day{day}), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Of the terminal, so that two calendars of two institutions never share one; the same every time, also
/// after the institution's name was corrected. Without a code the name is all there is.
std::string identity_of(const Site& site) {
  constexpr std::uint64_t kStart = 14695981039346656037ULL;  // FNV-1a
  constexpr std::uint64_t kPrime = 1099511628211ULL;
  const Institution& of = site.institution;
  std::uint64_t hash = kStart;
  for (const char byte : (of.code.empty() ? "/" + of.name : of.code) + "/" + of.terminal) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * kPrime;
  }
  return fmt::format("{:016x}", hash);
}

/// A day has two events at most, itself and the one by which it is due: what was planned or expected and is
/// now done stays the same event.
std::string_view part_of(const PlannedDay& line) {
  return line.meaning == PlannedDay::Meaning::due ? "due" : "day";
}

std::string event(const PreparationView& view, const PlannedDay& line, const std::string& stamp) {
  const year_month_day next{sys_days{line.day} + days{1}};
  const std::string what = meaning_words(view, line) + ": " + milestone_words(view, line.what);
  return folded_line("BEGIN:VEVENT") +
         folded_line(fmt::format("UID:{}-{}-{}@onshi-setup.invalid", name_of(line.what), part_of(line),
                                 identity_of(view.site))) +
         folded_line("DTSTAMP:" + stamp) + folded_line("DTSTART;VALUE=DATE:" + digits_of(line.day)) +
         folded_line("DTEND;VALUE=DATE:" + digits_of(next)) + folded_line("SUMMARY:" + calendar_text(what)) +
         folded_line("DESCRIPTION:" +
                     calendar_text(view.site.institution.name + "\n" + view.say("prepare.estimate"))) +
         folded_line("TRANSP:TRANSPARENT") + folded_line("END:VEVENT");
}

}  // namespace

std::string folded_line(std::string_view line) {
  std::string folded;
  std::size_t room = kLongestLine;
  while (line.size() > room) {
    std::size_t end = room;
    while (end > 1 && is_continuation(line[end])) --end;
    folded.append(line.substr(0, end)).append("\r\n ");
    line.remove_prefix(end);
    room = kLongestLine - 1;  // the space counts
  }
  return folded.append(line).append("\r\n");
}

std::string calendar_text(std::string_view text) {
  std::string safe;
  for (const char letter : text) {
    if (letter == '\\' || letter == ';' || letter == ',') safe += '\\';
    if (letter == '\n') {
      safe += "\\n";
    } else if (static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7F) {
      safe += letter;
    }
  }
  return safe;
}

std::string calendar_file(const PreparationView& view, std::chrono::system_clock::time_point now) {
  const std::string stamp = stamp_of(now);
  std::string file = folded_line("BEGIN:VCALENDAR") + folded_line("VERSION:2.0") +
                     folded_line("PRODID:-//onshi-setup//preparation//JA") +
                     folded_line("CALSCALE:GREGORIAN") + folded_line("METHOD:PUBLISH");
  for (const PlannedDay& line : view.days()) file += event(view, line, stamp);
  return file + folded_line("END:VCALENDAR");
}

}  // namespace onshi
