// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/tunnel_check.h"

#include <algorithm>

#include "probes/check/side_by_side.h"
#include "probes/line/address_check.h"
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

bool is_on_link(const std::string& ip, const NetworkView& view) {
  return std::ranges::any_of(view.links, [&](const Link& link) {
    return link.kind != Link::Kind::tunnel && std::ranges::any_of(link.addresses, [&](const Address& own) {
             return is_in_network(ip, own.ip, own.prefix_length);
           });
  });
}

/// Those that no neighbour is.
std::vector<std::string> distant_resolvers(const NetworkView& view) {
  std::vector<std::string> distant;
  for (const Resolver& resolver : view.resolvers) {
    if (!is_on_link(resolver.ip, view)) distant.push_back(resolver.ip);
  }
  return distant;
}

/// Somebody is there, or: who is there knows the name. A router in the clinic is there without the tunnel
/// too.
enum class Wanted { life, name };

bool answers(const Inquiry& inquiry, const std::string& resolver, const std::string& name, Wanted wanted) {
  NameQuestion question{.name = name, .server = resolver, .type = NameQuestion::Type::a};
  ResolverEvidence asked{.ip = resolver};
  asked.answer = inquiry.world.names().ask(question, inquiry.limit.within(kNamePatience));
  return wanted == Wanted::life ? asked.alive() : asked.answered() && !asked.answer.addresses.empty();
}

bool one_answers(const Inquiry& inquiry, const std::vector<std::string>& resolvers, Wanted wanted) {
  const Service* portal = inquiry.profile.first_of(Service::Role::portal, Environment::verification);
  if (!portal) return false;
  auto answered = side_by_side(resolvers, [&](const std::string& one) -> int {
    return answers(inquiry, one, portal->host, wanted) ? 1 : 0;
  });
  return std::ranges::count(answered, 1) > 0;
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
  if (behind.empty() || one_answers(inquiry, behind, Wanted::life)) return good(facts, evidence);
  for (const std::string& resolver : behind) facts.add("resolver", resolver);
  return raise(Verdict::fail, FindingNumber::tunnel_without_names, facts, evidence);
}

bool stands(const TunnelView& view, const std::vector<std::string>& distant) {
  const TunnelConnection* best = furthest(view, distant);
  return best && stage_of(*best, view) == TunnelStage::carries;
}

struct Look {
  Seen<TunnelView> seen;
  bool names_come = false;  // from any resolver, however
};

bool is_elsewhere(const CannotSee& why) { return why.why == Why::not_here || why.why == Why::not_supported; }

bool says_enough(const Seen<TunnelView>& seen, const std::vector<std::string>& distant) {
  if (!seen) return is_elsewhere(seen.error()) || seen.error().why == Why::refused;
  return seen->connections.empty() || stands(*seen, distant);
}

/// A tunnel may also stand only once something wants to pass it, so the names are asked for before the second
/// look.
Look look_twice(const Inquiry& inquiry, const NetworkView& network, const std::vector<std::string>& distant) {
  Tunnels& tunnels = inquiry.world.tunnels();
  Look look{.seen = tunnels.watch(kAtOnce, inquiry.limit.within(kAnswer))};
  if (says_enough(look.seen, distant)) return look;
  look.names_come = one_answers(inquiry, all_resolvers(network), Wanted::name);
  if (look.seen) look.seen = tunnels.watch(kPatience, inquiry.limit.within(kPatience + kAnswer));
  return look;
}

Answer judge(const Inquiry& inquiry, const Look& look, const std::vector<std::string>& distant) {
  const TunnelView& view = *look.seen;
  const TunnelConnection* best = furthest(view, distant);
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
  Look look = look_twice(inquiry, network, distant);
  if (look.seen) return judge(inquiry, look, distant);
  if (is_elsewhere(look.seen.error())) return good(ended_by("router"));
  return cannot_tell(look.seen.error(), look.names_come);
}

}  // namespace

Check tunnel_check() {
  return {.name = "line.tunnel",
          .question = FindingNumber::line_tunnel,
          .needs = {"line.address", "line.route"},
          .budget = milliseconds{6500},
          .run = look_at_tunnel};
}

}  // namespace onshi
