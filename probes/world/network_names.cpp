// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/network.h"

namespace onshi {

std::string_view name_of(TcpAnswer::Result result) {
  using enum TcpAnswer::Result;
  switch (result) {
    case connected:
      return "connected";
    case refused:
      return "refused";
    case timeout:
      return "timeout";
    case unreachable:
      return "unreachable";
    case prohibited:
      return "prohibited";
    case reset:
      return "reset";
    case cancelled:
      return "cancelled";
    case not_allowed:
      return "not_allowed";
    case failed:
      break;
  }
  return "failed";
}

std::string_view name_of(TlsAnswer::Result result) {
  using enum TlsAnswer::Result;
  switch (result) {
    case agreed:
      return "agreed";
    case not_trusted:
      return "not_trusted";
    case alert:
      return "alert";
    case stalled:
      return "stalled";
    case closed:
      return "closed";
    case no_connection:
      return "no_connection";
    case cancelled:
      return "cancelled";
    case failed:
      break;
  }
  return "failed";
}

std::string_view name_of(HttpAnswer::Result result) {
  using enum HttpAnswer::Result;
  switch (result) {
    case answered:
      return "answered";
    case no_connection:
      return "no_connection";
    case tls_failed:
      return "tls_failed";
    case alert:
      return "alert";
    case empty:
      return "empty";
    case timeout:
      return "timeout";
    case closed:
      return "closed";
    case cancelled:
      return "cancelled";
    case not_allowed:
      return "not_allowed";
    case failed:
      break;
  }
  return "failed";
}

}  // namespace onshi
