// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/card_service_door.h"

#include <cerrno>
#include <cstdlib>

#include <unistd.h>

namespace onshi {
namespace {

constexpr const char* kSocket = "/run/pcscd/pcscd.comm";
constexpr const char* kOtherSocket = "PCSCLITE_CSOCK_NAME";  // as PC/SC itself reads it

}  // namespace

bool card_service_shut() {
  const char* named = std::getenv(kOtherSocket);
  return ::access(named == nullptr ? kSocket : named, R_OK | W_OK) != 0 && errno == EACCES;
}

}  // namespace onshi
