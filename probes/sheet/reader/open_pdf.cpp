// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/reader/open_pdf.h"

#include <algorithm>
#include <string_view>

#include <poppler-global.h>

namespace onshi::sheet_reader {
namespace {

using Document = std::unique_ptr<poppler::document>;

/// A file that was cut has lost its end; poppler would repair it and show a part as if it were the whole.
bool has_end(std::string_view bytes) {
  constexpr std::size_t kTail = 2048;
  return bytes.substr(bytes.size() - std::min(bytes.size(), kTail)).find("%%EOF") != std::string_view::npos;
}

Document refused(Answer& answer, std::string_view word, std::string_view detail = {}) {
  answer.fault(word, detail);
  return nullptr;
}

}  // namespace

Document open_pdf(std::string& bytes, Answer& answer) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  if (!has_end(bytes)) return refused(answer, "pdf_damaged", "no_end");
  Document document(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return refused(answer, "pdf_damaged", "not_loaded");
  if (document->is_locked()) return refused(answer, "pdf_encrypted");
  if (document->pages() < 1) return refused(answer, "pdf_damaged", "no_pages");
  return document;
}

}  // namespace onshi::sheet_reader
