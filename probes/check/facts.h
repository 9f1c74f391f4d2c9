// SPDX-License-Identifier: GPL-3.0-or-later
// What a check saw, as short pairs in the order in which they were noted: a stable key (`resolver`,
// `verify_error`) and a value without language (an address, a number, a name). Labels for people are in
// assets/locale. A `Secret` cannot become a fact. Plain values, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onshi {

struct Fact {
  std::string key;
  std::string value;
  bool operator==(const Fact&) const = default;
};

class Facts {
 public:
  Facts() = default;
  Facts(std::initializer_list<Fact> facts) : facts_(facts) {}

  Facts& add(std::string key, std::string value);
  Facts& add(std::string key, std::int64_t value);
  Facts& add(const Facts& others);

  [[nodiscard]] std::optional<std::string> value(std::string_view key) const;  // the first one of that key
  [[nodiscard]] const std::vector<Fact>& all() const { return facts_; }
  [[nodiscard]] bool empty() const { return facts_.empty(); }

 private:
  std::vector<Fact> facts_;
};

}  // namespace onshi
