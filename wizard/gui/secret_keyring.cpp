// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/secret_keyring.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "wizard/gui/background.h"
#include "wizard/gui/system_secrets.h"

namespace onshi::gui {

// One thread for all questions, in order; it outlives us when the keyring keeps it waiting.
struct SecretKeyring::Line {
  std::mutex mutex;
  std::condition_variable wake;
  std::deque<std::function<void()>> jobs;
  bool closed = false;

  void put(std::function<void()> job) {
    const std::scoped_lock lock(mutex);
    jobs.push_back(std::move(job));
    wake.notify_one();
  }

  void close() {
    const std::scoped_lock lock(mutex);
    closed = true;
    jobs.clear();
    wake.notify_one();
  }

  static void work(const std::shared_ptr<Line>& line) {
    for (;;) {
      std::unique_lock lock(line->mutex);
      line->wake.wait(lock, [&] { return line->closed || !line->jobs.empty(); });
      if (line->closed) return;
      const auto job = std::move(line->jobs.front());
      line->jobs.pop_front();
      lock.unlock();
      job();
    }
  }
};

SecretKeyring::SecretKeyring() : line_(std::make_shared<Line>()) {}

SecretKeyring::~SecretKeyring() { line_->close(); }

void SecretKeyring::open() {
  std::thread(&Line::work, line_).detach();
  const std::weak_ptr<Line> ticket = line_;
  line_->put([this, ticket] {
    const bool found = system_secrets_there();
    to_window([this, ticket, found] {
      if (ticket.expired()) return;
      available_ = found;
      if (found) on_news();
    });
  });
}

bool SecretKeyring::save(const std::string& entry, const Secret& secret) {
  if (!available_) return false;
  known_[entry] = secret;
  line_->put([entry, secret] { save_system_secret(entry, secret); });
  return true;
}

std::optional<Secret> SecretKeyring::load(const std::string& entry) {
  if (auto found = known_.find(entry); found != known_.end()) return found->second;
  if (!available_ || !asked_.insert(entry).second) return std::nullopt;
  const std::weak_ptr<Line> ticket = line_;
  line_->put([this, ticket, entry] {
    auto secret = load_system_secret(entry);
    to_window([this, ticket, entry, secret] {
      if (!ticket.expired()) take(entry, secret);
    });
  });
  return std::nullopt;
}

void SecretKeyring::take(const std::string& entry, std::optional<Secret> secret) {
  if (!secret) return;
  known_[entry] = *std::move(secret);
  on_news();
}

void SecretKeyring::forget(const std::string& entry) {
  known_.erase(entry);
  if (!available_) return;
  line_->put([entry] { forget_system_secret(entry); });
}

}  // namespace onshi::gui
