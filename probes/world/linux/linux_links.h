// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal's network as the Linux kernel and resolv.conf say it. Holds nothing; thread-safe.
#pragma once

#include "probes/world/links.h"

namespace onshi {

class LinuxLinks : public Links {
 public:
  Seen<NetworkView> look(const Limit& limit) override;
  Seen<std::string> source_towards(const std::string& ip) override;
  Seen<int> path_mtu_towards(const std::string& ip) override;
  Seen<AddressCalls> address_calls() override;
  Seen<NetworkView> wait_for_change(const NetworkView& known, const Limit& limit) override;
};

}  // namespace onshi
