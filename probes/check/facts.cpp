// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/check/facts.h"

#include <algorithm>

namespace onshi {

Facts& Facts::add(std::string key, std::string value) {
  facts_.push_back({std::move(key), std::move(value)});
  return *this;
}

Facts& Facts::add(std::string key, std::int64_t value) { return add(std::move(key), std::to_string(value)); }

Facts& Facts::add(const Facts& others) {
  facts_.insert(facts_.end(), others.facts_.begin(), others.facts_.end());
  return *this;
}

std::optional<std::string> Facts::value(std::string_view key) const {
  auto found =
      std::find_if(facts_.begin(), facts_.end(), [key](const Fact& fact) { return fact.key == key; });
  if (found == facts_.end()) return std::nullopt;
  return found->value;
}

}  // namespace onshi
