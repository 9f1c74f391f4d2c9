// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/resolver_settings_check.h"

#include <algorithm>

#include "probes/line/resolver_survey.h"
#include "probes/world/way_out.h"

namespace onshi {
namespace {

using Result = NameAnswer::Result;

Facts facts_of(const ResolverSurvey& survey) {
  Facts facts{{"name", survey.name}};
  for (const ResolverEvidence& one : survey.asked) {
    const char* key = one.place > 0 ? "resolver" : one.closed ? "closed_resolver" : "ngn_resolver";
    facts.add(key, one.ip).add("result", std::string(name_of(one.answer.result)));
    facts.add(facts_of_other_ways(one));
  }
  return facts;
}

/// Says "no such name" so surely that the system does not ask the next one.
bool ends_the_search(const ResolverEvidence& resolver) {
  return resolver.answer.result == Result::no_such_name || resolver.answer.result == Result::no_data;
}

/// None of the system's answered, but `right`, a closed one, does when it is asked directly.
Answer blame_settings(const ResolverSurvey& survey, const ResolverEvidence& right) {
  Facts facts{{"answering_resolver", right.ip}};
  auto system = survey.of_system();
  auto misplaced = std::ranges::find_if(
      system, [&](const auto& resolver) { return resolver.closed && resolver.region != right.region; });
  if (misplaced == system.end()) {
    return raise(Verdict::fail, FindingNumber::wrong_resolver, facts.add(facts_of(survey)), survey);
  }
  facts.add("misplaced_resolver", misplaced->ip).add(facts_of(survey));
  return raise(Verdict::fail, FindingNumber::resolver_of_other_region, facts, survey);
}

/// By its own routes the system goes to `ip` over another link than the line's, over which it was asked here.
Facts other_way_to(const Inquiry& inquiry, const NetworkView& view, const std::string& ip) {
  const std::string right = link_towards(view, inquiry.profile.prefixes, ip);
  const auto source = inquiry.world.links().source_towards(ip);
  const std::string taken = source ? link_with(view, *source) : std::string{};
  if (right.empty() || taken.empty() || taken == right) return {};
  return {{"resolver", ip}, {"line_link", right}, {"taken_link", taken}, {"source", *source}};
}

Facts other_way(const Inquiry& inquiry, const ResolverSurvey& survey) {
  const auto& view = inquiry.evidence.of<AddressEvidence>("line.address")->view;
  for (const ResolverEvidence& resolver : survey.asked) {
    if (!resolver.answered()) continue;
    if (Facts facts = other_way_to(inquiry, view, resolver.ip); !facts.empty()) return facts;
  }
  return {};
}

Answer judge(const Inquiry& inquiry, const ResolverSurvey& survey) {
  auto system = survey.of_system();
  Facts facts = facts_of(survey);
  if (system.empty()) return raise(Verdict::fail, FindingNumber::no_resolver_set, facts, survey);
  if (survey.system_answered()) {
    if (ends_the_search(system.front())) {
      return raise(Verdict::fail, FindingNumber::wrong_resolver_first, facts, survey);
    }
    const Facts astray = other_way(inquiry, survey);
    if (astray.empty()) return good(facts, survey);
    return raise(Verdict::attention, FindingNumber::other_link_taken, astray, survey);
  }
  if (const ResolverEvidence* right = survey.closed_answer()) return blame_settings(survey, *right);
  if (std::ranges::any_of(survey.asked, &ResolverEvidence::alive)) return good(facts, survey);
  // Not `unknown`: that would stop the resolvers' own rows, which say in which way each of them is silent.
  return raise(Verdict::attention, FindingNumber::resolver_settings_not_judged, facts, survey);
}

Answer look_at_resolvers(const Inquiry& inquiry) {
  return judge(inquiry, survey_resolvers(inquiry, *inquiry.evidence.of<AddressEvidence>("line.address")));
}

}  // namespace

Check resolver_settings_check(bool behind_tunnel) {
  std::vector<std::string> needs{"line.address", "line.route"};
  if (behind_tunnel) needs.emplace_back("line.tunnel");
  return {.name = "line.resolvers",
          .question = FindingNumber::resolver_settings,
          .needs = std::move(needs),
          .budget = 2 * kRoundOfResolvers + std::chrono::milliseconds{900},
          .run = look_at_resolvers};
}

}  // namespace onshi
