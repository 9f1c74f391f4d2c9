// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/recorded/recording_cards.h"

#include "probes/world/hexadecimal.h"
#include "probes/world/recorded/card_answer_key.h"
#include "probes/world/recorded/observation_reader.h"

namespace onshi {
namespace {

using Readers = CardSeen<std::vector<ReaderState>>;

bool was_stopped(const CardTrouble& trouble) { return trouble.what == CardTrouble::What::cancelled; }

class RecordingSession : public CardSession {
 public:
  RecordingSession(std::unique_ptr<CardSession> behind, std::shared_ptr<ObservationsBook> book,
                   std::string reader)
      : behind_(std::move(behind)), book_(std::move(book)), reader_(std::move(reader)) {}
  CardSeen<CardBytes> transmit(std::span<const std::uint8_t> command, const Limit& limit) override {
    auto response = behind_->transmit(command, limit);
    std::string key = key_.next(command);
    if (response) {
      book_->write(
          [&](Observations& seen) { seen.cards[reader_].responses[key] = to_hexadecimal(*response); });
    }
    return response;
  }

 private:
  std::unique_ptr<CardSession> behind_;
  std::shared_ptr<ObservationsBook> book_;
  std::string reader_;
  CardAnswerKey key_;
};

}  // namespace

ObservationsBook::ObservationsBook(std::chrono::system_clock::time_point now) {
  seen_.now = now;
  seen_.network = std::unexpected(not_recorded(CannotSee{}));
  seen_.readers = std::unexpected(not_recorded(CardTrouble{}));
  seen_.usb = std::unexpected(not_recorded(CannotSee{}));
  seen_.card_programs = std::unexpected(not_recorded(CannotSee{}));
  seen_.disk = std::unexpected(not_recorded(CannotSee{}));
  seen_.system = std::unexpected(not_recorded(CannotSee{}));
}

void ObservationsBook::write(const std::function<void(Observations&)>& change) {
  std::scoped_lock lock(mutex_);
  change(seen_);
}

Observations ObservationsBook::read() const {
  std::scoped_lock lock(mutex_);
  return seen_;
}

Readers RecordingCards::kept(Readers readers) {
  if (readers || !was_stopped(readers.error())) {
    book_->write([&](Observations& seen) { seen.readers = readers; });
  }
  return readers;
}

Readers RecordingCards::readers(const Limit& limit) { return kept(behind_.readers(limit)); }

Readers RecordingCards::wait_for_change(const std::vector<ReaderState>& known, const Limit& limit) {
  return kept(behind_.wait_for_change(known, limit));
}

CardSeen<std::unique_ptr<CardSession>> RecordingCards::do_open(const std::string& reader,
                                                               const Limit& limit) {
  auto session = behind_.open(reader, limit);
  if (!session) {
    if (!was_stopped(session.error())) {
      book_->write([&](Observations& seen) { seen.cards[reader].opens = std::unexpected(session.error()); });
    }
    return session;
  }
  book_->write([&](Observations& seen) { seen.cards[reader].opens = true; });
  return std::make_unique<RecordingSession>(std::move(*session), book_, reader);
}

}  // namespace onshi
