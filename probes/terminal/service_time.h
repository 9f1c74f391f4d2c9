// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the profile's time hosts of the verification environment, or of none, how far this terminal's clock is
// off: names by the system's own resolver, then SNTP to the addresses, all inside a limit. Called by the
// clock check on its thread.
#pragma once

#include <string>

#include "probes/check/check.h"

namespace onshi {

struct ServiceTime {
  enum class Result { answered, no_host, name_unknown, silent };
  Result result = Result::no_host;
  std::string host;                     // the one that answered, else the first
  std::string address;                  // the last one asked
  std::string trouble;                  // of the name or of the time question, as a stable word
  std::chrono::milliseconds offset{0};  // positive: the terminal is behind
};

ServiceTime ask_service_time(const Inquiry& inquiry);

}  // namespace onshi
