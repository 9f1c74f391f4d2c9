// SPDX-License-Identifier: GPL-3.0-or-later
// The allow-list that stands before every card: the exact bytes of the seven steps of reader.md §5, each only
// where it belongs. Whatever else is asked is refused before it reaches PC/SC. It listens to the answers too:
// on a card that does not know the application nothing further is let through. Owned by one session; not
// thread-safe.
#pragma once

#include <cstdint>
#include <span>

namespace onshi {

class CardGate {
 public:
  /// Whether `command` may go to the card now. What was admitted must be followed by `answered` or `restart`.
  [[nodiscard]] bool admit(std::span<const std::uint8_t> command);

  /// What the card said to the admitted command, with its status word.
  void answered(std::span<const std::uint8_t> response);

  /// The card was reset or the session is new: only step 1 is possible.
  void restart();

  /// What was selected last, and therefore what may follow.
  enum class Place { start, application, token, certificate_list, authentication_pin, signature_password };

 private:
  Place place_ = Place::start;
  Place if_good_ = Place::start;
  Place otherwise_ = Place::start;
};

}  // namespace onshi
