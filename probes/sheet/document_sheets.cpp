// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/document_sheets.h"

#include <algorithm>

#include "probes/sheet/sheet_layout.h"
#include "probes/sheet/sheet_xml.h"
#include "probes/site/code_points.h"

namespace onshi {
namespace {

using What = SheetFault::What;

/// How much of a PDF's text can be text at all.
struct Legibility {
  int japanese = 0;
  int plain = 0;
  int strange = 0;

  void count(std::int32_t point) {
    const bool kana_or_kanji = (point >= 0x2E80 && point <= 0x9FFF) || (point >= 0xF900 && point <= 0xFAFF) ||
                               (point >= 0xFF00 && point <= 0xFFEF);
    (kana_or_kanji ? japanese : point < 0x80 && point >= 0 ? plain : strange)++;
  }
  /// A Japanese sheet whose fonts do not say their characters comes out as a heap of foreign signs.
  [[nodiscard]] bool is_nonsense() const { return japanese == 0 && strange > 20 && strange > plain / 4; }
  [[nodiscard]] bool nothing() const { return japanese + plain + strange == 0; }
};

Legibility legibility_of(const ReadDocument& document) {
  Legibility legibility;
  for (const ReadPage& page : document.pages) {
    for (const PageWord& word : page.words) {
      for_each_code_point(word.text, [&](const CodePoint& point) { legibility.count(point.value); });
    }
  }
  return legibility;
}

What why_no_sheet(const ReadDocument& document) {
  const Legibility legibility = legibility_of(document);
  if (legibility.nothing()) return What::pdf_no_text;
  if (legibility.is_nonsense()) return What::pdf_no_unicode;
  return document.pages_left_out > 0 ? What::pdf_too_long : What::pdf_no_sheet;
}

std::string name_in(const std::string& file, const ReadDocument& document) {
  return document.name.empty() ? file : file + "/" + document.name;
}

void add_pdf_sheets(const ReadDocument& document, const std::string& name, SheetReading& reading) {
  const auto before = reading.sheets.size();
  for (const ReadPage& page : document.pages) {
    auto sheet = sheet_on_page(page, sheet_form());
    if (!sheet) continue;
    sheet->sheet.file = name;
    reading.sheets.push_back(std::move(*sheet));
  }
  if (reading.sheets.size() == before) reading.faults.push_back({why_no_sheet(document), name, 0, {}});
}

void add_document(const ReadDocument& document, const std::string& file, SheetReading& reading) {
  const std::string name = name_in(file, document);
  if (document.fault) {
    reading.faults.push_back({document.fault->what, name, 0, document.fault->detail});
  } else if (!document.xml.empty()) {
    add_xml_sheets(document.xml, name, reading);
  } else {
    add_pdf_sheets(document, name, reading);
  }
}

bool is_other_document(const SheetFault& fault) {
  return fault.what == What::pdf_no_sheet || fault.what == What::pdf_too_long ||
         fault.what == What::xml_not_sheets || fault.what == What::zip_nested;
}

/// A cover letter beside the sheets is no fault; without any sheet it is the ZIP that has none.
void settle_zip(const std::string& file, SheetReading& reading) {
  const bool nested =
      std::ranges::any_of(reading.faults, [](const auto& each) { return each.what == What::zip_nested; });
  std::erase_if(reading.faults, is_other_document);
  if (!reading.sheets.empty() || !reading.faults.empty()) return;
  reading.faults.push_back({nested ? What::zip_nested : What::zip_no_sheet, file, 0, {}});
}

}  // namespace

void add_xml_sheets(std::string_view bytes, const std::string& file, SheetReading& reading) {
  auto sheets = sheets_from_xml(bytes, file);
  if (!sheets) return reading.faults.push_back(sheets.error());
  for (MasterAccountSheet& sheet : *sheets) reading.sheets.push_back({std::move(sheet), {}});
}

SheetReading reading_from(const ReaderAnswer& answer, const std::string& file, bool zip) {
  SheetReading reading;
  if (answer.fault) reading.faults.push_back({answer.fault->what, file, 0, answer.fault->detail});
  if (answer.fault) return reading;
  for (const ReadDocument& document : answer.documents) add_document(document, file, reading);
  if (zip) settle_zip(file, reading);
  return reading;
}

}  // namespace onshi
