// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/name_check.h"

#include <algorithm>
#include <map>

#include "probes/check/ask_resolvers.h"

namespace onshi {
namespace {

using Result = NameAnswer::Result;
constexpr std::chrono::milliseconds kPatience{700};  // for one resolver, with its repeat

FindingNumber cause_of(Result result) {
  static const std::map<Result, FindingNumber> causes{
      {Result::no_such_name, FindingNumber::host_name_missing},
      {Result::no_data, FindingNumber::host_name_no_data},
      {Result::timeout, FindingNumber::host_name_unanswered},
      {Result::server_failure, FindingNumber::host_name_fails},
      {Result::truncated, FindingNumber::host_name_cut}};
  if (result == Result::unreachable) result = Result::timeout;
  const auto found = causes.find(result);
  return found == causes.end() ? FindingNumber::host_name_refused : found->second;
}

Facts facts_of(const LadderHost& host, const ResolverSaid& said) {
  Facts facts{{"host", host.service.host}, {"resolver", said.resolver}};
  for (const std::string& address : said.answer.addresses) facts.add("address", address);
  if (!said.answered()) {
    facts.add("result", std::string(name_of(said.answer.result))).add("tries", said.answer.tries);
  }
  return facts;
}

HostAddresses addresses_of(const std::vector<ResolverSaid>& all, const ResolverSaid& heard) {
  HostAddresses found{heard.answer.addresses};
  for (const ResolverSaid& said : all) {
    if (!said.answered()) continue;
    for (const std::string& address : said.answer.addresses) {
      const bool known = std::ranges::find(found.addresses, address) != found.addresses.end();
      if (!known) found.elsewhere.push_back(address);
    }
  }
  return found;
}

Answer without_address(const LadderHost& host, const std::vector<ResolverSaid>& all,
                       const ResolverSaid& heard) {
  Facts facts = facts_of(host, heard);
  if (const ResolverSaid* knows = first_answer(all)) {
    facts.add("answering_resolver", knows->resolver);
    return raise(Verdict::fail, FindingNumber::host_name_missing_in_first, std::move(facts));
  }
  return raise(Verdict::fail, cause_of(heard.answer.result), std::move(facts));
}

/// All at once: what the second one says matters also when the first one answers.
Answer resolve(const Inquiry& inquiry, const LadderHost& host) {
  const auto& known = *inquiry.evidence.of<ResolvedNames>("line.names");
  const auto all = ask_resolvers(inquiry, known, host.service.host, kPatience);
  const ResolverSaid* heard = heeded(all);
  if (heard == nullptr) return raise(Verdict::fail, cause_of(Result::timeout), {{"host", host.service.host}});
  if (!heard->answered()) return without_address(host, all, *heard);
  HostAddresses found = addresses_of(all, *heard);
  found.delay = known.delay;
  Facts facts = facts_of(host, *heard);
  for (const std::string& address : found.elsewhere) facts.add("other_address", address);
  return good(std::move(facts), std::move(found));
}

}  // namespace

Check name_check(const LadderHost& host) {
  return {.name = host.check_name("name"),
          .question = FindingNumber::host_name,
          .needs = {"line.names"},
          .budget = longest_for_name(kPatience) + std::chrono::milliseconds{300},
          .run = [host](const Inquiry& inquiry) { return resolve(inquiry, host); },
          .subject = host.service.host};
}

}  // namespace onshi
