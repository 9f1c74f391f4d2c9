// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/pin_check.h"

#include <fmt/format.h>

#include "probes/reader/card_reports.h"

namespace onshi {
namespace {

bool is_phone(CardKind kind) { return kind == CardKind::android_phone || kind == CardKind::iphone; }

Facts facts_of(const PinCounter& pin) {
  Facts facts;
  if (pin.state == PinCounter::State::left) {
    facts.add("tries_left", pin.left);
  } else {
    facts.add("pin_counter", std::string(name_of(pin.state)));
  }
  return facts.add("status_word", fmt::format("{:04X}", pin.status));
}

Answer judge(const CardReport& report) {
  const Facts facts = facts_of(report.pin);
  switch (report.pin.state) {
    case PinCounter::State::left:
      if (report.pin.left > 1) return good(facts);
      return raise(Verdict::attention, FindingNumber::pin_last_try, facts);
    case PinCounter::State::locked:
      return raise(Verdict::attention, FindingNumber::pin_locked, facts);
    case PinCounter::State::verified_elsewhere:
      return good(facts);
    case PinCounter::State::not_given:
      if (is_phone(report.kind))
        return good(facts);  // whether phones tell it is known to nobody (reader.md §8)
      break;
    case PinCounter::State::not_asked:
      break;
  }
  return raise(Verdict::unknown, FindingNumber::pin_counter_unclear, facts);
}

Answer ask(const Inquiry& inquiry) { return answer_for_all(inquiry, judge); }

}  // namespace

Check pin_check() {
  return {.name = "reader.pin",
          .question = FindingNumber::pin_counter,
          .needs = {"reader.card", "reader.card_kind"},
          .budget = std::chrono::milliseconds{200},
          .run = ask};
}

}  // namespace onshi
