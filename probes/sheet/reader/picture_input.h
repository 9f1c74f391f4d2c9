// SPDX-License-Identifier: GPL-3.0-or-later
// All that onshi-picture-reader does with its input after it has confined itself: a scan or photo (PNG, JPEG,
// TIFF), or the pages of a PDF drawn as pictures. Sizes are looked at before anything is unpacked.
#pragma once

#include <string>

#include "probes/sheet/reader/recogniser.h"
#include "probes/world/confine_self.h"

namespace onshi::sheet_reader {

/// Recognising takes the time and memory of some large pictures; everything else is as for the other program.
Confinement picture_confinement();

std::string picture_answer_to(std::string bytes, Recogniser& recogniser);

}  // namespace onshi::sheet_reader
