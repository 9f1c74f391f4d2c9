// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/wait_descriptors.h"

#include <cerrno>
#include <cstdint>
#include <vector>

#include <sys/eventfd.h>

#include "probes/world/linux/descriptor.h"

namespace onshi {
namespace {

void ring(int bell) {
  std::uint64_t one = 1;
  [[maybe_unused]] auto written = ::write(bell, &one, sizeof one);
}

int poll_again(std::vector<pollfd>& all, const Limit& limit) {
  int ready = -1;
  do {
    ready = ::poll(all.data(), all.size(), static_cast<int>(limit.remaining().count()));
  } while (ready < 0 && errno == EINTR && !limit.over());
  return ready;
}

}  // namespace

bool wait_descriptors(std::span<pollfd> wanted, const Limit& limit) {
  if (limit.over()) return false;
  Descriptor bell(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  std::stop_callback on_stop(limit.stop(), [&] { ring(bell.get()); });
  std::vector<pollfd> all(wanted.begin(), wanted.end());
  all.push_back({bell.get(), POLLIN, 0});
  int ready = poll_again(all, limit);
  std::copy_n(all.begin(), wanted.size(), wanted.begin());
  return ready > 0 && !limit.over();
}

}  // namespace onshi
