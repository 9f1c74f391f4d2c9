// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/pcsc/reader.h"

#include <array>
#include <chrono>
#include <cstring>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace onshi::lab {

Reader::Reader(const std::string& cards_folder, std::string port, const std::string& log, bool contactless)
    : card(cards_folder + "/" + port, log, contactless),
      port_(std::move(port)),
      changes_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)),
      stop_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  inotify_add_watch(changes_, cards_folder.c_str(), IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE);
}

Reader::~Reader() {
  close(changes_);
  close(stop_);
}

void Reader::wait_for_card(int milliseconds) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::milliseconds(milliseconds);
  while (true) {
    int left = -1;
    if (milliseconds >= 0) {
      left =
          static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count());
      if (left < 0) return;
    }
    std::array<pollfd, 2> waits{{{stop_, POLLIN, 0}, {changes_, POLLIN, 0}}};
    if (poll(waits.data(), waits.size(), left) <= 0) return;
    if (waits[0].revents != 0 || card_changed()) return;
  }
}

void Reader::stop_waiting() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(stop_, &one, sizeof one);
}

bool Reader::card_changed() const {
  alignas(inotify_event) std::array<char, 4096> buffer{};
  const auto size = read(changes_, buffer.data(), buffer.size());
  bool mine = false;
  for (ssize_t at = 0; at < size;) {
    inotify_event event{};
    std::memcpy(&event, buffer.data() + at, sizeof event);
    if (event.len > 0 && port_ == buffer.data() + at + sizeof event) mine = true;
    at += static_cast<ssize_t>(sizeof event + event.len);
  }
  return mine;
}

}  // namespace onshi::lab
