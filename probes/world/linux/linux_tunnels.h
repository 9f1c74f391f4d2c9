// SPDX-License-Identifier: GPL-3.0-or-later
// The tunnels of charon on this terminal, asked for at its VICI socket. Holds nothing but the socket's name;
// thread-safe.
#pragma once

#include <string>

#include "probes/world/tunnels.h"

namespace onshi {

class LinuxTunnels : public Tunnels {
 public:
  explicit LinuxTunnels(std::string socket = "/run/charon.vici") : socket_(std::move(socket)) {}
  Seen<TunnelView> watch(const Enough& enough, std::chrono::milliseconds patience,
                         const Limit& limit) override;

 private:
  std::string socket_;
};

}  // namespace onshi
