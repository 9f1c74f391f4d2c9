// SPDX-License-Identifier: GPL-3.0-or-later
// The days of a preparation as an iCalendar file (RFC 5545) for the clinic's own calendar: whole days, lines
// folded at 75 bytes, and the same UID for the same thing each time, so that a newer file replaces the older
// one. Pure function, any thread.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "wizard/report/preparation_view.h"

namespace onshi {

std::string calendar_file(const PreparationView& view, std::chrono::system_clock::time_point now);

/// One content line as it stands in the file: no byte of a character is parted from the others.
std::string folded_line(std::string_view line);
/// A text value with what the format reserves marked.
std::string calendar_text(std::string_view text);

}  // namespace onshi
