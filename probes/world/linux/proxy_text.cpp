// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/proxy_text.h"

#include <algorithm>

#include "probes/world/live/proxy_address.h"

namespace onshi {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

std::optional<ProxySettings> proxy_settings_of(const std::function<std::string(const char*)>& value_of) {
  for (const char* name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
    const std::string value = value_of(name);
    const std::string_view address = trimmed(value);
    if (address.empty()) continue;
    ProxySettings settings = proxy_at(address, name);
    std::string direct = value_of("no_proxy");
    if (direct.empty()) direct = value_of("NO_PROXY");
    settings.bypass = proxy_exemptions(direct);
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
