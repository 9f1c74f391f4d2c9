// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/tunnel_check.h"

#include <algorithm>

#include "probes/check/side_by_side.h"
#include "probes/line/address_check.h"
#include "probes/line/addresses.h"
#include "probes/line/resolver_survey.h"
#include "probes/line/tunnel_stage.h"
#include "probes/site/ip_address.h"

namespace onshi {
namespace {

using std::chrono::milliseconds;
using Why = CannotSee::Why;
constexpr milliseconds kAtOnce{0};
constexpr milliseconds kPatience{2000};      // for a program that is just trying
constexpr milliseconds kAnswer{1000};        // for what it tells without trying anything
constexpr milliseconds kNamePatience{1200};  // with one repeat
constexpr milliseconds kKnock{1200};         // a tunnel made on demand holds back what called for it

Facts ended_by(const char* end) { return {{"tunnel_end", end}}; }

void count(Facts& facts, const char* key, std::uint64_t messages) {
  facts.add(key, static_cast<std::int64_t>(messages));
}

Facts facts_of(const TunnelConnection& connection, const TunnelView& view) {
  Facts facts = ended_by("terminal");
  facts.add("connection", connection.name);
  for (const std::string& gateway : connection.gateways) facts.add("ike_gateway", gateway);
  if (!view.counted) return facts;
  const IkeMessages& messages = connection.since_start;
  count(facts, "ike_sent", messages.init_sent);
  count(facts, "ike_answered", messages.init_answered);
  count(facts, "auth_sent", messages.auth_sent);
  count(facts, "auth_answered", messages.auth_answered);
  return facts;
}

/// Never `unknown`: that would stop the resolvers, which may well answer. Who may not ask learns nothing from
/// their silence either; a program that has gone or hangs is most likely its cause.
Answer cannot_tell(const CannotSee& why, bool names_come) {
  Facts facts = ended_by("terminal");
  facts.add("error", why.detail.empty() ? std::string(name_of(why.why)) : why.detail);
  if (why.why == Why::refused) return raise(Verdict::attention, FindingNumber::tunnel_state_refused, facts);
  return raise(names_come ? Verdict::attention : Verdict::fail, FindingNumber::tunnel_state_unreadable,
               facts);
}

FindingNumber cause_of(TunnelStage stage) {
  switch (stage) {
    case TunnelStage::unanswered:
      return FindingNumber::ike_gateway_silent;
    case TunnelStage::no_common_ground:
      return FindingNumber::ike_no_proposal;
    case TunnelStage::not_recognised:
      return FindingNumber::ike_authentication_refused;
    case TunnelStage::without_child:
      return FindingNumber::tunnel_not_installed;
    default:
      return FindingNumber::tunnel_not_standing;
  }
}

/// Those that no neighbour is.
std::vector<std::string> distant_resolvers(const NetworkView& view) {
  std::vector<std::string> distant;
  for (const Resolver& resolver : view.resolvers) {
    if (!is_on_link(resolver.ip, view)) distant.push_back(resolver.ip);
  }
  return distant;
}

const Service* portal_of(const Inquiry& inquiry) {
  return inquiry.profile.first_of(Service::Role::portal, Environment::verification);
}

/// What each of them says to the portal's name.
std::vector<ResolverEvidence> ask_for_portal(const Inquiry& inquiry,
                                             const std::vector<std::string>& resolvers) {
  const Service* portal = portal_of(inquiry);
  if (!portal) return {};
  return side_by_side(resolvers, [&](const std::string& resolver) {
    const NameQuestion question{.name = portal->host, .server = resolver, .type = NameQuestion::Type::a};
    ResolverEvidence asked{.ip = resolver};
    asked.answer = inquiry.world.names().ask(question, inquiry.limit.within(kNamePatience));
    return asked;
  });
}

bool one_lives(const Inquiry& inquiry, const std::vector<std::string>& resolvers) {
  return std::ranges::any_of(ask_for_portal(inquiry, resolvers), &ResolverEvidence::alive);
}

/// Empty when nobody knows it. A router in the clinic lives without the tunnel too, so life is not enough.
std::vector<std::string> addresses_of_portal(const Inquiry& inquiry,
                                             const std::vector<std::string>& resolvers) {
  std::vector<std::string> addresses;
  for (const ResolverEvidence& asked : ask_for_portal(inquiry, resolvers)) {
    if (asked.answered()) std::ranges::copy(asked.answer.addresses, std::back_inserter(addresses));
  }
  return addresses;
}

std::vector<std::string> all_resolvers(const NetworkView& view) {
  std::vector<std::string> all;
  std::ranges::transform(view.resolvers, std::back_inserter(all), server_of);
  return all;
}

/// Whoever asks through the tunnel must get an answer; a resolver elsewhere says nothing about it.
Answer judge_standing(const Inquiry& inquiry, const TunnelConnection& connection, const TunnelView& view,
                      const std::vector<std::string>& distant) {
  Facts facts = facts_of(connection, view);
  const auto networks = networks_behind(connection, view);
  std::vector<std::string> behind;
  std::ranges::copy_if(distant, std::back_inserter(behind),
                       [&](const std::string& ip) { return leads_to(networks, ip); });
  TunnelEvidence evidence{connection.gateways.empty() ? connection.name : connection.gateways.front()};
  if (behind.empty() || one_lives(inquiry, behind)) return good(facts, evidence);
  for (const std::string& resolver : behind) facts.add("resolver", resolver);
  return raise(Verdict::fail, FindingNumber::tunnel_without_names, facts, evidence);
}

bool stands(const TunnelView& view, const std::vector<std::string>& distant) {
  const TunnelConnection* best = furthest(view, distant);
  return best && stage_of(*best, view) == TunnelStage::carries;
}

struct Look {
  Seen<TunnelView> seen;
  bool names_come = false;            // from any resolver, however
  std::vector<std::string> wanted{};  // whom the tunnel is for: resolvers that are no neighbours, the service
};

bool is_elsewhere(const CannotSee& why) { return why.why == Why::not_here || why.why == Why::not_supported; }

/// Several lead to different places, and nothing tells which of them is the service's.
bool is_ambiguous(const TunnelView& view, const std::vector<std::string>& wanted) {
  return wanted.empty() && std::ranges::any_of(view.connections, [&](const TunnelConnection& one) {
           return one.networks != view.connections.front().networks;
         });
}

bool says_enough(const Seen<TunnelView>& seen, const std::vector<std::string>& wanted) {
  if (!seen) return is_elsewhere(seen.error()) || seen.error().why == Why::refused;
  return seen->connections.empty() || (stands(*seen, wanted) && !is_ambiguous(*seen, wanted));
}

/// What wants to pass a tunnel may be what brings it about: a connection to the service, where the tunnel
/// would lead to it.
void knock(const Inquiry& inquiry, const TunnelView& view, const std::vector<std::string>& addresses) {
  const TunnelConnection* best = furthest(view, addresses);
  if (!best) return;
  const auto networks = networks_behind(*best, view);
  const auto behind = std::ranges::find_if(addresses, [&](const auto& ip) { return leads_to(networks, ip); });
  if (behind == addresses.end()) return;
  const Service& portal = *portal_of(inquiry);
  inquiry.world.network().connect({.host = portal.host, .address = *behind, .port = portal.port},
                                  inquiry.limit.within(kKnock));
}

/// A tunnel may also stand only once something wants to pass it, so the names are asked for, and the service
/// is called, before the second look.
Look look_twice(const Inquiry& inquiry, const NetworkView& network) {
  Tunnels& tunnels = inquiry.world.tunnels();
  Look look{.seen = {}, .wanted = distant_resolvers(network)};
  const auto enough = [&](const TunnelView& view) { return stands(view, look.wanted); };
  look.seen = tunnels.watch(enough, kAtOnce, inquiry.limit.within(kAnswer));
  if (says_enough(look.seen, look.wanted)) return look;
  const auto addresses = addresses_of_portal(inquiry, all_resolvers(network));
  look.names_come = !addresses.empty();
  std::ranges::copy(addresses, std::back_inserter(look.wanted));
  if (!look.seen) return look;
  knock(inquiry, *look.seen, addresses);
  look.seen = tunnels.watch(enough, kPatience, inquiry.limit.within(kPatience + kAnswer));
  return look;
}

Answer judge(const Inquiry& inquiry, const Look& look, const std::vector<std::string>& distant) {
  const TunnelView& view = *look.seen;
  const TunnelConnection* best = furthest(view, look.wanted);
  if (!best) {
    return raise(Verdict::attention, FindingNumber::no_tunnel_configured, ended_by("unknown"));
  }
  TunnelStage stage = stage_of(*best, view);
  if (stage == TunnelStage::carries) return judge_standing(inquiry, *best, view, distant);
  return raise(look.names_come ? Verdict::attention : Verdict::fail, cause_of(stage), facts_of(*best, view));
}

Answer look_at_tunnel(const Inquiry& inquiry) {
  const NetworkView& network = inquiry.evidence.of<AddressEvidence>("line.address")->view;
  const auto distant = distant_resolvers(network);
  const Look look = look_twice(inquiry, network);
  if (look.seen) return judge(inquiry, look, distant);
  if (is_elsewhere(look.seen.error())) return good(ended_by("router"));
  return cannot_tell(look.seen.error(), look.names_come);
}

}  // namespace

Check tunnel_check() {
  return {.name = "line.tunnel",
          .question = FindingNumber::line_tunnel,
          .needs = {"line.address", "line.route"},
          .budget = milliseconds{7700},
          .run = look_at_tunnel};
}

}  // namespace onshi
