// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/files.h"

#include <array>

namespace onshi {

std::string_view name_of(FileTrouble::What what) {
  constexpr std::array<std::string_view, 6> kNames{"not_found", "read_only", "full",
                                                   "too_large", "refused",   "failed"};
  return kNames.at(static_cast<std::size_t>(what));
}

}  // namespace onshi
