// SPDX-License-Identifier: GPL-3.0-or-later
// The kernel's word that a link, an address or a route was touched. Says that something happened, never what:
// who hears it looks again. Needs no rights. One thread at a time.
#pragma once

#include <expected>

#include "probes/world/limit.h"
#include "probes/world/linux/descriptor.h"

namespace onshi {

class NetworkNews {
 public:
  /// Or errno. What happens from now on is heard.
  static std::expected<NetworkNews, int> listen();

  /// Waits for word; takes all that came with it, so that a burst is one. False when the limit is over.
  [[nodiscard]] bool wait(const Limit& limit) const;

 private:
  explicit NetworkNews(Descriptor socket) : socket_(std::move(socket)) {}
  void take_all(const Limit& limit) const;
  Descriptor socket_;
};

}  // namespace onshi
