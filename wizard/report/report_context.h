// SPDX-License-Identifier: GPL-3.0-or-later
// What every form of a report is made from: one run, whose it is, and the words. Reports are views; they
// decide nothing. References live only for the call. Any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "probes/check/run.h"
#include "probes/site/profile.h"
#include "probes/site/site.h"
#include "wizard/words/present_time.h"
#include "wizard/words/words.h"

namespace onshi {

struct ReportContext {
  const Run& run;
  const Institution& institution;
  const Profile& profile;
  const Words& words;
  Language language = Language::japanese;
  /// For reading at once; empty for a report that is kept and read later.
  std::optional<std::chrono::system_clock::time_point> now{};
};

/// `now` as far as the run says that this terminal's clock can be believed.
std::optional<PresentTime> present_time(const ReportContext& context);

/// What is said beside advice to ring the call centre; nothing when this finding has no such advice.
std::vector<std::string> call_lines(const ReportContext& context, const Finding& finding);

/// Name and version of this program, as reports and JSON carry it.
std::string program_name();

/// The verdict in one sentence and the sentence under it: what a banner says.
struct Summary {
  Verdict verdict = Verdict::unknown;
  std::string title;
  std::string detail;
  const Finding* foremost = nullptr;  // of the run; null when all is well
};
Summary summary_of(const ReportContext& context);

}  // namespace onshi
