// SPDX-License-Identifier: GPL-3.0-or-later
// The result of looking at something: the thing, or why it could not be seen. Plain values, any thread.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace onshi {

struct CannotSee {
  enum class Why { not_here, refused, timeout, cancelled, not_supported, failed };
  Why why = Why::failed;
  std::int64_t code = 0;  // errno, Windows error or PC/SC code
  std::string detail{};   // technical, for facts; never a secret
  bool operator==(const CannotSee&) const = default;
};

std::string_view name_of(CannotSee::Why why);  // "not_here", "refused", ...

template <typename T>
using Seen = std::expected<T, CannotSee>;

}  // namespace onshi
