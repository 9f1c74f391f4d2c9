// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/windows_proxy_text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "probes/world/live/proxy_address.h"

namespace onshi {
namespace {

using Texts = std::vector<std::string>;

struct Entry {
  std::string kind{};    // empty: for all but SOCKS
  std::string server{};  // perhaps with user name and password still before it
};

bool is_known(std::string_view kind) {
  constexpr std::array<std::string_view, 5> kinds{"http", "https", "ftp", "gopher", "socks"};
  return std::ranges::find(kinds, kind) != kinds.end();
}

/// A "=" may also belong to a password.
Entry entry_of(const std::string& text) {
  const auto sign = text.find('=');
  if (sign == std::string::npos) return {.server = text};
  const std::string kind = text.substr(0, sign);
  if (!is_known(kind) && text.contains('@')) return {.server = text};
  return {.kind = kind, .server = text.substr(sign + 1)};
}

/// Nothing in it looks like the beginning of a password that goes on after it.
bool is_finished(const std::string& text) {
  const Entry entry = entry_of(text);
  const auto server = proxy_at(entry.server, {}).https;
  return is_known(entry.kind) && server && !server->host.contains(';');
}

/// A password may hold any letter, also one that parts the entries: up to the last "@", what does not begin
/// as an entry, or comes after what is none, belongs to what stands before it, and goes with it.
std::vector<Entry> entries_of(std::string_view servers) {
  const Texts parts = proxy_exemptions(servers);
  auto guarded = std::ranges::count_if(parts, [](const auto& part) { return part.contains('@'); });
  Texts whole;
  for (const std::string& part : parts) {
    const bool begins = is_known(part.substr(0, part.find('='))) && part.contains('=');
    const bool goes_on = guarded > 0 && !whole.empty() && !(begins && is_finished(whole.back()));
    if (goes_on) whole.back() += ";" + part;
    if (!goes_on) whole.push_back(part);
    if (part.contains('@')) --guarded;
  }
  std::vector<Entry> entries;
  std::ranges::transform(whole, std::back_inserter(entries), entry_of);
  return entries;
}

/// The server for this kind of address.
std::string server_for(const std::vector<Entry>& entries, std::string_view kind) {
  const auto found = std::ranges::find_if(entries, [&](const Entry& entry) {
    return entry.kind == kind || (entry.kind.empty() && kind != "socks");
  });
  return found == entries.end() ? std::string{} : found->server;
}

}  // namespace

std::optional<ProxySettings> windows_proxy(std::string_view servers, std::string_view bypass,
                                           std::string place) {
  const auto entries = entries_of(servers);
  const std::string https = server_for(entries, "https");
  const std::string socks = server_for(entries, "socks");
  if (https.empty() && socks.empty()) return std::nullopt;
  ProxySettings settings = proxy_at(https.empty() ? "socks://" + socks : https, std::move(place));
  settings.bypass = proxy_exemptions(bypass);
  return settings;
}

}  // namespace onshi
