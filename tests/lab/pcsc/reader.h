// SPDX-License-Identifier: GPL-3.0-or-later
// One practice reader as its driver sees it: a slot that may hold a card, and a wait that ends when the card
// comes or goes. Card in = its file exists in the cards folder (tests/lab/switch renames it in and out),
// watched by inotify. Made by the driver's open, ended by its close; `lock` guards the card, the waits run
// without it.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "tests/lab/pcsc/card.h"

namespace onshi::lab {

class Reader {
 public:
  Reader(const std::string& cards_folder, std::string port, const std::string& log, bool contactless);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  /// Returns when a card came or went, after `milliseconds` (negative: no limit), or when stop_waiting() was
  /// called.
  void wait_for_card(int milliseconds);
  void stop_waiting();
  [[nodiscard]] const std::string& port() const { return port_; }

  std::recursive_mutex lock;
  Card card;
  Bytes atr;

 private:
  [[nodiscard]] bool card_changed() const;

  std::string port_;
  int changes_;  // inotify descriptor
  int stop_;     // eventfd
};

}  // namespace onshi::lab
