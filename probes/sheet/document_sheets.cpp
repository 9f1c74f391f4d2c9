// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/document_sheets.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "probes/sheet/sheet_layout.h"
#include "probes/sheet/sheet_xml.h"
#include "probes/site/code_points.h"

namespace onshi {
namespace {

using What = SheetFault::What;

constexpr std::size_t kSheetsOfOneClinic = 2;
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

bool is_left_out(const SheetFault& fault) {
  return fault.what == What::pages_left_out || fault.what == What::pictures_left_out;
}

/// A printed sheet that a scan has filled still says its environment for sure.
bool is_scan(const MasterAccountSheet& sheet) { return sheet.unconfirmed.contains(SheetEntry::environment); }

/// Of one institution and environment, as far as both say so.
bool are_one_sheet(const MasterAccountSheet& scan, const MasterAccountSheet& sheet) {
  const bool code_differs = !scan.institution_code.empty() && !sheet.institution_code.empty() &&
                            scan.institution_code != sheet.institution_code;
  return scan.environment && scan.environment == sheet.environment && !code_differs;
}

void fill(MasterAccountSheet& sheet, const MasterAccountSheet& scan) {
  struct Field {
    SheetEntry entry;
    std::string MasterAccountSheet::* text;
  };
  constexpr std::array kFields{Field{SheetEntry::institution_code, &MasterAccountSheet::institution_code},
                               Field{SheetEntry::institution_name, &MasterAccountSheet::institution_name},
                               Field{SheetEntry::master_user_id, &MasterAccountSheet::master_user_id},
                               Field{SheetEntry::reset_user_id, &MasterAccountSheet::reset_user_id}};
  for (const Field& field : kFields) {
    if (!(sheet.*field.text).empty() || (scan.*field.text).empty()) continue;
    sheet.*field.text = scan.*field.text;
    sheet.unconfirmed.insert(field.entry);
  }
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
  const What none = why_no_sheet(answer);
  if (reading.sheets.empty()) reading.faults.push_back({none, file, 0, {}});
  const bool said = reading.sheets.empty() && none == What::pdf_too_long;
  if (answer.pages_left_out > 0 && !said) {
    reading.faults.push_back({What::pages_left_out, file, 0, std::to_string(answer.pages_left_out)});
  }
  settle_left_out(reading);
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

void merge_scans(SheetReading& reading) {
  std::set<const SheetWithPassword*> merged;
  for (const SheetWithPassword& scan : reading.sheets) {
    const auto sure = std::ranges::find_if(reading.sheets, [&](const SheetWithPassword& each) {
      return !is_scan(each.sheet) && are_one_sheet(scan.sheet, each.sheet);
    });
    if (!is_scan(scan.sheet) || sure == reading.sheets.end()) continue;
    fill(sure->sheet, scan.sheet);
    merged.insert(&scan);
  }
  std::vector<SheetWithPassword> kept;
  for (SheetWithPassword& read : reading.sheets) {
    if (!merged.contains(&read)) kept.push_back(std::move(read));
  }
  reading.sheets = std::move(kept);
}

void settle_left_out(SheetReading& reading) {
  if (reading.sheets.size() >= kSheetsOfOneClinic) std::erase_if(reading.faults, is_left_out);
}

void settle_zip(const std::string& file, SheetReading& reading) {
  const bool nested =
      std::ranges::any_of(reading.faults, [](const auto& each) { return each.what == What::zip_nested; });
  std::erase_if(reading.faults, is_other_document);
  settle_left_out(reading);
  if (!reading.sheets.empty()) std::erase_if(reading.faults, is_other_picture);
  if (!reading.sheets.empty() || !reading.faults.empty()) return;
  reading.faults.push_back({nested ? What::zip_nested : What::zip_no_sheet, file, 0, {}});
}

}  // namespace onshi
