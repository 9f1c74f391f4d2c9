// SPDX-License-Identifier: GPL-3.0-or-later
// Where the running program's file is, so that assets and helper programs beside it are found. Any thread.
#pragma once

#include <filesystem>

namespace onshi {

/// Absolute path of the executable; empty when the system does not say.
std::filesystem::path this_program();

}  // namespace onshi
