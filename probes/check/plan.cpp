// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/check/plan.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace onshi {
namespace {

using CheckNames = std::set<std::string>;

const Check* find(const std::vector<Check>& checks, const std::string& name) {
  auto found =
      std::find_if(checks.begin(), checks.end(), [&](const Check& check) { return check.name == name; });
  return found == checks.end() ? nullptr : &*found;
}

void prove_unique_names(const std::vector<Check>& checks) {
  CheckNames names;
  for (const Check& check : checks) {
    if (!names.insert(check.name).second) throw std::logic_error("two checks are called " + check.name);
  }
}

void prove_needs_exist(const std::vector<Check>& checks) {
  for (const Check& check : checks) {
    for (const std::string& need : check.needs) {
      if (find(checks, need) == nullptr) throw std::logic_error(check.name + " needs the absent " + need);
    }
  }
}

bool waits_for_nothing(const Check& check, const CheckNames& open) {
  auto is_open = [&open](const std::string& name) { return open.contains(name); };
  return std::none_of(check.needs.begin(), check.needs.end(), is_open) &&
         std::none_of(check.after.begin(), check.after.end(), is_open) &&
         std::none_of(check.behind.begin(), check.behind.end(), is_open);
}

// Takes away whatever waits for nothing, until nothing is left or only a circle is.
void prove_no_circle(const std::vector<Check>& checks) {
  CheckNames open;
  for (const Check& check : checks) open.insert(check.name);
  while (!open.empty()) {
    auto free = std::find_if(checks.begin(), checks.end(), [&open](const Check& check) {
      return open.contains(check.name) && waits_for_nothing(check, open);
    });
    if (free == checks.end()) throw std::logic_error("a circle of checks around " + *open.begin());
    open.erase(free->name);
  }
}

void add_with_needs(const std::vector<Check>& checks, const Check& check, CheckNames& wanted) {
  if (!wanted.insert(check.name).second) return;
  for (const std::string& need : check.needs) add_with_needs(checks, *find(checks, need), wanted);
}

/// The same with what those wait for without needing it, as far as it is here.
void add_with_all_before(const std::vector<Check>& checks, const Check& check, CheckNames& wanted) {
  if (!wanted.insert(check.name).second) return;
  for (const std::string& need : check.needs) add_with_all_before(checks, *find(checks, need), wanted);
  for (const std::string& name : check.after) {
    if (const Check* before = find(checks, name)) add_with_all_before(checks, *before, wanted);
  }
}

Plan plan_of(const std::vector<Check>& checks, const CheckNames& wanted) {
  std::vector<Check> chosen;
  std::copy_if(checks.begin(), checks.end(), std::back_inserter(chosen),
               [&wanted](const Check& check) { return wanted.contains(check.name); });
  return Plan(std::move(chosen));
}

}  // namespace

Plan::Plan(std::vector<Check> checks) : checks_(std::move(checks)) {
  prove_unique_names(checks_);
  prove_needs_exist(checks_);
  prove_no_circle(checks_);
}

Plan Plan::only(const std::vector<Group>& groups) const {
  CheckNames wanted;
  for (const Check& check : checks_) {
    bool chosen = std::find(groups.begin(), groups.end(), group_of(check.question)) != groups.end();
    if (chosen) add_with_all_before(checks_, check, wanted);
  }
  return plan_of(checks_, wanted);
}

Plan Plan::only_check(const std::string& name) const {
  const Check* check = find(checks_, name);
  if (check == nullptr) throw std::logic_error("no check is called " + name);
  CheckNames wanted;
  add_with_needs(checks_, *check, wanted);
  return plan_of(checks_, wanted);
}

}  // namespace onshi
