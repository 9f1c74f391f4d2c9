// SPDX-License-Identifier: GPL-3.0-or-later
// Did the line give this terminal an address? On line type 1 that is a router advertisement's IPv6 address,
// on the others IPv4 (line.md §1). Waits a moment for one that may still come. Runs on a check thread.
#pragma once

#include <string>
#include <vector>

#include "probes/check/check.h"

namespace onshi {

/// What the address check hands on: the network as it was when the question was decided.
struct AddressEvidence {
  NetworkView view;
  bool ipv6 = true;                 // the family in which the line is used from here on
  std::vector<std::string> usable;  // addresses of that family
};

Check address_check();

}  // namespace onshi
