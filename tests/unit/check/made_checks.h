// SPDX-License-Identifier: GPL-3.0-or-later
// Checks for the tests of the runner: each answers what it is told to. Values; the functions may run on any
// thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "probes/check/check.h"

namespace onshi::test {

using CheckFunction = std::function<Answer(const Inquiry&)>;

inline FindingNumber numbered(int number) { return static_cast<FindingNumber>(number); }

/// Fails with the given cause.
inline CheckFunction fails_with(int cause) {
  return [cause](const Inquiry&) { return raise(Verdict::fail, numbered(cause)); };
}

struct How {
  std::vector<std::string> needs{};
  std::vector<std::string> after{};
  std::chrono::milliseconds budget{10000};
  CheckFunction run = [](const Inquiry&) { return good(); };
  std::vector<std::string> behind{};
};

inline Check made(std::string name, int question, How how = {}) {
  return {.name = std::move(name),
          .question = numbered(question),
          .needs = std::move(how.needs),
          .after = std::move(how.after),
          .behind = std::move(how.behind),
          .budget = how.budget,
          .run = std::move(how.run)};
}

}  // namespace onshi::test
