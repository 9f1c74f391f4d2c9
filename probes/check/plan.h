// SPDX-License-Identifier: GPL-3.0-or-later
// The graph of checks of one run. Making one proves that every prerequisite exists, that names are unique and
// that nothing waits in a circle; anything else is a bug and throws std::logic_error. A check named only in
// `after` may be absent: then there is nothing to wait for. A value, any thread.
#pragma once

#include <utility>
#include <vector>

#include "probes/check/check.h"
#include "probes/check/group.h"

namespace onshi {

class Plan {
 public:
  explicit Plan(std::vector<Check> checks);

  [[nodiscard]] const std::vector<Check>& checks() const& { return checks_; }
  /// By value, so that a loop over the checks of a plan that nobody keeps is safe.
  [[nodiscard]] std::vector<Check> checks() && { return std::move(checks_); }

  /// The checks of these groups and everything that they need or come after, in the same order: what a check
  /// makes of its observations does not depend on what else was asked for.
  [[nodiscard]] Plan only(const std::vector<Group>& groups) const;

  /// One check and everything that it needs, without what it only comes after.
  [[nodiscard]] Plan only_check(const std::string& name) const;

 private:
  std::vector<Check> checks_;
};

}  // namespace onshi
