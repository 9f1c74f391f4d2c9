// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/proxy_address.h"

#include <algorithm>
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

}  // namespace

ProxySettings proxy_at(std::string_view address, std::string place) {
  const Parts parts = parts_of(trimmed(address));
  ProxySettings settings{.place = std::move(place)};
  if (parts.scheme == "http") settings.https = server_named(parts.authority);
  if (!settings.https) settings.unread = parts.scheme + "://" + std::string(parts.authority);
  return settings;
}

std::vector<std::string> proxy_exemptions(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(",; \t"), text.size());
    if (end > 0) items.push_back(lower_case(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

}  // namespace onshi
