// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside any advice to ring the call centre: its number, whether it is open just now, its hours,
// and what nobody has told about them. Any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "probes/site/call_centre.h"
#include "wizard/words/present_time.h"
#include "wizard/words/words.h"

namespace onshi {

/// One sentence each; none when the profile names no call centre. Without `now`, on paper that is read later,
/// nothing is said of just now.
std::vector<std::string> call_centre_lines(const CallCentre& centre, const Words& words, Language language,
                                           const std::optional<PresentTime>& now);

}  // namespace onshi
