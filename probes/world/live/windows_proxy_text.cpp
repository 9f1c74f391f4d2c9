// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/windows_proxy_text.h"

#include <algorithm>

#include "probes/world/live/proxy_address.h"

namespace onshi {
namespace {

/// The entry for this kind of address; one without a kind is for all but SOCKS.
std::string entry_for(const std::vector<std::string>& entries, std::string_view kind) {
  for (const std::string& entry : entries) {
    const auto sign = entry.find('=');
    if (sign == std::string::npos && kind != "socks") return entry;
    if (sign != std::string::npos && entry.substr(0, sign) == kind) return entry.substr(sign + 1);
  }
  return {};
}

}  // namespace

std::optional<ProxySettings> windows_proxy(std::string_view servers, std::string_view bypass,
                                           std::string place) {
  // A password may hold any letter, also one that parts the entries.
  if (const auto at = servers.rfind('@'); at != std::string_view::npos) servers.remove_prefix(at + 1);
  const auto entries = proxy_exemptions(servers);
  const std::string https = entry_for(entries, "https");
  const std::string socks = entry_for(entries, "socks");
  if (https.empty() && socks.empty()) return std::nullopt;
  ProxySettings settings = proxy_at(https.empty() ? "socks://" + socks : https, std::move(place));
  settings.bypass = proxy_exemptions(bypass);
  return settings;
}

}  // namespace onshi
