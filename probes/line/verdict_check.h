// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers what the other checks of the line saw and lets line_verdict.h weigh it. Sends nothing: whether a
// public host answers is never asked here (line.md §8). Runs on a check thread.
#pragma once

#include "probes/check/check.h"
#include "probes/line/line_verdict.h"
#include "probes/line/resolver_survey.h"

namespace onshi {

/// `survey` is null when no resolver was asked.
std::vector<Observed> observations_of(const AddressEvidence& address, const ResolverSurvey* survey,
                                      const Profile& profile);

/// Hands on a `LineVerdict`.
Check verdict_check();

}  // namespace onshi
