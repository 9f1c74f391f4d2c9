// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/proxy_way.h"

#include <algorithm>

namespace onshi {
namespace {

bool lies_below(std::string_view host, std::string_view domain) {
  return host.size() > domain.size() && host.ends_with(domain) &&
         host[host.size() - domain.size() - 1] == '.';
}

bool fits(std::string_view host, std::string_view item) {
  if (item == "*") return true;
  if (item.starts_with("*.")) return lies_below(host, item.substr(2));
  if (item.starts_with('.')) item.remove_prefix(1);
  return !item.empty() && (host == item || lies_below(host, item));
}

}  // namespace

bool is_bypassed(const ProxySettings& settings, std::string_view host) {
  return std::ranges::any_of(settings.bypass, [&](const std::string& item) { return fits(host, item); });
}

std::optional<ProxyHop> ProxyWay::to(std::string_view host) const {
  return is_bypassed(settings, host) ? std::nullopt : hop;
}

std::string name_of(const ProxyServer& server) { return server.host + ":" + std::to_string(server.port); }

std::string name_of(const ProxySettings& settings) {
  if (settings.https) return name_of(*settings.https);
  return settings.unread.empty() ? "none" : settings.unread;
}

std::string name_of(const ProxyHop& hop) { return hop.host + ":" + std::to_string(hop.port); }

std::string way_to(const ProxySettings& settings, std::string_view host) {
  const bool direct = is_bypassed(settings, host) || (!settings.https && settings.unread.empty());
  return direct ? "direct" : name_of(settings);
}

}  // namespace onshi
