// SPDX-License-Identifier: GPL-3.0-or-later
// The virtual card in a practice reader. Its whole state is one small file "kind auth_tries signature_tries"
// that tests/lab/switch writes; it answers the allow-list of reader.md §5 and nothing else, and logs every
// command with its answer. Used by the reader driver under the reader's lock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onshi::lab {

using Bytes = std::vector<std::uint8_t>;

std::string to_hex(const Bytes& bytes);
Bytes from_hex(std::string_view text);

class Card {
 public:
  Card(std::string file, std::string log, bool contactless);

  [[nodiscard]] bool inserted() const;
  /// Powers the card up and forgets what was selected. Nothing when the card is mute or not there.
  std::optional<Bytes> answer_to_reset();
  Bytes answer(const Bytes& command);

 private:
  enum class Selected { nothing, token, presence, authentication_pin, signature_pin };
  struct Settings {
    std::string kind;
    int authentication_tries = 3;
    int signature_tries = 5;
  };

  [[nodiscard]] std::optional<Settings> settings() const;
  std::string respond(const std::string& command, const Settings& settings);
  std::string select_application(const Settings& settings);
  std::string select_file(Selected file);
  void write_log(const std::string& command, const std::string& response, bool allowed) const;

  std::string file_;
  std::string log_;
  bool contactless_;
  bool application_ = false;
  Selected selected_ = Selected::nothing;  // by the command just before this one
};

}  // namespace onshi::lab
