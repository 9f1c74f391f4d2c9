// SPDX-License-Identifier: GPL-3.0-or-later
// A run as one self-contained HTML page that prints well on A4. Every value from outside is escaped. Any
// thread.
#pragma once

#include <string>

#include "wizard/report/report_context.h"

namespace onshi {

std::string html_report(const ReportContext& context);

/// The five characters that mean something in HTML, made harmless.
std::string escape_html(std::string_view text);

}  // namespace onshi
