// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/recorded/recorded_cards.h"

#include <algorithm>

#include "probes/world/hexadecimal.h"
#include "probes/world/recorded/card_answer_key.h"
#include "probes/world/wait_out.h"

namespace onshi {
namespace {

using What = CardTrouble::What;

class RecordedSession : public CardSession {
 public:
  explicit RecordedSession(std::map<std::string, std::string> responses) : responses_(std::move(responses)) {}

  CardSeen<CardBytes> transmit(std::span<const std::uint8_t> command, const Limit& limit) override {
    if (limit.cancelled()) return std::unexpected(CardTrouble{What::cancelled});
    auto found = responses_.find(key_.next(command));
    if (found == responses_.end()) found = responses_.find(to_hexadecimal(command));
    if (found == responses_.end()) return std::unexpected(CardTrouble{What::failed});
    auto bytes = from_hexadecimal(found->second);
    if (!bytes) return std::unexpected(CardTrouble{What::failed});
    return *bytes;
  }

 private:
  std::map<std::string, std::string> responses_;
  CardAnswerKey key_;
};

}  // namespace

CardSeen<std::vector<ReaderState>> RecordedCards::readers(const Limit& limit) {
  if (limit.cancelled()) return std::unexpected(CardTrouble{What::cancelled});
  return seen_->readers;
}

CardSeen<std::vector<ReaderState>> RecordedCards::wait_for_change(const std::vector<ReaderState>& known,
                                                                  const Limit& limit) {
  if (!seen_->readers || *seen_->readers == known) wait_out(limit);
  return readers(limit);
}

CardTrouble RecordedCards::why_not(const std::string& reader) const {
  if (!seen_->readers) return seen_->readers.error();
  auto found = std::ranges::find(*seen_->readers, reader, &ReaderState::name);
  if (found == seen_->readers->end()) return {What::reader_gone};
  return {found->card_present ? What::failed : What::no_card};
}

CardSeen<std::unique_ptr<CardSession>> RecordedCards::do_open(const std::string& reader, const Limit& limit) {
  if (limit.cancelled()) return std::unexpected(CardTrouble{What::cancelled});
  auto found = seen_->cards.find(reader);
  if (found == seen_->cards.end()) return std::unexpected(why_not(reader));
  if (!found->second.opens) return std::unexpected(found->second.opens.error());
  return std::make_unique<RecordedSession>(found->second.responses);
}

}  // namespace onshi
