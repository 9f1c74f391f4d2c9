// SPDX-License-Identifier: GPL-3.0-or-later
// A password. It has no stream operator, no conversion to a string and no format, so nothing that renders can
// take one; it is wiped when it dies. Whoever must hand it to a library reads it in `reveal` and keeps no
// copy. Not thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace onshi {

class Secret {
 public:
  Secret() = default;
  /// Takes the characters and wipes what it was given.
  static Secret take(std::string&& characters);

  Secret(const Secret& other);
  Secret(Secret&& other) noexcept;
  Secret& operator=(const Secret& other);
  Secret& operator=(Secret&& other) noexcept;
  ~Secret();

  [[nodiscard]] bool empty() const { return characters_.empty(); }
  [[nodiscard]] std::size_t length() const { return characters_.size(); }

  /// Calls `use` with the characters; they are valid only during the call.
  template <typename Use>
  decltype(auto) reveal(Use&& use) const {
    return std::forward<Use>(use)(std::string_view(characters_));
  }

 private:
  void wipe();
  std::string characters_;
};

}  // namespace onshi
