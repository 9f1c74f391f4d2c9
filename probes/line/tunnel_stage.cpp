// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/tunnel_stage.h"

#include <algorithm>

#include "probes/site/ip_address.h"

namespace onshi {
namespace {

// Far longer than an answer takes, shorter than the program waits before it sends again.
constexpr std::chrono::milliseconds kSilence{1500};

std::vector<IkeSa> conversations_of(const TunnelConnection& connection, const TunnelView& view) {
  std::vector<IkeSa> own;
  std::ranges::copy_if(view.conversations, std::back_inserter(own),
                       [&](const IkeSa& one) { return one.connection == connection.name; });
  return own;
}

bool one_carries(const IkeSa& conversation) {
  return is_established(conversation) && std::ranges::any_of(conversation.children, carries_packets);
}

bool waits_in_vain(const IkeSa& conversation) {
  return conversation.state == "CONNECTING" && conversation.seen_for >= kSilence;
}

/// Of tries that have ended: what they all came to, when they came to the same.
TunnelStage stage_by(const IkeMessages& messages) {
  if (messages.init_sent == 0) return TunnelStage::not_tried;
  if (messages.init_answered == 0) return TunnelStage::unanswered;
  if (messages.init_answered < messages.init_sent) return TunnelStage::unexplained;
  if (messages.auth_sent == 0) return TunnelStage::no_common_ground;
  if (messages.auth_answered == 0) return TunnelStage::unanswered;
  // What was closed or kept alive had stood before.
  return messages.informational == 0 ? TunnelStage::not_recognised : TunnelStage::unexplained;
}

TunnelStage stage_of_ended(const TunnelConnection& connection, const TunnelView& view) {
  if (!view.counted || connection.version == "IKEv1") return TunnelStage::unexplained;
  const bool fresh = connection.while_watched.init_sent > 0 && connection.while_watched.init_answered > 0;
  return stage_by(fresh ? connection.while_watched : connection.since_start);
}

bool leads_to_one_of(const TunnelConnection& connection, const TunnelView& view,
                     const std::vector<std::string>& wanted) {
  const auto networks = networks_behind(connection, view);
  return std::ranges::any_of(wanted, [&](const std::string& ip) { return leads_to(networks, ip); });
}

}  // namespace

TunnelStage stage_of(const TunnelConnection& connection, const TunnelView& view) {
  const auto conversations = conversations_of(connection, view);
  if (std::ranges::any_of(conversations, one_carries)) return TunnelStage::carries;
  if (std::ranges::any_of(conversations, is_established)) return TunnelStage::without_child;
  if (std::ranges::any_of(conversations, waits_in_vain)) return TunnelStage::unanswered;
  if (!conversations.empty()) return TunnelStage::unexplained;
  return stage_of_ended(connection, view);
}

const TunnelConnection* furthest(const TunnelView& view, const std::vector<std::string>& wanted) {
  const TunnelConnection* best = nullptr;
  auto rank = [&](const TunnelConnection& one) {
    return std::pair(leads_to_one_of(one, view, wanted), stage_of(one, view));
  };
  for (const TunnelConnection& one : view.connections) {
    if (!best || rank(one) > rank(*best)) best = &one;
  }
  return best;
}

bool leads_to(const std::vector<std::string>& networks, const std::string& ip) {
  return std::ranges::any_of(networks, [&](const std::string& text) {
    auto network = parse_network(text.substr(0, text.find('[')));
    auto address = parse_ip(ip);
    return network && address && is_in_network(*address, network->address, network->length);
  });
}

std::vector<std::string> networks_behind(const TunnelConnection& connection, const TunnelView& view) {
  for (const IkeSa& conversation : conversations_of(connection, view)) {
    std::vector<std::string> networks;
    for (const TunnelChild& child : conversation.children) {
      if (carries_packets(child)) std::ranges::copy(child.networks, std::back_inserter(networks));
    }
    if (!networks.empty()) return networks;
  }
  return connection.networks;
}

}  // namespace onshi
