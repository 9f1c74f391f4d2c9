// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/steadiness.h"

#include <algorithm>
#include <cstdint>
#include <ranges>
#include <string_view>
#include <vector>

#include "probes/check/side_by_side.h"

namespace onshi {
namespace {

constexpr int kMore = 8;         // questions for a closer look
constexpr int kFewestLost = 2;   // one lost packet happens on a healthy line too
constexpr int kFewestAsked = 8;  // none of so many lost is no luck where another loses many
constexpr std::chrono::milliseconds kShortest{100};  // for one of them

bool loses_none(const QuestionCount& count) { return count.lost == 0; }

/// One loses, every other loses none.
const std::pair<const std::string, QuestionCount>* odd_one(const QuestionCounts& counts) {
  const auto found =
      std::ranges::find_if(counts, [](const auto& entry) { return entry.second.lost >= kFewestLost; });
  const auto steady = std::ranges::count_if(counts | std::views::values, loses_none);
  const bool odd =
      found != counts.end() && steady > 0 && steady + 1 == static_cast<std::ptrdiff_t>(counts.size());
  return odd ? &*found : nullptr;
}

/// Each question is given the time of the slowest, or a healthy resolver that is slow would seem to lose all.
std::chrono::milliseconds time_for_one(const ResolverSurvey& survey) {
  std::chrono::milliseconds slowest{0};
  for (const ResolverEvidence& resolver : survey.asked) {
    if (resolver.alive()) slowest = std::max(slowest, resolver.answer.round_trip);
  }
  return std::max(kShortest, 3 * slowest);
}

/// As many as there is time for.
int more_in(std::chrono::milliseconds time_for_one) {
  return static_cast<int>(std::min<std::int64_t>(kMore, kLongestCloserLook / time_for_one));
}

bool is_own(const ResolverSurvey& survey, std::string_view ip) {
  return std::ranges::any_of(survey.asked, [&](const auto& one) { return one.place > 0 && one.ip == ip; });
}

}  // namespace

QuestionCounts counts_of(const ResolverSurvey& survey) {
  QuestionCounts counts;
  for (const ResolverEvidence& resolver : survey.asked) {
    if (resolver.alive()) counts[resolver.ip] = resolver.count();
  }
  return counts;
}

void look_closer(const Inquiry& inquiry, const ResolverSurvey& survey, QuestionCounts& counts) {
  const auto each = time_for_one(survey);
  const int more = more_in(each);
  if (odd_one(counts) == nullptr || more == 0) return;
  std::vector<NameQuestion> questions;
  for (const auto& [resolver, count] : counts) {
    questions.push_back({.name = survey.name,
                         .server = resolver,
                         .type = survey.ipv6 ? NameQuestion::Type::aaaa : NameQuestion::Type::a,
                         .way = NameQuestion::Way::udp_repeated,
                         .tries = more});
  }
  const auto answers = side_by_side(questions, [&](const NameQuestion& question) {
    return inquiry.world.names().ask(question, inquiry.limit.within(more * each));
  });
  for (std::size_t i = 0; i < questions.size(); ++i) {
    counts[questions[i].server] += {answers[i].tries, answers[i].lost};
  }
}

std::optional<std::string> unsteady_one(const QuestionCounts& counts, const ResolverSurvey& survey) {
  const auto* odd = odd_one(counts);
  const auto own = std::ranges::count_if(counts | std::views::keys,
                                         [&](const std::string& ip) { return is_own(survey, ip); });
  if (odd == nullptr || own < 2 || !is_own(survey, odd->first)) return std::nullopt;
  const bool seen_enough = std::ranges::all_of(
      counts | std::views::values, [](const QuestionCount& count) { return count.sent >= kFewestAsked; });
  return seen_enough ? std::optional(odd->first) : std::nullopt;
}

Facts facts_of(const QuestionCounts& counts) {
  Facts facts;
  for (const auto& [resolver, count] : counts) {
    facts.add("resolver", resolver);
    facts.add("answered_of", std::to_string(count.sent - count.lost) + "/" + std::to_string(count.sent));
  }
  return facts;
}

}  // namespace onshi
