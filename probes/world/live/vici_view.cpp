// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/vici_view.h"

#include <algorithm>
#include <charconv>

namespace onshi {
namespace {

constexpr std::size_t kMost = 64;  // of anything
constexpr std::string_view kNoSpi = "0000000000000000";

std::vector<std::string> first_ones(std::vector<std::string> texts) {
  if (texts.size() > kMost) texts.resize(kMost);
  return texts;
}

std::uint64_t number_in(const ViciSection& section, const std::string& key) {
  std::string text = section.value(key);
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::vector<TunnelChild> children_in(const ViciSection& conversation) {
  std::vector<TunnelChild> children;
  const ViciSection* all = conversation.section("child-sas");
  if (!all) return children;
  for (const ViciSection& child : all->sections) {
    if (children.size() == kMost) break;
    children.push_back({child.value("state"), first_ones(child.list("remote-ts"))});
  }
  return children;
}

IkeSa conversation_in(const ViciSection& section) {
  std::string spi = section.value("responder-spi");
  return {.connection = section.name,
          .id = section.value("uniqueid"),
          .state = section.value("state"),
          .remote = section.value("remote-host"),
          .answered = !spi.empty() && spi != kNoSpi,
          .children = children_in(section)};
}

std::vector<std::string> networks_in(const ViciSection& connection) {
  std::vector<std::string> networks;
  const ViciSection* children = connection.section("children");
  if (!children) return networks;
  for (const ViciSection& child : children->sections) {
    std::ranges::copy(first_ones(child.list("remote-ts")), std::back_inserter(networks));
    if (networks.size() >= kMost) break;
  }
  return first_ones(std::move(networks));
}

TunnelConnection connection_in(const ViciSection& section) {
  return {.name = section.name,
          .version = section.value("version"),
          .gateways = first_ones(section.list("remote_addrs")),
          .networks = networks_in(section)};
}

/// Each event's message is one section, named as the connection.
template <typename Made>
std::vector<Made> made_of(const std::vector<ViciSection>& events, Made (*make)(const ViciSection&)) {
  std::vector<Made> all;
  for (const ViciSection& event : events) {
    for (const ViciSection& section : event.sections) {
      if (all.size() == kMost) return all;
      all.push_back(make(section));
    }
  }
  return all;
}

std::uint64_t on_top(std::uint64_t earlier, std::uint64_t later) {
  return later > earlier ? later - earlier : 0;
}

}  // namespace

std::vector<IkeSa> conversations_in(const std::vector<ViciSection>& events) {
  return made_of(events, &conversation_in);
}

std::vector<TunnelConnection> connections_in(const std::vector<ViciSection>& events) {
  return made_of(events, &connection_in);
}

IkeMessages messages_of(const std::string& connection, const ViciSection& counters) {
  const ViciSection* all = counters.section("counters");
  const ViciSection* own = all ? all->section(connection) : nullptr;
  if (!own) return {};
  return {.init_sent = number_in(*own, "ike-init-out-req"),
          .init_answered = number_in(*own, "ike-init-in-resp"),
          .auth_sent = number_in(*own, "ike-auth-out-req"),
          .auth_answered = number_in(*own, "ike-auth-in-resp"),
          .informational = number_in(*own, "info-out-req") + number_in(*own, "info-in-req")};
}

IkeMessages messages_since(const IkeMessages& earlier, const IkeMessages& later) {
  return {.init_sent = on_top(earlier.init_sent, later.init_sent),
          .init_answered = on_top(earlier.init_answered, later.init_answered),
          .auth_sent = on_top(earlier.auth_sent, later.auth_sent),
          .auth_answered = on_top(earlier.auth_answered, later.auth_answered),
          .informational = on_top(earlier.informational, later.informational)};
}

}  // namespace onshi
