// SPDX-License-Identifier: GPL-3.0-or-later
// How many of the questions to each resolver that lives were answered. Where one loses some and another loses
// none, it is that resolver or the way to it alone, and not the line; so that this is no matter of chance,
// all are then asked some more (line.md §11). Runs on a check thread.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "probes/line/resolver_survey.h"

namespace onshi {

using QuestionCounts = std::map<std::string, QuestionCount, std::less<>>;  // by resolver

/// Of those that said anything at all over UDP.
QuestionCounts counts_of(const ResolverSurvey& survey);

/// Adds to `counts` what asking more often brings, when one of them looks unsteady beside the others.
void look_closer(const Inquiry& inquiry, const ResolverSurvey& survey, QuestionCounts& counts);
inline constexpr std::chrono::milliseconds kLongestCloserLook{2400};

/// The only one that loses questions, where the system asks it and another one, which loses none. What any
/// other loses is the line's.
std::optional<std::string> unsteady_one(const QuestionCounts& counts, const ResolverSurvey& survey);

/// `resolver` and `answered_of` for each: "3/12" is three answers to twelve questions.
Facts facts_of(const QuestionCounts& counts);

}  // namespace onshi
