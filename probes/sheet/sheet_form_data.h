// SPDX-License-Identifier: GPL-3.0-or-later
// assets/sheet_form.xml as it stood when the program was built (see sheet_form_data.cpp.in). Any thread.
#pragma once

#include <string_view>

namespace onshi {

std::string_view sheet_form_xml();

}  // namespace onshi
