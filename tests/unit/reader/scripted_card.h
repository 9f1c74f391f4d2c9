// SPDX-License-Identifier: GPL-3.0-or-later
// A card that answers by a list, one entry a command, and keeps what it was asked: for what a recorded card
// cannot do, such as being pulled out in the middle. The real gate stands in front of it.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "probes/world/cards.h"
#include "probes/world/hexadecimal.h"

namespace onshi::test {

class ScriptedCards : public Cards {
 public:
  using Line = CardSeen<std::string>;  // hexadecimal, or the trouble that happens instead

  /// One list for each time that the card is opened.
  explicit ScriptedCards(std::deque<std::deque<Line>> sessions) : sessions_(std::move(sessions)) {}

  CardSeen<std::vector<ReaderState>> readers(const Limit&) override { return std::vector<ReaderState>{}; }
  CardSeen<std::vector<ReaderState>> wait_for_change(const std::vector<ReaderState>& known,
                                                     const Limit&) override {
    return known;
  }

  [[nodiscard]] const std::vector<std::string>& asked() const { return asked_; }
  [[nodiscard]] int opened() const { return opened_; }

 protected:
  CardSeen<std::unique_ptr<CardSession>> do_open(const std::string&, const Limit&) override {
    ++opened_;
    if (sessions_.empty()) return std::unexpected(CardTrouble{CardTrouble::What::no_card});
    auto session = std::make_unique<Session>(std::move(sessions_.front()), asked_);
    sessions_.pop_front();
    return session;
  }

 private:
  class Session : public CardSession {
   public:
    Session(std::deque<Line> lines, std::vector<std::string>& asked)
        : lines_(std::move(lines)), asked_(asked) {}
    CardSeen<CardBytes> transmit(std::span<const std::uint8_t> command, const Limit&) override {
      asked_.push_back(to_hexadecimal(command));
      if (lines_.empty()) return std::unexpected(CardTrouble{CardTrouble::What::failed});
      Line line = std::move(lines_.front());
      lines_.pop_front();
      if (!line) return std::unexpected(line.error());
      return from_hexadecimal(*line).value();
    }

   private:
    std::deque<Line> lines_;
    std::vector<std::string>& asked_;
  };

  std::deque<std::deque<Line>> sessions_;
  std::vector<std::string> asked_;
  int opened_ = 0;
};

}  // namespace onshi::test
