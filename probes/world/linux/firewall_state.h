// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a firewall guards this machine, as far as everyone may see it: systemd's list of active units, and
// the settings of ufw and nftables. The rules themselves are the administrator's to read. Any thread.
#pragma once

#include <filesystem>
#include <optional>

namespace onshi {

/// On when firewalld runs, ufw is enabled, or nftables has loaded rules that turn something away; off when
/// ufw is there and disabled; empty when none of that can be seen. `root` is "/" but in tests.
std::optional<bool> firewall_state(const std::filesystem::path& root);

}  // namespace onshi
