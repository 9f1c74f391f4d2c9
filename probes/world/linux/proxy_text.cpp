// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/proxy_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace onshi {
namespace {

constexpr std::uint16_t kUsualPort = 80;  // where the address names none, as browsers take it

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return lower;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

struct Parts {
  std::string scheme;
  std::string_view authority;  // without user name and password
};

bool is_scheme(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](unsigned char letter) {
    return std::isalnum(letter) != 0 || letter == '+' || letter == '-' || letter == '.';
  });
}

/// A password may hold any letter, so all that stands before the last "@" goes first.
Parts parts_of(std::string_view address) {
  Parts parts{"http", address};
  const auto colon = address.find("://");
  if (colon != std::string_view::npos && is_scheme(address.substr(0, colon))) {
    parts.scheme = lower_case(address.substr(0, colon));
    parts.authority = address.substr(colon + 3);
  }
  if (const auto at = parts.authority.rfind('@'); at != std::string_view::npos) {
    parts.authority = parts.authority.substr(at + 1);
  }
  parts.authority = parts.authority.substr(0, parts.authority.find_first_of("/?#"));
  return parts;
}

std::optional<std::uint16_t> port_named(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc{} || end != text.data() + text.size() || port == 0) return {};
  return port;
}

/// "host", "host:8080", "[2001:db8::1]:8080"
std::optional<ProxyServer> server_named(std::string_view authority) {
  std::string_view host = authority;
  std::string_view port;
  const auto bracket = authority.find(']');
  if (authority.starts_with('[') && bracket != std::string_view::npos) {
    host = authority.substr(1, bracket - 1);
    port = authority.substr(bracket + 1);
  } else if (const auto colon = authority.find(':'); colon != std::string_view::npos) {
    host = authority.substr(0, colon);
    port = authority.substr(colon);
  }
  if (host.empty()) return {};
  if (port.empty()) return ProxyServer{lower_case(host), kUsualPort};
  const auto number = port.starts_with(':') ? port_named(port.substr(1)) : std::nullopt;
  if (!number) return {};
  return ProxyServer{lower_case(host), *number};
}

std::vector<std::string> list_of(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(",; \t"), text.size());
    if (end > 0) items.push_back(lower_case(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

}  // namespace

std::optional<ProxySettings> proxy_settings_of(const std::function<std::string(const char*)>& value_of) {
  for (const char* name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
    const std::string value = value_of(name);
    const std::string_view address = trimmed(value);
    if (address.empty()) continue;
    const Parts parts = parts_of(address);
    ProxySettings settings{.place = name};
    if (parts.scheme == "http") settings.https = server_named(parts.authority);
    if (!settings.https) settings.unread = parts.scheme + "://" + std::string(parts.authority);
    std::string direct = value_of("no_proxy");
    if (direct.empty()) direct = value_of("NO_PROXY");
    settings.bypass = list_of(direct);
    return settings;
  }
  return std::nullopt;
}

std::string environment_value(std::string_view text, std::string_view name) {
  std::string value;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with("export ")) line = trimmed(line.substr(7));
    if (!line.starts_with(name) || !line.substr(name.size()).starts_with('=')) continue;
    line.remove_prefix(name.size() + 1);
    const bool quoted =
        line.size() >= 2 && (line.front() == '"' || line.front() == '\'') && line.back() == line.front();
    value = quoted ? line.substr(1, line.size() - 2) : line;
  }
  return value;
}

}  // namespace onshi
