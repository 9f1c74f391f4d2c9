// SPDX-License-Identifier: GPL-3.0-or-later
// PC/SC as the system has it (pcsc-lite, WinSCard). Holds nothing; thread-safe.
#pragma once

#include <memory>

#include "probes/world/live/pcsc_api.h"

namespace onshi {

std::shared_ptr<PcscApi> winscard_api();

}  // namespace onshi
