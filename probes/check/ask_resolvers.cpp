// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/check/ask_resolvers.h"

#include <algorithm>

#include "probes/check/side_by_side.h"

namespace onshi {
namespace {

using Result = NameAnswer::Result;
constexpr int kAnswers = 3;  // a question, its repeat, and a cut one's fetching by TCP

const ResolverSaid* first_that(const std::vector<ResolverSaid>& all, auto fits) {
  const auto found = std::ranges::find_if(all, fits);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

bool ResolverSaid::denied() const {
  return answer.result == Result::no_such_name || answer.result == Result::no_data;
}

std::chrono::milliseconds patience_for_name(const LineDelay& delay, std::chrono::milliseconds usual) {
  return delay.patience(usual, kAnswers);
}

std::chrono::milliseconds longest_for_name(std::chrono::milliseconds usual) {
  return patience_for_name(LineDelay{LineDelay::kLongest}, usual);
}

NameQuestion question_for(const ResolvedNames& known, const std::string& resolver, const std::string& host) {
  const bool plain = std::ranges::find(known.without_edns, resolver) != known.without_edns.end();
  return {.name = host,
          .server = resolver,
          .type = known.ipv6 ? NameQuestion::Type::aaaa : NameQuestion::Type::a,
          .way = plain ? NameQuestion::Way::udp_plain : NameQuestion::Way::udp_edns};
}

ResolverSaid ask_resolver(const Inquiry& inquiry, const ResolvedNames& known, const std::string& resolver,
                          const std::string& host, std::chrono::milliseconds usual) {
  ResolverSaid said{resolver,
                    inquiry.world.names().ask(question_for(known, resolver, host),
                                              inquiry.limit.within(patience_for_name(known.delay, usual)))};
  if (said.answered() && said.answer.addresses.empty()) said.answer.result = Result::no_data;
  return said;
}

std::vector<ResolverSaid> ask_resolvers(const Inquiry& inquiry, const ResolvedNames& known,
                                        const std::string& host, std::chrono::milliseconds usual) {
  return side_by_side(known.resolvers, [&](const std::string& resolver) {
    return ask_resolver(inquiry, known, resolver, host, usual);
  });
}

const ResolverSaid* heeded(const std::vector<ResolverSaid>& all) {
  const auto* said = first_that(all, [](const auto& one) { return one.answered() || one.denied(); });
  if (said != nullptr || all.empty()) return said;
  return &all.back();
}

const ResolverSaid* first_answer(const std::vector<ResolverSaid>& all) {
  return first_that(all, [](const ResolverSaid& one) { return one.answered(); });
}

}  // namespace onshi
