// SPDX-License-Identifier: GPL-3.0-or-later
// What a person stated about the line, as facts beside what was seen. Pure functions, any thread.
#pragma once

#include "probes/check/facts.h"
#include "probes/site/site.h"

namespace onshi {

/// Kind, reason, who and when; empty when nobody stated anything.
Facts facts_of_statement(const Site& site);

}  // namespace onshi
