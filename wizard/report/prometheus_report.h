// SPDX-License-Identifier: GPL-3.0-or-later
// A run in the Prometheus text format, for a timer that watches many terminals. Any thread.
#pragma once

#include <string>

#include "wizard/report/report_context.h"

namespace onshi {

/// onshi_verdict and onshi_finding are 1 for the verdict that holds; labels carry number, name and check.
std::string prometheus_report(const ReportContext& context);

}  // namespace onshi
