// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/own_source.h"

#include "probes/site/ip_address.h"
#include "probes/world/way_out.h"

namespace onshi {
namespace {

bool can_be_used(const Link& link, const Address& address) {
  return link.enabled && link.carrier && address.ipv6 && !address.link_local && !address.tentative &&
         !address.duplicate;
}

std::string address_of_the_line(const NetworkView& view, const Profile& profile) {
  for (const Link& link : view.links) {
    for (const Address& address : link.addresses) {
      if (can_be_used(link, address) && profile.longest_prefix_of(address.ip)) return address.ip;
    }
  }
  return {};
}

bool is_global(const std::string& text) {
  const auto ip = parse_ip(text);
  return ip && ip->ipv6 && is_global_ipv6(*ip);
}

}  // namespace

std::optional<OwnSources> own_sources(const Inquiry& inquiry, const std::string& towards) {
  const auto chosen = inquiry.world.links().source_towards(towards);
  if (!chosen || !is_global(*chosen) || inquiry.profile.longest_prefix_of(*chosen)) return std::nullopt;
  const auto view = inquiry.world.links().look(inquiry.limit);
  if (!view) return std::nullopt;
  OwnSources sources{*chosen, address_of_the_line(*view, inquiry.profile)};
  return sources.of_the_line.empty() ? std::nullopt : std::optional(sources);
}

std::optional<OtherLink> other_link(const Inquiry& inquiry, const std::vector<std::string>& towards) {
  if (towards.empty()) return std::nullopt;
  const auto view = inquiry.world.links().look(inquiry.limit);
  if (!view) return std::nullopt;
  for (const std::string& ip : towards) {
    const std::string right = link_towards(*view, inquiry.profile.prefixes, ip);
    if (right.empty()) continue;
    const auto source = inquiry.world.links().source_towards(ip);
    const std::string taken = source ? link_with(*view, *source) : std::string{};
    if (!taken.empty() && taken != right) return OtherLink{ip, right, taken, *source};
  }
  return std::nullopt;
}

}  // namespace onshi
