// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for sockets and transfers inside a Limit, on every system, by libcurl's multi interface: a stop
// request wakes the wait at once. One thread at a time; the stop may come from any.
#pragma once

#include <memory>
#include <span>

#include <curl/curl.h>

#include "probes/world/limit.h"

namespace onshi {

struct MultiFree {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};

class SocketWaiter {
 public:
  SocketWaiter();
  [[nodiscard]] CURLM* multi() const { return multi_.get(); }

  /// Until something is ready, the limit is over or somebody wished to stop. Fills `revents` of `sockets`.
  void wait(std::span<curl_waitfd> sockets, const Limit& limit);

 private:
  std::unique_ptr<CURLM, MultiFree> multi_;
};

}  // namespace onshi
