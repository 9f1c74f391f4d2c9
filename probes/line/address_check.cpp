// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/address_check.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>

#include "probes/line/addresses.h"
#include "probes/line/link_check.h"

namespace onshi {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds kPatience{3000};  // duplicate detection and one router solicitation with its repeats
constexpr milliseconds kCalls{1500};     // longer than a client rests
constexpr milliseconds kInterval{50};

struct Cause {
  Verdict verdict;
  FindingNumber number;
};

Cause cause_of(AddressState state) {
  static const std::map<AddressState, Cause> causes{
      {AddressState::tentative, {Verdict::unknown, FindingNumber::address_tentative}},
      {AddressState::duplicate, {Verdict::fail, FindingNumber::address_duplicate}},
      {AddressState::only_link_local, {Verdict::fail, FindingNumber::no_router_advertisement}},
      {AddressState::only_ipv4, {Verdict::fail, FindingNumber::only_ipv4_address}},
      {AddressState::no_ipv6, {Verdict::fail, FindingNumber::ipv6_switched_off}},
      {AddressState::only_private, {Verdict::fail, FindingNumber::only_private_ipv6}},
      {AddressState::expired, {Verdict::fail, FindingNumber::address_expired}},
      {AddressState::no_ipv4, {Verdict::fail, FindingNumber::no_ipv4_address}},
      {AddressState::no_ppp, {Verdict::fail, FindingNumber::no_ppp_connection}},
      {AddressState::self_assigned, {Verdict::fail, FindingNumber::self_assigned_ipv4}}};
  return causes.at(state);
}

void pause(const Limit& limit) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  never.wait_for(lock, limit.stop(), std::min(kInterval, limit.remaining()), [] { return false; });
}

/// Looks again until the addresses are usable, waiting cannot help, or `limit` is over.
Seen<NetworkView> look_patiently(const Inquiry& inquiry, const Limit& limit) {
  while (true) {
    auto view = inquiry.world.links().look(inquiry.limit);
    if (!view || !may_still_come(assess(*view, inquiry.site.line.type).state) || limit.over()) return view;
    pause(limit);
  }
}

Facts facts_of(const NetworkView& view, bool ipv6) {
  Facts facts;
  for (const Link& link : view.links) {
    if (!is_carrying(link)) continue;
    facts.add("link", link.name);
    for (const Address& address : link.addresses) {
      if (address.ipv6 == ipv6) facts.add("address", address.ip);
    }
  }
  return facts;
}

/// On one cable; a cable of its own for each provider is how it should be.
bool mixes_providers(const NetworkView& view) {
  return std::ranges::any_of(view.links, [&](const Link& link) {
    const auto usable = assess_ipv6({.links = {link}}).usable;
    return !usable.empty() && from_several_providers(usable);
  });
}

Answer judge(const NetworkView& view, const AddressAssessment& found, milliseconds waited) {
  Facts facts = facts_of(view, found.ipv6);
  AddressEvidence evidence{view, found.ipv6, found.usable};
  if (found.state != AddressState::usable) {
    facts.add("waited_ms", waited.count());
    if (found.state == AddressState::only_ipv4) facts.add("ipv4_address", assess_ipv4(view).usable.front());
    Cause cause = cause_of(found.state);
    return raise(cause.verdict, cause.number, facts, evidence);
  }
  if (found.ipv6 && mixes_providers(view)) {
    return raise(Verdict::attention, FindingNumber::two_ipv6_prefixes, facts, evidence);
  }
  return good(facts, evidence);
}

/// A client rests between its calls, so one look may miss it.
AddressCalls hear_calls(const Inquiry& inquiry, const Limit& limit) {
  while (true) {
    const auto calls = inquiry.world.links().address_calls();
    if (!calls || *calls != AddressCalls{} || limit.over()) return calls.value_or(AddressCalls{});
    pause(limit);
  }
}

/// Where a router dials and not the terminal, the terminal calls for an address by DHCP, and it is the router
/// that does not answer.
bool calls_by_dhcp_alone(const Inquiry& inquiry) {
  const auto calls = hear_calls(inquiry, inquiry.limit.within(kCalls));
  return calls.pppoe.empty() && !calls.dhcp.empty();
}

Answer look_at_addresses(const Inquiry& inquiry) {
  auto started = Limit::Clock::now();
  auto view = look_patiently(inquiry, inquiry.limit.within(kPatience));
  if (!view) return cannot_look(view.error());
  auto waited = std::chrono::duration_cast<milliseconds>(Limit::Clock::now() - started);
  auto found = assess(*view, inquiry.site.line.type);
  if (found.state == AddressState::no_ppp && calls_by_dhcp_alone(inquiry)) {
    found.state = AddressState::no_ipv4;
  }
  return judge(*view, found, waited);
}

}  // namespace

Check address_check() {
  return {.name = "line.address",
          .question = FindingNumber::line_address,
          .needs = {"line.link"},
          .budget = kPatience + kCalls + milliseconds{500},
          .run = look_at_addresses};
}

}  // namespace onshi
