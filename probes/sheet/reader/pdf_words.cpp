// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/reader/pdf_words.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string_view>

#include <poppler-document.h>
#include <poppler-font.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include "probes/sheet/reader_protocol.h"

namespace onshi::sheet_reader {
namespace {

using Fonts = std::map<std::string, bool>;  // by name: whether every font of that name is embedded

/// A file that was cut has lost its end; poppler would repair it and show a part as if it were the whole.
bool has_end(std::string_view bytes) {
  constexpr std::size_t kTail = 2048;
  return bytes.substr(bytes.size() - std::min(bytes.size(), kTail)).find("%%EOF") != std::string_view::npos;
}

Fonts fonts_of(const poppler::document& document) {
  Fonts fonts;
  const auto iterator = std::unique_ptr<poppler::font_iterator>(document.create_font_iterator(0));
  for (int page = 0; iterator->has_next() && page < reader_protocol::kMostPages; ++page) {
    for (const poppler::font_info& font : iterator->next()) {
      auto [place, fresh] = fonts.emplace(font.name(), font.is_embedded());
      if (!fresh) place->second = place->second && font.is_embedded();
    }
  }
  return fonts;
}

bool is_nothing(const poppler::rectf& box) {
  return box.x() == 0 && box.y() == 0 && box.width() == 0 && box.height() == 0;
}

/// get_font_name must not be asked past the last glyph, and char_bbox is what tells which one that is.
bool all_embedded(const poppler::text_box& word, const Fonts& fonts) {
  if (!word.has_font_info()) return false;
  int glyphs = 0;
  while (!is_nothing(word.char_bbox(static_cast<std::size_t>(glyphs)))) {
    auto font = fonts.find(word.get_font_name(glyphs));
    if (font == fonts.end() || !font->second) return false;
    ++glyphs;
  }
  return glyphs > 0;
}

bool is_upright(const poppler::text_box& word) {
  return word.rotation() == 0 && word.get_wmode() == poppler::text_box::horizontal_wmode;
}

void add_word(const poppler::text_box& word, const Fonts& fonts, Answer& answer) {
  const poppler::rectf box = word.bbox();
  const auto bytes = word.text().to_utf8();
  const std::string_view text(bytes.data(), bytes.size());
  const Box place{box.left(), box.top(), box.right(), box.bottom()};
  if (!text.empty() && is_upright(word)) answer.word(place, all_embedded(word, fonts), text);
}

void add_page(const poppler::page& page, int number, const Fonts& fonts, Answer& answer) {
  const poppler::rectf size = page.page_rect();
  answer.page(number, size.width(), size.height());
  for (const poppler::text_box& word : page.text_list(poppler::page::text_list_include_font)) {
    if (answer.full()) return;
    add_word(word, fonts, answer);
  }
}

void add_document(const poppler::document& document, Answer& answer) {
  const Fonts fonts = fonts_of(document);
  const int pages = std::min(document.pages(), reader_protocol::kMostPages);
  int whole = 0;  // pages of which every word was taken
  for (int index = 0; index < pages && !answer.full(); ++index) {
    const auto page = std::unique_ptr<poppler::page>(document.create_page(index));
    if (page) add_page(*page, index + 1, fonts, answer);
    if (!answer.full()) ++whole;
  }
  const int left_out = std::min(document.pages(), reader_protocol::kMostLeftOut) - whole;
  if (left_out > 0) answer.more_pages(left_out);
}

}  // namespace

void add_pdf_words(std::string& bytes, Answer& answer) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  if (!has_end(bytes)) return answer.fault("pdf_damaged", "no_end");
  const auto document = std::unique_ptr<poppler::document>(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return answer.fault("pdf_damaged", "not_loaded");
  if (document->is_locked()) return answer.fault("pdf_encrypted");
  if (document->pages() < 1) return answer.fault("pdf_damaged", "no_pages");
  add_document(*document, answer);
}

}  // namespace onshi::sheet_reader
