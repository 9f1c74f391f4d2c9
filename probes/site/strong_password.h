// SPDX-License-Identifier: GPL-3.0-or-later
// Initial passwords for the accounts made from the master account: random, typed from paper without doubt,
// and kept by nobody. Pure but for the system's random numbers; any thread.
#pragma once

#include <cstddef>
#include <optional>

#include "probes/site/secret.h"

namespace onshi {

inline constexpr std::size_t kStrongPasswordLength = 16;

/// 16 characters with at least one digit, capital, small letter and sign, none of which is easily taken for
/// another one. Empty when the system has no random numbers.
std::optional<Secret> strong_password();

}  // namespace onshi
