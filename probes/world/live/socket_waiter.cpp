// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/socket_waiter.h"

#include <new>
#include <stop_token>

namespace onshi {
namespace {

CURLM* new_multi() {
  static const CURLcode prepared = curl_global_init(CURL_GLOBAL_DEFAULT);
  return prepared == CURLE_OK ? curl_multi_init() : nullptr;
}

}  // namespace

SocketWaiter::SocketWaiter() : multi_(new_multi()) {
  if (!multi_) throw std::bad_alloc();
}

void SocketWaiter::wait(std::span<curl_waitfd> sockets, const Limit& limit) {
  if (limit.over()) return;
  std::stop_callback on_stop(limit.stop(), [this] { curl_multi_wakeup(multi_.get()); });
  curl_multi_poll(multi_.get(), sockets.data(), static_cast<unsigned>(sockets.size()),
                  static_cast<int>(limit.remaining().count()), nullptr);
}

}  // namespace onshi
