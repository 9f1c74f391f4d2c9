// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/reader/pdf_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include <poppler-document.h>
#include <poppler-font.h>
#include <poppler-page.h>

#include "probes/sheet/reader/open_pdf.h"
#include "probes/sheet/reader/visible_text.h"
#include "probes/sheet/reader_protocol.h"

namespace onshi::sheet_reader {
namespace {

constexpr std::size_t kMostWordsOfScan = 2000;  // a sheet has a hundred, letter by letter

using Fonts = std::map<std::string, bool>;  // by name: whether every font of that name is embedded

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

/// A font for invisible text under a scan: a scanner's program recognised it, however surely it is embedded.
bool is_scanners(std::string_view font) {
  return font.find("GlyphLess") != std::string_view::npos ||
         font.find("HiddenHorz") != std::string_view::npos;
}

bool is_recognised(const poppler::text_box& word) {
  return word.has_font_info() && !is_nothing(word.char_bbox(0)) && is_scanners(word.get_font_name(0));
}

WordSource source_of(const poppler::text_box& word, const Fonts& fonts, const VisibleText* scan) {
  if (is_recognised(word)) return WordSource::picture;
  if (scan != nullptr && scan->is_picture(word.bbox())) return WordSource::picture;
  return all_embedded(word, fonts) ? WordSource::embedded : WordSource::outside;
}

/// How far the text of a page is turned to the right, in quarters: as most of its words are.
int turn_of(const std::vector<poppler::text_box>& words) {
  std::array<int, 4> votes{};
  for (const poppler::text_box& word : words) ++votes.at(static_cast<std::size_t>(word.rotation()) % 4);
  return static_cast<int>(std::ranges::max_element(votes) - votes.begin());
}

/// poppler tells the size of a page as if it were not turned, and the places of words as it is shown.
poppler::rectf size_as_shown(const poppler::page& page) {
  const poppler::rectf size = page.page_rect();
  const auto shown = page.orientation();
  const bool on_its_side = shown == poppler::page::landscape || shown == poppler::page::seascape;
  return on_its_side ? poppler::rectf(0, 0, size.height(), size.width()) : size;
}

struct Sheet {
  int turn = 0;
  poppler::rectf size;  // as it lies

  [[nodiscard]] bool lies_on_its_side() const { return turn % 2 != 0; }

  /// Where a box stands once the text is upright.
  [[nodiscard]] Box upright(const poppler::rectf& box) const {
    switch (turn) {
      case 1:
        return {box.top(), size.width() - box.right(), box.bottom(), size.width() - box.left()};
      case 2:
        return {size.width() - box.right(), size.height() - box.bottom(), size.width() - box.left(),
                size.height() - box.top()};
      case 3:
        return {size.height() - box.bottom(), box.left(), size.height() - box.top(), box.right()};
      default:
        return {box.left(), box.top(), box.right(), box.bottom()};
    }
  }
};

bool runs_with(const poppler::text_box& word, const Sheet& sheet) {
  return word.rotation() == sheet.turn && word.get_wmode() == poppler::text_box::horizontal_wmode;
}

/// The page as it is seen, when most of its words are not what a person sees there: then it is a scan. A line
/// of a table may run through a word here and there.
std::unique_ptr<VisibleText> scan_of(const poppler::page& page, const std::vector<poppler::text_box>& words) {
  if (words.empty() || words.size() > kMostWordsOfScan) return nullptr;
  auto seen = std::make_unique<VisibleText>(page);
  const auto pictured = std::ranges::count_if(
      words, [&](const poppler::text_box& word) { return seen->is_picture(word.bbox()); });
  return 2 * pictured > std::ssize(words) ? std::move(seen) : nullptr;
}

void add_word(const poppler::text_box& word, const Sheet& sheet, const Fonts& fonts, const VisibleText* scan,
              Answer& answer) {
  const auto bytes = word.text().to_utf8();
  const std::string_view text(bytes.data(), bytes.size());
  if (text.empty() || !runs_with(word, sheet)) return;
  answer.word(sheet.upright(word.bbox()), source_of(word, fonts, scan), text);
}

void add_page(const poppler::page& page, int number, const Fonts& fonts, Answer& answer) {
  const auto words = page.text_list(poppler::page::text_list_include_font);
  const Sheet sheet{turn_of(words), size_as_shown(page)};
  const auto scan = number <= reader_protocol::kMostPictures ? scan_of(page, words) : nullptr;
  answer.page(number, sheet.lies_on_its_side() ? sheet.size.height() : sheet.size.width(),
              sheet.lies_on_its_side() ? sheet.size.width() : sheet.size.height());
  for (const poppler::text_box& word : words) {
    if (answer.full()) return;
    add_word(word, sheet, fonts, scan.get(), answer);
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
  if (const auto document = open_pdf(bytes, answer)) add_document(*document, answer);
}

}  // namespace onshi::sheet_reader
