// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/document_sheets.h"

#include <algorithm>

#include "probes/sheet/sheet_layout.h"
#include "probes/sheet/sheet_xml.h"
#include "probes/site/code_points.h"

namespace onshi {
namespace {

using What = SheetFault::What;

constexpr int kManyLetters = 10;  // a name may bring a few

/// How much of a PDF's text can be text at all.
struct Legibility {
  int japanese = 0;
  int plain = 0;
  int strange = 0;
  int western = 0;  // of the strange ones, letters that no Japanese text has

  void count(std::int32_t point) {
    const bool kana_or_kanji = (point >= 0x2E80 && point <= 0x9FFF) || (point >= 0xF900 && point <= 0xFAFF) ||
                               (point >= 0xFF00 && point <= 0xFFEF);
    if (point >= 0x80 && point < 0x180) ++western;
    (kana_or_kanji ? japanese : point < 0x80 && point >= 0 ? plain : strange)++;
  }
  /// A Japanese sheet whose fonts do not say their characters comes out as a heap of foreign signs.
  [[nodiscard]] bool is_nonsense() const {
    return (japanese == 0 && strange > 20 && strange > plain / 4) ||
           (japanese > 0 && western >= kManyLetters);
  }
  [[nodiscard]] bool nothing() const { return japanese + plain + strange == 0; }
};

Legibility legibility_of(const ReaderAnswer& answer) {
  Legibility legibility;
  for (const ReadPage& page : answer.pages) {
    for (const PageWord& word : page.words) {
      for_each_code_point(word.text, [&](const CodePoint& point) { legibility.count(point.value); });
    }
  }
  return legibility;
}

bool has_pictured(const ReaderAnswer& answer) {
  return std::ranges::any_of(answer.pages, [](const ReadPage& page) {
    return std::ranges::any_of(page.words, [](const PageWord& word) { return word.pictured; });
  });
}

What why_no_sheet(const ReaderAnswer& answer) {
  const Legibility legibility = legibility_of(answer);
  if (legibility.nothing()) return What::pdf_no_text;
  if (has_pictured(answer)) return What::picture_no_sheet;
  if (legibility.is_nonsense()) return What::pdf_no_unicode;
  return answer.pages_left_out > 0 ? What::pdf_too_long : What::pdf_no_sheet;
}

bool is_other_document(const SheetFault& fault) {
  return fault.what == What::pdf_no_sheet || fault.what == What::pdf_too_long ||
         fault.what == What::xml_not_sheets || fault.what == What::zip_nested;
}

/// Once a sheet was found, a picture without one is just a picture.
bool is_other_picture(const SheetFault& fault) {
  return fault.what == What::pdf_no_text || fault.what == What::picture_no_sheet;
}

}  // namespace

SheetReading reading_from(const ReaderAnswer& answer, const std::string& file) {
  SheetReading reading;
  if (answer.fault) {
    reading.faults.push_back({answer.fault->what, file, 0, answer.fault->detail});
    return reading;
  }
  for (const ReadPage& page : answer.pages) {
    for (SheetWithPassword& sheet : sheets_on_page(page, sheet_form())) {
      sheet.sheet.file = file;
      reading.sheets.push_back(std::move(sheet));
    }
  }
  if (reading.sheets.empty()) reading.faults.push_back({why_no_sheet(answer), file, 0, {}});
  return reading;
}

SheetReading xml_reading(std::string_view bytes, const std::string& file) {
  SheetReading reading;
  auto sheets = sheets_from_xml(bytes, file);
  if (!sheets) {
    reading.faults.push_back(sheets.error());
    return reading;
  }
  for (MasterAccountSheet& sheet : *sheets) reading.sheets.push_back({std::move(sheet), {}});
  return reading;
}

void settle_zip(const std::string& file, SheetReading& reading) {
  const bool nested =
      std::ranges::any_of(reading.faults, [](const auto& each) { return each.what == What::zip_nested; });
  std::erase_if(reading.faults, is_other_document);
  if (!reading.sheets.empty()) std::erase_if(reading.faults, is_other_picture);
  if (!reading.sheets.empty() || !reading.faults.empty()) return;
  reading.faults.push_back({nested ? What::zip_nested : What::zip_no_sheet, file, 0, {}});
}

}  // namespace onshi
