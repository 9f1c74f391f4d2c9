// SPDX-License-Identifier: GPL-3.0-or-later
// Can this program keep what it is told: is there room where its folder is or will be, and may the disk be
// written? Evidence: DiskSpace.
#pragma once

#include <filesystem>

#include "probes/check/check.h"

namespace onshi {

Check disk_check(std::filesystem::path site_folder);

}  // namespace onshi
