// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/seen.h"

namespace onshi {

std::string_view name_of(CannotSee::Why why) {
  using enum CannotSee::Why;
  switch (why) {
    case not_here:
      return "not_here";
    case refused:
      return "refused";
    case timeout:
      return "timeout";
    case cancelled:
      return "cancelled";
    case not_supported:
      return "not_supported";
    case failed:
      break;
  }
  return "failed";
}

}  // namespace onshi
