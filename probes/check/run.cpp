// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/check/run.h"

#include <algorithm>
#include <array>

namespace onshi {
namespace {

using Findings = std::vector<Finding>;

// Not run, while what stopped it stands in the same run and speaks for itself.
bool is_shadow(const Finding& finding, const Findings& findings) {
  if (finding.verdict != Verdict::not_run) return false;
  return std::any_of(findings.begin(), findings.end(), [&finding](const Finding& other) {
    return other.verdict != Verdict::not_run && other.number == finding.because_of;
  });
}

const Finding* first_of(Verdict verdict, const Findings& findings) {
  auto found = std::find_if(findings.begin(), findings.end(),
                            [verdict](const Finding& finding) { return finding.verdict == verdict; });
  return found == findings.end() ? nullptr : &*found;
}

constexpr std::array kForemost{Verdict::fail, Verdict::unknown, Verdict::attention, Verdict::cancelled,
                               Verdict::not_run};

}  // namespace

Verdict Run::verdict() const {
  if (findings.empty()) return Verdict::not_run;
  Verdict worst = Verdict::ok;
  for (const Finding& finding : findings) {
    if (!is_shadow(finding, findings)) worst = worse_of(worst, finding.verdict);
  }
  return worst;
}

const Finding* Run::of(const std::string& check) const {
  auto found = std::find_if(findings.begin(), findings.end(),
                            [&](const Finding& finding) { return finding.check == check; });
  return found == findings.end() ? nullptr : &*found;
}

std::ptrdiff_t Run::unfinished() const {
  return std::ranges::count_if(findings, [](const Finding& finding) {
    const bool cut = finding.verdict == Verdict::unknown && finding.elapsed >= finding.budget;
    return cut || finding.verdict == Verdict::not_run || finding.verdict == Verdict::cancelled;
  });
}

const Finding* Run::foremost() const {
  for (Verdict verdict : kForemost) {
    if (const Finding* finding = first_of(verdict, findings)) return finding;
  }
  return nullptr;
}

}  // namespace onshi
