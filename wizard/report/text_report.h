// SPDX-License-Identifier: GPL-3.0-or-later
// A run as plain text: the one verdict, what to do, who must act, then a line a check. For a terminal window
// or a .txt file. Any thread.
#pragma once

#include <string>
#include <vector>

#include "wizard/report/report_context.h"

namespace onshi {

std::string text_report(const ReportContext& context);

/// One number's words for all three readers, as `onshi explain` prints them; `calls` are the sentences about
/// the call centre, where the advice is to ring it.
std::string text_explanation(const CatalogueEntry& entry, const Words& words, Language language,
                             const std::vector<std::string>& calls = {});

}  // namespace onshi
