// SPDX-License-Identifier: GPL-3.0-or-later
// The PC/SC service, its readers and the card test's transport (reader.md §4, §5). A card session passes only
// the allow-list of CardGate; everything else is refused before it reaches the card. Called from check
// threads and from one watcher thread of the window; thread-safe. Errors are CardTrouble, never raw codes
// alone.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "probes/world/limit.h"

namespace onshi {

struct CardTrouble {
  enum class What {
    service_missing,
    refused,  // by policy (SCARD_W_SECURITY_VIOLATION)
    no_readers,
    reader_gone,
    sharing_violation,  // another program holds the reader
    no_card,
    mute_card,
    card_reset,
    not_allowed,  // our own gate refused the command
    timeout,
    cancelled,
    failed
  };
  What what = What::failed;
  std::uint32_t code = 0;  // PC/SC
  bool operator==(const CardTrouble&) const = default;
};

std::string_view name_of(CardTrouble::What what);  // "service_missing", "refused", ...

template <typename T>
using CardSeen = std::expected<T, CardTrouble>;

struct ReaderState {
  std::string name{};  // as PC/SC says it, with index
  bool card_present = false;
  bool mute = false;
  bool in_use = false;     // another program is connected
  bool exclusive = false;  // another program holds it alone
  std::string atr{};       // hexadecimal; identifies a kind of card, not a person
  std::uint32_t raw = 0;   // dwEventState without its counter
  bool operator==(const ReaderState&) const = default;
};

using CardBytes = std::vector<std::uint8_t>;

class CardSession {
 public:
  virtual ~CardSession() = default;
  virtual CardSeen<CardBytes> transmit(std::span<const std::uint8_t> command, const Limit& limit) = 0;
};

class Cards {
 public:
  virtual ~Cards() = default;
  /// An empty list when there is no reader.
  virtual CardSeen<std::vector<ReaderState>> readers(const Limit& limit) = 0;
  /// Shared connection inside a transaction; left without a reset.
  CardSeen<std::unique_ptr<CardSession>> open(const std::string& reader, const Limit& limit);
  /// Waits until readers or cards differ from `known`, or the limit; then the state as it is. Not a poll.
  /// Trouble is told at once to who knows of readers; who knows of none waits for its end, or the limit.
  virtual CardSeen<std::vector<ReaderState>> wait_for_change(const std::vector<ReaderState>& known,
                                                             const Limit& limit) = 0;

 protected:
  /// The session without its gate, which `open` puts before it.
  virtual CardSeen<std::unique_ptr<CardSession>> do_open(const std::string& reader, const Limit& limit) = 0;
};

}  // namespace onshi
