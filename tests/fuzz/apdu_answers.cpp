// SPDX-License-Identifier: GPL-3.0-or-later
// A card that answers whatever it likes: each answer is a length byte and so many bytes; 255 stands for a
// card that was reset, 254 for one that was pulled out. Behind the real gate.
#include "probes/reader/card_test.h"
#include "tests/fuzz/target.h"

using namespace onshi;
using onshi::fuzz::promise;

namespace {

constexpr std::uint8_t kReset = 255;
constexpr std::uint8_t kPulled = 254;
constexpr int kMostCommands = 100;

class StrangeCard : public CardSession {
 public:
  StrangeCard(const std::uint8_t*& place, const std::uint8_t* end, int& commands)
      : place_(&place), end_(end), commands_(&commands) {}

  CardSeen<CardBytes> transmit(std::span<const std::uint8_t> command, const Limit& /*limit*/) override {
    promise(++*commands_ < kMostCommands, "the test of a card ends");
    promise(command.size() < 5 || command[1] != 0x20, "VERIFY never has data");
    if (*place_ == end_) return std::unexpected(CardTrouble{CardTrouble::What::mute_card});
    const std::uint8_t length = *(*place_)++;
    if (length == kReset) return std::unexpected(CardTrouble{CardTrouble::What::card_reset});
    if (length == kPulled) return std::unexpected(CardTrouble{CardTrouble::What::no_card});
    const auto taken = std::min<std::ptrdiff_t>(length, end_ - *place_);
    CardBytes answer(*place_, *place_ + taken);
    *place_ += taken;
    return answer;
  }

 private:
  const std::uint8_t** place_;
  const std::uint8_t* end_;
  int* commands_;
};

class StrangeCards : public Cards {
 public:
  StrangeCards(const std::uint8_t* data, std::size_t size) : place_(data), end_(data + size) {}
  CardSeen<std::vector<ReaderState>> readers(const Limit& /*limit*/) override { return {}; }
  CardSeen<std::vector<ReaderState>> wait_for_change(const std::vector<ReaderState>& known,
                                                     const Limit& /*limit*/) override {
    return known;
  }

 protected:
  CardSeen<std::unique_ptr<CardSession>> do_open(const std::string& /*reader*/,
                                                 const Limit& /*limit*/) override {
    return std::make_unique<StrangeCard>(place_, end_, commands_);
  }

 private:
  const std::uint8_t* place_;
  const std::uint8_t* end_;
  int commands_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  StrangeCards cards(data, size);
  const auto report =
      test_card(cards, {.name = "Reader 00 00", .card_present = true}, Limit::of(std::chrono::seconds{10}));
  if (!report) return 0;
  promise(report->pin.left >= 0 && report->pin.left <= 15, "tries left are one digit of a status word");
  promise(report->token.size() <= 32, "a token name has 32 bytes at most");
  return 0;
}
