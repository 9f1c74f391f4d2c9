// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the person at the terminal window for a password without showing it. Empty when nobody is there to ask
// (no terminal). Blocks until Enter; called on the main thread of the command.
#pragma once

#include <optional>
#include <string>

#include "probes/site/secret.h"

namespace onshi {

std::optional<Secret> ask_password(const std::string& prompt);

}  // namespace onshi
