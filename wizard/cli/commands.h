// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of `onshi`, one file each. Every one prints its result on the standard output and returns the
// exit status; what goes wrong before there is a result is a Refusal. Called once, on the main thread.
#pragma once

#include <expected>

#include "wizard/cli/surroundings.h"

namespace onshi {

using CommandResult = std::expected<Exit, Refusal>;

CommandResult check_command(const Surroundings& here);
CommandResult sheet_command(const Surroundings& here);
CommandResult certificate_command(const Surroundings& here);
CommandResult setup_command(const Surroundings& here);
CommandResult explain_command(const Surroundings& here);
CommandResult prepare_command(const Surroundings& here);
CommandResult report_command(const Surroundings& here);

}  // namespace onshi
