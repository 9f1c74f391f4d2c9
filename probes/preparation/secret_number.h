// SPDX-License-Identifier: GPL-3.0-or-later
// 秘密の番号 as it is typed twice for the form: four half-width digits, both alike (application.md §4.4). It
// is compared and forgotten; nobody keeps it. Pure function, any thread.
#pragma once

#include <string_view>

#include "probes/site/secret.h"

namespace onshi {

enum class SecretNumberFault { none, form, differ, guessable };

/// What is wrong first; `guessable` is advice, no error.
SecretNumberFault fault_of_secret_number(const Secret& first, const Secret& again);
std::string_view name_of(SecretNumberFault fault);

}  // namespace onshi
