// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/name_check.h"

#include <algorithm>

#include "probes/check/side_by_side.h"
#include "probes/site/resolved_names.h"

namespace onshi {
namespace {

using Result = NameAnswer::Result;
constexpr std::chrono::milliseconds kPatience{700};  // for one resolver, with its repeat
constexpr int kAnswers = 3;                          // the same, and a cut one's fetching by TCP
constexpr std::size_t kServers = 2;

FindingNumber cause_of(Result result) {
  switch (result) {
    case Result::no_such_name:
      return FindingNumber::host_name_missing;
    case Result::no_data:
      return FindingNumber::host_name_no_data;
    case Result::timeout:
    case Result::unreachable:
      return FindingNumber::host_name_unanswered;
    default:
      return FindingNumber::host_name_refused;
  }
}

/// What one resolver said.
struct Said {
  std::string resolver;
  NameAnswer answer;
};

bool is_answer(const Said& said) { return said.answer.result == Result::answer; }

/// So surely that the system asks nobody else.
bool ends_the_search(const Said& said) {
  return said.answer.result == Result::no_such_name || said.answer.result == Result::no_data;
}

Said ask(const Inquiry& inquiry, const LadderHost& host, const ResolvedNames& known,
         const std::string& resolver) {
  NameQuestion question;
  question.name = host.service.host;
  question.server = resolver;
  question.type = known.ipv6 ? NameQuestion::Type::aaaa : NameQuestion::Type::a;
  NameAnswer answer =
      inquiry.world.names().ask(question, inquiry.limit.within(known.delay.patience(kPatience, kAnswers)));
  if (answer.result == Result::answer && answer.addresses.empty()) answer.result = Result::no_data;
  return {resolver, answer};
}

/// All at once: what the second one says matters also when the first one answers.
std::vector<Said> ask_all(const Inquiry& inquiry, const LadderHost& host) {
  const auto& known = *inquiry.evidence.of<ResolvedNames>("line.names");
  const auto count = static_cast<std::ptrdiff_t>(std::min(kServers, known.resolvers.size()));
  const std::vector resolvers(known.resolvers.begin(), known.resolvers.begin() + count);
  return side_by_side(resolvers,
                      [&](const std::string& resolver) { return ask(inquiry, host, known, resolver); });
}

Facts facts_of(const LadderHost& host, const Said& said) {
  Facts facts{{"host", host.service.host}, {"resolver", said.resolver}};
  for (const std::string& address : said.answer.addresses) facts.add("address", address);
  if (!is_answer(said)) {
    facts.add("result", std::string(name_of(said.answer.result))).add("tries", said.answer.tries);
  }
  return facts;
}

HostAddresses addresses_of(const std::vector<Said>& all, const Said& first) {
  HostAddresses found{first.answer.addresses};
  for (const Said& said : all) {
    if (!is_answer(said)) continue;
    for (const std::string& address : said.answer.addresses) {
      const bool known = std::ranges::find(found.addresses, address) != found.addresses.end();
      if (!known) found.elsewhere.push_back(address);
    }
  }
  return found;
}

Answer resolve(const Inquiry& inquiry, const LadderHost& host) {
  const auto all = ask_all(inquiry, host);
  const auto answered = std::ranges::find_if(all, is_answer);
  if (answered == all.end()) {
    if (all.empty()) return raise(Verdict::fail, cause_of(Result::timeout), {{"host", host.service.host}});
    const Said& decides = ends_the_search(all.front()) ? all.front() : all.back();
    return raise(Verdict::fail, cause_of(decides.answer.result), facts_of(host, decides));
  }
  if (answered != all.begin() && ends_the_search(all.front())) {
    Facts facts = facts_of(host, all.front()).add("answering_resolver", answered->resolver);
    return raise(Verdict::fail, FindingNumber::host_name_missing_in_first, std::move(facts));
  }
  HostAddresses found = addresses_of(all, *answered);
  found.delay = inquiry.evidence.of<ResolvedNames>("line.names")->delay;
  Facts facts = facts_of(host, *answered);
  for (const std::string& address : found.elsewhere) facts.add("other_address", address);
  return good(std::move(facts), std::move(found));
}

}  // namespace

Check name_check(const LadderHost& host) {
  return {
      .name = host.check_name("name"),
      .question = FindingNumber::host_name,
      .needs = {"line.names"},
      .budget = LineDelay{LineDelay::kLongest}.patience(kPatience, kAnswers) + std::chrono::milliseconds{300},
      .run = [host](const Inquiry& inquiry) { return resolve(inquiry, host); },
      .subject = host.service.host};
}

}  // namespace onshi
