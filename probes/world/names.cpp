// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/names.h"

namespace onshi {

std::string_view name_of(NameAnswer::Result result) {
  using enum NameAnswer::Result;
  switch (result) {
    case answer:
      return "answer";
    case no_such_name:
      return "no_such_name";
    case no_data:
      return "no_data";
    case server_failure:
      return "server_failure";
    case refused:
      return "refused";
    case format_error:
      return "format_error";
    case truncated:
      return "truncated";
    case timeout:
      return "timeout";
    case unreachable:
      return "unreachable";
    case cancelled:
      return "cancelled";
    case failed:
      break;
  }
  return "failed";
}

}  // namespace onshi
