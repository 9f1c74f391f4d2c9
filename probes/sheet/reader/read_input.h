// SPDX-License-Identifier: GPL-3.0-or-later
// All that the small program does with its input after it has confined itself. Kept apart from main so that a
// test program can confine itself in the same way and then try what must not be possible.
#pragma once

#include <string>

#include "probes/world/confine_self.h"

namespace onshi::sheet_reader {

/// What the small program may still do: read poppler's character tables, five seconds, half a gigabyte.
Confinement confinement();

/// The answer to the bytes of one PDF or ZIP.
std::string answer_to(std::string bytes);

}  // namespace onshi::sheet_reader
