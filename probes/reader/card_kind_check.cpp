// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/card_kind_check.h"

#include <fmt/format.h>

#include "probes/reader/card_reports.h"

namespace onshi {
namespace {

Facts facts_of(const CardReport& report) {
  Facts facts{{"reader", report.reader}, {"card_kind", std::string(name_of(report.kind))}};
  if (!report.token.empty()) facts.add("token", report.token);
  facts.add("status_word", fmt::format("{:04X}", report.status)).add("atr", report.atr);
  return facts;
}

Answer judge(const CardReport& report) {
  switch (report.kind) {
    case CardKind::my_number_card:
    case CardKind::android_phone:
    case CardKind::iphone:
      return good(facts_of(report));
    case CardKind::resident_card:
      return raise(Verdict::fail, FindingNumber::old_resident_card, facts_of(report));
    case CardKind::other:
      return raise(Verdict::attention, FindingNumber::unknown_card_token, facts_of(report));
    case CardKind::foreign:
      return raise(Verdict::fail, FindingNumber::not_my_number_card, facts_of(report));
    case CardKind::unclear:
      break;
  }
  return raise(Verdict::unknown, FindingNumber::card_answer_unclear, facts_of(report));
}

Answer ask(const Inquiry& inquiry) { return answer_for_all(inquiry, judge); }

}  // namespace

Check card_kind_check() {
  return {.name = "reader.card_kind",
          .question = FindingNumber::card_kind,
          .needs = {"reader.card"},
          .budget = std::chrono::milliseconds{200},
          .run = ask};
}

}  // namespace onshi
