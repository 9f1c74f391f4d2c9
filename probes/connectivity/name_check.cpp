// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/name_check.h"

#include <ranges>

#include "probes/site/resolved_names.h"

namespace onshi {
namespace {

using Result = NameAnswer::Result;
constexpr std::chrono::milliseconds kPatience{700};  // for one resolver, with its repeat
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

Facts facts_of(const LadderHost& host, const NameQuestion& question, const NameAnswer& answer) {
  Facts facts{{"host", host.service.host}, {"resolver", question.server}};
  for (const std::string& address : answer.addresses) facts.add("address", address);
  if (answer.result != Result::answer) {
    facts.add("result", std::string(name_of(answer.result))).add("tries", answer.tries);
  }
  return facts;
}

Answer resolve(const Inquiry& inquiry, const LadderHost& host) {
  const auto& known = *inquiry.evidence.of<ResolvedNames>("line.names");
  NameQuestion question;
  question.name = host.service.host;
  question.type = known.ipv6 ? NameQuestion::Type::aaaa : NameQuestion::Type::a;
  NameAnswer answer;
  for (const std::string& server : known.resolvers | std::views::take(kServers)) {
    question.server = server;
    answer = inquiry.world.names().ask(question, inquiry.limit.within(kPatience));
    if (answer.result == Result::answer && answer.addresses.empty()) answer.result = Result::no_data;
    if (answer.result == Result::answer) break;
  }
  Facts facts = facts_of(host, question, answer);
  if (answer.result == Result::answer) return good(facts, HostAddresses{answer.addresses});
  return raise(Verdict::fail, cause_of(answer.result), facts);
}

}  // namespace

Check name_check(const LadderHost& host) {
  return {.name = host.check_name("name"),
          .question = FindingNumber::host_name,
          .needs = {"line.names"},
          .budget = kServers * kPatience + std::chrono::milliseconds{300},
          .run = [host](const Inquiry& inquiry) { return resolve(inquiry, host); },
          .subject = host.service.host};
}

}  // namespace onshi
