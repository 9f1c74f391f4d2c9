// SPDX-License-Identifier: GPL-3.0-or-later
// Cards of another world with what they said written down: status words, token name, counters, which is all
// that the gate lets out of a card. The book is shared with sessions that may outlive the world. Thread-safe.
#pragma once

#include <functional>
#include <memory>
#include <mutex>

#include "probes/world/recorded/observations.h"

namespace onshi {

/// The observations so far, for several threads.
class ObservationsBook {
 public:
  explicit ObservationsBook(std::chrono::system_clock::time_point now);
  void write(const std::function<void(Observations&)>& change);
  [[nodiscard]] Observations read() const;

 private:
  mutable std::mutex mutex_;
  Observations seen_;
};

class RecordingCards : public Cards {
 public:
  RecordingCards(Cards& behind, std::shared_ptr<ObservationsBook> book)
      : behind_(behind), book_(std::move(book)) {}
  CardSeen<std::vector<ReaderState>> readers(const Limit& limit) override;
  CardSeen<std::vector<ReaderState>> wait_for_change(const std::vector<ReaderState>& known,
                                                     const Limit& limit) override;

 protected:
  CardSeen<std::unique_ptr<CardSession>> do_open(const std::string& reader, const Limit& limit) override;

 private:
  CardSeen<std::vector<ReaderState>> kept(CardSeen<std::vector<ReaderState>> readers);
  Cards& behind_;
  std::shared_ptr<ObservationsBook> book_;
};

}  // namespace onshi
