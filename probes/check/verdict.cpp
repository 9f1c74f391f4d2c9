// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/check/verdict.h"

#include <algorithm>
#include <array>

namespace onshi {
namespace {

struct Row {
  Verdict verdict;
  std::string_view name;
};

// Best first: the place in this table is how heavy a verdict weighs.
constexpr std::array<Row, 6> kByWeight{{{Verdict::ok, "ok"},
                                        {Verdict::attention, "attention"},
                                        {Verdict::not_run, "not_run"},
                                        {Verdict::cancelled, "cancelled"},
                                        {Verdict::unknown, "unknown"},
                                        {Verdict::fail, "fail"}}};

auto row_of(Verdict verdict) {
  return std::find_if(kByWeight.begin(), kByWeight.end(),
                      [verdict](const Row& row) { return row.verdict == verdict; });
}

}  // namespace

std::string_view name_of(Verdict verdict) { return row_of(verdict)->name; }

Verdict worse_of(Verdict left, Verdict right) { return row_of(left) > row_of(right) ? left : right; }

bool carries_on(Verdict verdict) { return verdict == Verdict::ok || verdict == Verdict::attention; }

}  // namespace onshi
