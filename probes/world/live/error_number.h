// SPDX-License-Identifier: GPL-3.0-or-later
// Error numbers of the system's sockets (errno, WSAGetLastError) by name, and what they mean for a
// connection. Pure functions, any thread.
#pragma once

#include <string>

#include "probes/world/network.h"

namespace onshi {

/// "ECONNREFUSED", or "error 123" for one without a name here; empty for 0.
std::string error_name(int number);

TcpAnswer::Result result_of_error(int number);

}  // namespace onshi
