// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/terminal/terminal_checks.h"

#include "probes/terminal/clock_check.h"
#include "probes/terminal/disk_check.h"
#include "probes/terminal/protection_check.h"
#include "probes/terminal/rights_check.h"
#include "probes/terminal/software_check.h"
#include "probes/terminal/system_check.h"

namespace onshi {

std::vector<Check> terminal_checks(const Site& /*site*/, const Profile& /*profile*/,
                                   const std::filesystem::path& site_folder) {
  return {clock_check(),  disk_check(site_folder), rights_check(),    protection_check(),
          system_check(), software_check(),        left_files_check()};
}

}  // namespace onshi
