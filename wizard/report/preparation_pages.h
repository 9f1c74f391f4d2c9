// SPDX-License-Identifier: GPL-3.0-or-later
// What is printed of a preparation, each on one sheet of A4 as HTML: a checklist for the clinic, one for the
// engineer, the dates as list and as a picture of the months, and what to type into the portal. Any thread.
#pragma once

#include <string>

#include "wizard/report/preparation_view.h"

namespace onshi {

std::string clinic_page(const PreparationView& view);
std::string engineer_page(const PreparationView& view);
std::string dates_page(const PreparationView& view);
std::string form_page(const PreparationView& view);

/// The months that have a day in the list, with its number on each; an SVG picture.
std::string months_picture(const PreparationView& view);

}  // namespace onshi
