// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/stability_check.h"

#include "probes/line/resolver_check.h"
#include "probes/line/steadiness.h"
#include "probes/site/resolved_names.h"

namespace onshi {
namespace {

// One lost packet happens on a healthy line too. Our guess; no figures are public.
constexpr int kFewestLost = 2;
constexpr int kOneInSo = 10;
// Ten times what a line of this kind takes; a page of many requests becomes slow to look at. Our guess.
constexpr std::chrono::milliseconds kSlow{300};

const ResolverSurvey& survey_of(const Inquiry& inquiry) {
  return *inquiry.evidence.of<ResolverSurvey>("line.resolvers");
}

QuestionCounts counts_of(const Inquiry& inquiry) {
  const auto* names = inquiry.evidence.of<ResolvedNames>("line.names");
  return names != nullptr ? names->counts : counts_of(survey_of(inquiry));
}

/// Of all but the one that alone is unsteady: that says nothing of the line.
QuestionCount count_of_line(const QuestionCounts& counts, const ResolverSurvey& survey) {
  const auto unsteady = unsteady_one(counts, survey);
  QuestionCount all;
  for (const auto& [resolver, count] : counts) {
    if (resolver != unsteady) all += count;
  }
  return all;
}

/// Of the quickest of all questions: one late answer happens on a quick line too.
LineDelay delay_of(const Inquiry& inquiry) {
  const auto* names = inquiry.evidence.of<ResolvedNames>("line.names");
  return names != nullptr ? names->delay : survey_of(inquiry).delay();
}

Answer judge(const Inquiry& inquiry) {
  const QuestionCounts counts = counts_of(inquiry);
  const QuestionCount count = count_of_line(counts, survey_of(inquiry));
  const auto quickest = delay_of(inquiry).quickest;
  Facts facts{{"packets_sent", std::to_string(count.sent)}, {"packets_lost", std::to_string(count.lost)}};
  facts.add("answer_ms", quickest.count()).add(facts_of(counts));
  if (count.lost >= kFewestLost && count.lost * kOneInSo >= count.sent) {
    return raise(Verdict::fail, FindingNumber::packets_lost, facts);
  }
  if (quickest >= kSlow) return raise(Verdict::attention, FindingNumber::line_slow, facts);
  return good(facts);
}

}  // namespace

Check stability_check(std::size_t resolver_rows) {
  Check check{.name = "line.stability",
              .question = FindingNumber::line_stability,
              .needs = {"line.resolvers"},
              .after = {"line.names"},
              .run = judge};
  for (std::size_t place = 1; place <= resolver_rows; ++place) {
    check.needs.push_back(resolver_check_name(place));
  }
  return check;
}

}  // namespace onshi
