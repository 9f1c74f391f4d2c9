// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/error_number.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

namespace onshi {
namespace {

using Result = TcpAnswer::Result;

struct Known {
  std::errc condition;
  std::string_view name;
  Result result;
};

// An administrator's ICMP refusal arrives as EACCES, a local filter's as EPERM (line.md §13).
constexpr std::array known = {
    Known{std::errc::connection_refused, "ECONNREFUSED", Result::refused},
    Known{std::errc::timed_out, "ETIMEDOUT", Result::timeout},
    Known{std::errc::network_unreachable, "ENETUNREACH", Result::unreachable},
    Known{std::errc::host_unreachable, "EHOSTUNREACH", Result::unreachable},
    Known{std::errc::network_down, "ENETDOWN", Result::unreachable},
    Known{std::errc::address_not_available, "EADDRNOTAVAIL", Result::unreachable},
    Known{std::errc::address_family_not_supported, "EAFNOSUPPORT", Result::unreachable},
    Known{std::errc::permission_denied, "EACCES", Result::prohibited},
    Known{std::errc::operation_not_permitted, "EPERM", Result::prohibited},
    Known{std::errc::connection_reset, "ECONNRESET", Result::reset},
    Known{std::errc::connection_aborted, "ECONNABORTED", Result::reset},
    Known{std::errc::network_reset, "ENETRESET", Result::reset},
    Known{std::errc::broken_pipe, "EPIPE", Result::reset},
    Known{std::errc::invalid_argument, "EINVAL", Result::failed},
};

const Known* find(int number) {
  auto condition = std::system_category().default_error_condition(number);
  auto found = std::ranges::find_if(known, [&](const Known& entry) { return condition == entry.condition; });
  return found == known.end() ? nullptr : &*found;
}

}  // namespace

std::string error_name(int number) {
  if (number == 0) return {};
  const Known* entry = find(number);
  return entry != nullptr ? std::string(entry->name) : "error " + std::to_string(number);
}

TcpAnswer::Result result_of_error(int number) {
  const Known* entry = find(number);
  return entry != nullptr ? entry->result : Result::failed;
}

}  // namespace onshi
