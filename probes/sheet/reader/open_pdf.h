// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF opened from memory, or one word why it cannot be. poppler runs no script and opens no attachment.
// Runs inside the confined process; the bytes must outlive the document.
#pragma once

#include <memory>
#include <string>

#include <poppler-document.h>

#include "probes/sheet/reader/answer.h"

namespace onshi::sheet_reader {

/// Null after a fault was added: pdf_encrypted, pdf_damaged.
std::unique_ptr<poppler::document> open_pdf(std::string& bytes, Answer& answer);

}  // namespace onshi::sheet_reader
