// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/resolver_settings_check.h"

#include <algorithm>

#include "probes/line/resolver_survey.h"

namespace onshi {
namespace {

using Result = NameAnswer::Result;

Facts facts_of(const ResolverSurvey& survey) {
  Facts facts{{"name", survey.name}};
  for (const ResolverEvidence& one : survey.asked) {
    const char* key = one.place > 0 ? "resolver" : one.closed ? "closed_resolver" : "ngn_resolver";
    facts.add(key, one.ip).add("result", std::string(name_of(one.answer.result)));
  }
  return facts;
}

/// Says "no such name" so surely that the system does not ask the next one.
bool ends_the_search(const ResolverEvidence& resolver) {
  return resolver.answer.result == Result::no_such_name || resolver.answer.result == Result::no_data;
}

bool is_of_other_region(const ResolverEvidence& resolver, const ResolverEvidence& right) {
  return resolver.closed && resolver.region != right.region;
}

/// None of the system's answered, but a closed one does when it is asked directly.
FindingNumber what_is_wrong(const std::vector<ResolverEvidence>& system, const ResolverEvidence& right) {
  bool other_region =
      std::ranges::any_of(system, [&](const auto& resolver) { return is_of_other_region(resolver, right); });
  return other_region ? FindingNumber::resolver_of_other_region : FindingNumber::wrong_resolver;
}

Answer judge(const ResolverSurvey& survey) {
  auto system = survey.of_system();
  Facts facts = facts_of(survey);
  if (system.empty()) return raise(Verdict::fail, FindingNumber::no_resolver_set, facts, survey);
  if (survey.system_answered()) {
    if (!ends_the_search(system.front())) return good(facts, survey);
    return raise(Verdict::fail, FindingNumber::wrong_resolver_first, facts, survey);
  }
  const ResolverEvidence* right = survey.closed_answer();
  if (right) return raise(Verdict::fail, what_is_wrong(system, *right), facts, survey);
  return good(facts, survey);
}

Answer look_at_resolvers(const Inquiry& inquiry) {
  return judge(survey_resolvers(inquiry, *inquiry.evidence.of<AddressEvidence>("line.address")));
}

}  // namespace

Check resolver_settings_check() {
  return {.name = "line.resolvers",
          .question = FindingNumber::resolver_settings,
          .needs = {"line.address", "line.route"},
          .budget = std::chrono::milliseconds{2800},
          .run = look_at_resolvers};
}

}  // namespace onshi
