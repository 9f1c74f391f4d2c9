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
      {Result::truncated, FindingNumber::resolver_answer_cut},
      {Result::unreachable, FindingNumber::resolver_unreachable}};
  auto found = causes.find(result);
  return found == causes.end() ? FindingNumber::resolver_unreadable : found->second;
}

/// Of a resolver that knows the name.
Answer judge_ways(const ResolverEvidence& resolver, const Facts& facts) {
  if (resolver.drops_edns) return raise(Verdict::attention, FindingNumber::resolver_drops_edns, facts);
  if (resolver.without_tcp) return raise(Verdict::attention, FindingNumber::resolver_without_tcp, facts);
  return good(facts);
}

Answer judge_one(const ResolverSurvey& survey, const ResolverEvidence& resolver) {
  Facts facts = facts_of(resolver);
  facts.add("name", survey.name);
  if (resolver.answered()) return judge_ways(resolver, facts);
  const Verdict verdict = survey.system_answered() ? Verdict::attention : Verdict::fail;
  if (resolver.by_tcp_alone()) return raise(verdict, FindingNumber::resolver_by_tcp_alone, facts);
  if (verdict == Verdict::fail) return or_shadow(raise(verdict, cause_of(resolver.answer.result), facts));
  return raise(verdict,
               resolver.alive() ? FindingNumber::resolvers_disagree : FindingNumber::one_resolver_silent,
               facts);
}

/// The last row speaks for those behind it too: of these the first with a cause.
Answer judge(const ResolverSurvey& survey, std::size_t place, bool with_all_behind) {
  const auto system = survey.of_system();
  if (place > system.size()) return good({{"resolver", "none"}});
  Answer first = judge_one(survey, system[place - 1]);
  for (std::size_t next = place; with_all_behind && !first.cause && next < system.size(); ++next) {
    Answer behind = judge_one(survey, system[next]);
    if (behind.cause) return behind;
    first.facts.add(behind.facts);
  }
  return first;
}

}  // namespace

std::string resolver_check_name(std::size_t place) { return "line.resolver." + std::to_string(place); }

Check resolver_check(std::size_t place, bool with_all_behind) {
  return {.name = resolver_check_name(place),
          .question = FindingNumber::resolver,
          .needs = {"line.resolvers"},
          .behind = {"line.verdict"},
          .run =
              [place, with_all_behind](const Inquiry& inquiry) {
                return judge(*inquiry.evidence.of<ResolverSurvey>("line.resolvers"), place, with_all_behind);
              },
          .subject = std::to_string(place)};
}

}  // namespace onshi
