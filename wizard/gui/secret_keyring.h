// SPDX-License-Identifier: GPL-3.0-or-later
// The system's keyring as the session sees it. It may ask the person to unlock it and then waits for minutes,
// so it is only ever asked in the background: `load` answers from what came back so far and asks for what did
// not, and `on_news` says when asking again is worth it. Owned by the program, window thread.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "wizard/store/keyring.h"

namespace onshi::gui {

class SecretKeyring : public Keyring {
 public:
  SecretKeyring();
  ~SecretKeyring() override;

  /// Finds out in the background whether there is one.
  void open();

  [[nodiscard]] bool available() const override { return available_; }
  bool save(const std::string& entry, const Secret& secret) override;
  std::optional<Secret> load(const std::string& entry) override;
  void forget(const std::string& entry) override;

  std::function<void()> on_news = [] {};

 private:
  struct Line;  // to the thread that may wait
  void take(const std::string& entry, std::optional<Secret> secret);

  bool available_ = false;
  std::map<std::string, Secret> known_;
  std::set<std::string> asked_;
  std::shared_ptr<Line> line_;
};

}  // namespace onshi::gui
