// SPDX-License-Identifier: GPL-3.0-or-later
// A preparation as text for a terminal window, and as the part of a JSON report that says the same. Any
// thread.
#pragma once

#include <string>

#include "wizard/report/preparation_view.h"

namespace onshi {

/// Case, dates, what to type into the portal, both checklists, and what people ask in this case.
std::string preparation_text(const PreparationView& view);

/// The report of the run with a `preparation` in it.
std::string with_preparation(const std::string& json_report, const PreparationView& view);

}  // namespace onshi
