// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/background.h"

#include <atomic>
#include <mutex>
#include <utility>

#include <wx/app.h>

namespace onshi::gui {
namespace {

std::atomic<int> at_work = 0;
std::mutex door;
bool shut = false;

}  // namespace

void to_window(const std::function<void()>& event) {
  const std::lock_guard hold(door);
  if (!shut) wxTheApp->CallAfter(event);
}

void shut_window() {
  const std::lock_guard hold(door);
  shut = true;
}

int background_at_work() { return at_work; }

void Background::start(std::function<void()> body) {
  ++at_work;
  std::thread([body = std::move(body)] {
    body();
    --at_work;
  }).detach();
}

void Background::cancel() {
  if (!ticket_) return;
  ticket_->request_stop();
  ticket_.reset();
}

std::chrono::milliseconds Background::elapsed() const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began_);
}

}  // namespace onshi::gui
