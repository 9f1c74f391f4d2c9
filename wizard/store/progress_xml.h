// SPDX-License-Identifier: GPL-3.0-or-later
// Where the wizard was, as XML and back. Losing it costs a few clicks, so whatever is damaged is simply the
// default. Pure functions, any thread.
#pragma once

#include <filesystem>
#include <string>

#include "wizard/store/site_store.h"

namespace onshi {

std::string progress_xml(const Progress& progress);
Progress read_progress(const std::filesystem::path& file);

}  // namespace onshi
