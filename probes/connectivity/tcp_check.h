// SPDX-License-Identifier: GPL-3.0-or-later
// Does every address of the host take a connection? All are tried side by side, so that a dead one cannot
// hide behind a live one (line.md §11), and whether the terminal's own programs would leave by the same link
// is read from its routes. Hands on the `HostAddresses` that did. Runs on a check thread.
#pragma once

#include "probes/connectivity/ladder_host.h"

namespace onshi {

/// How the addresses of one host took a connection.
struct Connections {
  std::vector<Target> targets;
  std::vector<TcpAnswer> answers;  // as many

  [[nodiscard]] HostAddresses reached() const;
};

Connections connect_all(const Inquiry& inquiry, const Service& service,
                        const std::vector<std::string>& addresses);
Facts facts_of(const Connections& connections);

Check tcp_check(const LadderHost& host);

}  // namespace onshi
