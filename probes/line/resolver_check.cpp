// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/resolver_check.h"

#include <map>

#include "probes/line/resolver_survey.h"

namespace onshi {
namespace {

using Result = NameAnswer::Result;

FindingNumber cause_of(Result result) {
  static const std::map<Result, FindingNumber> causes{
      {Result::timeout, FindingNumber::resolver_silent},
      {Result::refused, FindingNumber::resolver_refuses},
      {Result::server_failure, FindingNumber::resolver_fails},
      {Result::no_such_name, FindingNumber::resolver_name_missing},
      {Result::no_data, FindingNumber::resolver_no_data},
      {Result::unreachable, FindingNumber::resolver_unreachable}};
  auto found = causes.find(result);
  return found == causes.end() ? FindingNumber::resolver_unreadable : found->second;
}

Answer judge(const ResolverSurvey& survey, std::size_t place) {
  auto system = survey.of_system();
  if (place > system.size()) return good({{"resolver", "none"}});
  const ResolverEvidence& resolver = system[place - 1];
  Facts facts = facts_of(resolver);
  facts.add("name", survey.name);
  if (resolver.answered() && resolver.drops_edns) {
    return raise(Verdict::attention, FindingNumber::resolver_drops_edns, facts);
  }
  if (resolver.answered()) return good(facts);
  if (!survey.system_answered()) {
    return or_shadow(raise(Verdict::fail, cause_of(resolver.answer.result), facts));
  }
  return raise(Verdict::attention,
               resolver.alive() ? FindingNumber::resolvers_disagree : FindingNumber::one_resolver_silent,
               facts);
}

}  // namespace

std::string resolver_check_name(std::size_t place) { return "line.resolver." + std::to_string(place); }

Check resolver_check(std::size_t place) {
  return {.name = resolver_check_name(place),
          .question = FindingNumber::resolver,
          .needs = {"line.resolvers"},
          .behind = {"line.verdict"},
          .run =
              [place](const Inquiry& inquiry) {
                return judge(*inquiry.evidence.of<ResolverSurvey>("line.resolvers"), place);
              },
          .subject = std::to_string(place)};
}

}  // namespace onshi
