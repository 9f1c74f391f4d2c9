// SPDX-License-Identifier: GPL-3.0-or-later
// A run as JSON for programs, after design section 4 (docs/json.md says every field). Additive changes only.
// Any thread.
#pragma once

#include <optional>
#include <string>

#include "wizard/report/report_context.h"

namespace onshi {

std::string json_report(const ReportContext& context);

/// A run as json_report wrote it, for reports made later; empty when it is not one.
std::optional<Run> run_from_json(const std::string& json);

/// Name, version and sum of the profile that such a run was made with; all else is empty.
Profile profile_from_json(const std::string& json);

}  // namespace onshi
