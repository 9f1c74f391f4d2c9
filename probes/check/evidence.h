// SPDX-License-Identifier: GPL-3.0-or-later
// What earlier checks of the same run handed on, by check name and type. The runner fills it between checks
// and hands each check a copy, so reading needs no lock.
#pragma once

#include <any>
#include <map>
#include <string>
#include <string_view>

namespace onshi {

class Evidence {
 public:
  void put(std::string check, std::any value) { values_[std::move(check)] = std::move(value); }

  /// The evidence of that check, or null when it gave none of this type (for example because it is not in the
  /// plan).
  template <typename T>
  [[nodiscard]] const T* of(std::string_view check) const {
    auto found = values_.find(check);
    return found == values_.end() ? nullptr : std::any_cast<T>(&found->second);
  }

 private:
  std::map<std::string, std::any, std::less<>> values_;
};

}  // namespace onshi
