// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/this_program.h"

namespace onshi {

std::filesystem::path this_program() {
  std::error_code trouble;
  return std::filesystem::read_symlink("/proc/self/exe", trouble);
}

}  // namespace onshi
