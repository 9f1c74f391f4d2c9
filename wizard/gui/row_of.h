// SPDX-License-Identifier: GPL-3.0-or-later
// Turns findings, and questions still under way, into rows and banners. Pure functions of words and language,
// window thread.
#pragma once

#include <vector>

#include "wizard/gui/checker.h"
#include "wizard/gui/face.h"
#include "wizard/gui/widgets/banner.h"
#include "wizard/gui/widgets/finding_row.h"

namespace onshi::gui {

RowContent row_of(const Finding& finding, const Face& face);
RowContent row_of(const Checker::Row& row, const Face& face);

/// 確認中 with its seconds.
BannerContent running_banner(std::chrono::milliseconds elapsed, const Face& face);
/// The one verdict of these findings.
BannerContent verdict_banner(const Run& run, const Institution& institution, const Profile& profile,
                             const Face& face);

/// "11月21日 7:30" in the reader's language.
wxString day_and_time(std::chrono::system_clock::time_point time, const Face& face);
wxString day(std::chrono::system_clock::time_point time, const Face& face);

}  // namespace onshi::gui
