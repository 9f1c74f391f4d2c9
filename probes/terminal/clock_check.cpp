// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/terminal/clock_check.h"

#include <cmath>

#include <fmt/format.h>

#include "probes/site/clock_offset.h"
#include "probes/terminal/service_time.h"

namespace onshi {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kWrong = 5min;  // TLS and certificate dates fail from here (line.md §8)
constexpr std::chrono::milliseconds kInexact = 5s;  // a kept clock is never this far off
constexpr std::chrono::milliseconds kExact = 50ms;  // shown as 0.0

std::chrono::year year_of(std::chrono::system_clock::time_point now) {
  return std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(now)}.year();
}

bool is_kept_by_the_system(World& world) {
  auto system = world.machine().system();
  return system && system->clock_synchronised.value_or(false);
}

Facts facts_of(const ServiceTime& seen) {
  const double seconds = std::abs(static_cast<double>(seen.offset.count())) / 1000;
  Facts facts{{"time_host", seen.host}, {"address", seen.address}};
  facts.add("offset_seconds", fmt::format("{:.1f}", seconds));
  if (std::chrono::abs(seen.offset) < kExact) return facts;
  return facts.add("clock_direction", seen.offset.count() > 0 ? "clock_behind" : "clock_ahead");
}

Answer judge_offset(const ServiceTime& seen) {
  const ClockOffset evidence{true, seen.offset};
  const auto size = std::chrono::abs(seen.offset);
  if (size > kWrong) return raise(Verdict::fail, FindingNumber::clock_wrong, facts_of(seen), evidence);
  if (size > kInexact)
    return raise(Verdict::attention, FindingNumber::clock_inexact, facts_of(seen), evidence);
  return good(facts_of(seen), evidence);
}

/// A time host that does not answer is worth a word even when the system says that it keeps the clock some
/// other way.
Answer not_compared(const ServiceTime& seen, bool kept) {
  const Verdict verdict = kept ? Verdict::attention : Verdict::unknown;
  Facts facts{
      {"time_host", seen.host}, {"trouble", seen.trouble}, {"clock_synchronised", kept ? "yes" : "not_told"}};
  if (seen.result == ServiceTime::Result::name_unknown) {
    return or_shadow(raise(verdict, FindingNumber::time_name_unknown, facts, ClockOffset{}));
  }
  return or_shadow(
      raise(verdict, FindingNumber::time_host_silent, facts.add("address", seen.address), ClockOffset{}));
}

Answer without_host(bool kept) {
  if (kept) return good({{"clock_synchronised", "yes"}}, ClockOffset{});
  return raise(Verdict::unknown, FindingNumber::clock_not_compared, {}, ClockOffset{});
}

Answer ask(const Inquiry& inquiry) {
  const ServiceTime seen = ask_service_time(inquiry);
  if (seen.result == ServiceTime::Result::answered) return judge_offset(seen);
  const auto year = year_of(inquiry.world.machine().now());
  if (year < kFirstYearOfProgram) {
    return raise(Verdict::fail, FindingNumber::clock_impossible, Facts().add("year", static_cast<int>(year)),
                 ClockOffset{});
  }
  const bool kept = is_kept_by_the_system(inquiry.world);
  return seen.result == ServiceTime::Result::no_host ? without_host(kept) : not_compared(seen, kept);
}

}  // namespace

Check clock_check() {
  return {.name = "terminal.clock",
          .question = FindingNumber::terminal_clock,
          .behind = {"line.names"},
          .budget = std::chrono::milliseconds{6500},
          .run = ask};
}

}  // namespace onshi
