// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a PDF with their boxes, and whether each stands in an embedded font: only then are its
// characters sure (platform.md, "Account sheet PDFs"). Runs inside the confined process; poppler runs no
// script and fetches nothing.
#pragma once

#include <string>

#include "probes/sheet/reader/answer.h"

namespace onshi::sheet_reader {

/// Adds pages, words and fonts, or a fault: pdf_encrypted, pdf_damaged.
void add_pdf_words(std::string& bytes, Answer& answer);

}  // namespace onshi::sheet_reader
