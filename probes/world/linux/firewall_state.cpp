// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/firewall_state.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "probes/world/linux/resolver_text.h"
#include "probes/world/linux/small_text_file.h"

namespace onshi {
namespace {

/// systemd keeps such a link for every active unit and takes it away when the unit ends.
bool is_active(const std::filesystem::path& root, const std::string& unit) {
  std::error_code ignored;
  const auto link =
      std::filesystem::symlink_status(root / "run/systemd/units" / ("invocation:" + unit), ignored);
  return std::filesystem::exists(link);
}

bool turns_something_away(std::string_view rules) {
  constexpr std::array<std::string_view, 2> kWords{"drop", "reject"};
  while (!rules.empty()) {
    const auto end = std::min(rules.find('\n'), rules.size());
    const std::string_view line = rules.substr(0, rules.substr(0, end).find('#'));
    if (std::ranges::any_of(kWords, [&](std::string_view word) { return line.contains(word); })) return true;
    rules.remove_prefix(std::min(end + 1, rules.size()));
  }
  return false;
}

/// Debian's file as it comes loads rules that let everything through.
bool nftables_guards(const std::filesystem::path& root) {
  return is_active(root, "nftables.service") &&
         turns_something_away(small_text_file(root / "etc/nftables.conf").value_or(""));
}

}  // namespace

std::optional<bool> firewall_state(const std::filesystem::path& root) {
  if (is_active(root, "firewalld.service") || nftables_guards(root)) return true;
  const auto ufw = small_text_file(root / "etc/ufw/ufw.conf");
  if (!ufw) return std::nullopt;
  return os_release_value(*ufw, "ENABLED") == "yes";
}

}  // namespace onshi
