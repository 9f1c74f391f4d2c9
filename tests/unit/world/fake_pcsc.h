// SPDX-License-Identifier: GPL-3.0-or-later
// A PC/SC service for tests whose faults are written down beforehand. Every list holds what the next calls
// answer, the last one again and again. Counts what is open, so that a test sees what was left behind.
// Thread-safe.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>

#include "probes/world/live/pcsc_api.h"
#include "probes/world/live/pcsc_codes.h"

namespace onshi::test {

class FakePcsc : public PcscApi {
 public:
  std::deque<PcscCode> establish_answers{0};
  std::deque<PcscCode> list_answers{0};
  std::deque<PcscCode> wait_answers{0};
  std::deque<PcscCode> connect_answers{0};
  std::deque<PcscCode> begin_answers{0};
  std::deque<PcscCode> transmit_answers{0};
  std::deque<std::vector<PcscReader>> readers{{}};  // the next when an event was waited for
  bool hangs_in_establish = false;
  bool hangs_in_begin = false;
  bool hangs_in_wait = false;  // for an event; not when the state is asked
  bool hangs_in_cancel = false;

  PcscCode establish(PcscHandle& context) override {
    hang_if(hangs_in_establish);
    std::scoped_lock lock(mutex_);
    ++established;
    PcscCode code = next(establish_answers);
    if (code == 0) {
      ++contexts;
      context = 7;
    }
    return code;
  }
  void release(PcscHandle /*context*/) override { count(contexts, -1); }
  PcscCode list(PcscHandle /*context*/, std::vector<std::string>& names) override {
    std::scoped_lock lock(mutex_);
    ++looks;
    for (const PcscReader& reader : readers.front()) names.push_back(reader.name);
    PcscCode code = next(list_answers);
    return code == 0 && names.empty() ? pcsc::no_readers_available : code;
  }
  PcscCode wait(PcscHandle /*context*/, std::vector<PcscReader>& asked, std::uint32_t milliseconds) override {
    hang_if(hangs_in_wait && milliseconds > 0);
    std::scoped_lock lock(mutex_);
    if (milliseconds > 0) waits.push_back(milliseconds);
    if (milliseconds > 0 && readers.size() > 1) readers.pop_front();
    for (PcscReader& reader : asked) {
      for (const PcscReader& here : readers.front()) {
        if (here.name == reader.name) reader = here;
      }
    }
    return next(wait_answers);
  }
  void cancel(PcscHandle /*context*/) override { hang_if(hangs_in_cancel); }
  PcscCode connect_shared(PcscHandle /*context*/, const std::string& /*reader*/, PcscHandle& card,
                          std::uint32_t& protocol) override {
    std::scoped_lock lock(mutex_);
    PcscCode code = next(connect_answers);
    if (code == 0) {
      ++cards;
      card = 9;
      protocol = 2;
    }
    return code;
  }
  PcscCode reconnect_shared(PcscHandle /*card*/, std::uint32_t& /*protocol*/) override {
    count(reconnections, 1);
    return 0;
  }
  PcscCode begin_transaction(PcscHandle /*card*/) override {
    hang_if(hangs_in_begin);
    std::scoped_lock lock(mutex_);
    PcscCode code = next(begin_answers);
    if (code == 0) ++transactions;
    return code;
  }
  void end_transaction(PcscHandle /*card*/) override { count(transactions, -1); }
  void disconnect(PcscHandle /*card*/) override { count(cards, -1); }
  PcscCode transmit(PcscHandle /*card*/, std::uint32_t /*protocol*/, std::span<const std::uint8_t> command,
                    CardBytes& answer) override {
    std::scoped_lock lock(mutex_);
    commands.emplace_back(command.begin(), command.end());
    answer = response;
    return next(transmit_answers);
  }

  /// Lets every hanging call go on.
  void let_go() {
    std::scoped_lock lock(mutex_);
    let_go_ = true;
    changed_.notify_all();
  }
  /// Blocks until nothing is open any more.
  void await_end() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return contexts == 0 && cards == 0; });
  }

  CardBytes response{0x90, 0x00};
  int contexts = 0;
  int cards = 0;
  int transactions = 0;
  int reconnections = 0;
  int established = 0;
  int looks = 0;                     // how often the readers were listed
  std::vector<std::uint32_t> waits;  // for an event: how long each was to last
  std::vector<CardBytes> commands;

 private:
  static PcscCode next(std::deque<PcscCode>& answers) {
    PcscCode code = answers.front();
    if (answers.size() > 1) answers.pop_front();
    return code;
  }
  void count(int& number, int change) {
    std::scoped_lock lock(mutex_);
    number += change;
    changed_.notify_all();
  }
  void hang_if(bool hangs) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !hangs || let_go_; });
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool let_go_ = false;
};

}  // namespace onshi::test
