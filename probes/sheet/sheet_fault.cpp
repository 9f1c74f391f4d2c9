// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheet_fault.h"

#include <algorithm>
#include <array>

namespace onshi {
namespace {

using What = SheetFault::What;

struct FaultRow {
  What what;
  std::string_view name;
  FindingNumber number;
  Verdict verdict;
};

constexpr std::array kFaults{
    FaultRow{What::unreadable, "unreadable", FindingNumber::sheet_file_unreadable, Verdict::fail},
    FaultRow{What::empty, "empty", FindingNumber::sheet_file_empty, Verdict::fail},
    FaultRow{What::too_large, "too_large", FindingNumber::sheet_file_too_large, Verdict::fail},
    FaultRow{What::unknown_kind, "unknown_kind", FindingNumber::sheet_file_unknown_kind, Verdict::fail},
    FaultRow{What::pdf_encrypted, "pdf_encrypted", FindingNumber::pdf_encrypted, Verdict::fail},
    FaultRow{What::pdf_damaged, "pdf_damaged", FindingNumber::pdf_damaged, Verdict::fail},
    FaultRow{What::pdf_no_text, "pdf_no_text", FindingNumber::pdf_without_text, Verdict::fail},
    FaultRow{What::pdf_no_unicode, "pdf_no_unicode", FindingNumber::pdf_without_unicode, Verdict::fail},
    FaultRow{What::pdf_no_sheet, "pdf_no_sheet", FindingNumber::pdf_not_a_sheet, Verdict::fail},
    FaultRow{What::pdf_too_long, "pdf_too_long", FindingNumber::pdf_too_long, Verdict::fail},
    FaultRow{What::zip_encrypted, "zip_encrypted", FindingNumber::zip_encrypted, Verdict::fail},
    FaultRow{What::zip_damaged, "zip_damaged", FindingNumber::zip_damaged, Verdict::fail},
    FaultRow{What::zip_climbs, "zip_climbs", FindingNumber::zip_climbs_out, Verdict::fail},
    FaultRow{What::zip_too_large, "zip_too_large", FindingNumber::zip_unpacks_too_large, Verdict::fail},
    FaultRow{What::zip_too_many, "zip_too_many", FindingNumber::zip_too_many_entries, Verdict::fail},
    FaultRow{What::zip_nested, "zip_nested", FindingNumber::zip_nested, Verdict::fail},
    FaultRow{What::zip_no_sheet, "zip_no_sheet", FindingNumber::zip_without_sheet, Verdict::fail},
    FaultRow{What::xml_broken, "xml_broken", FindingNumber::xml_broken, Verdict::fail},
    FaultRow{What::xml_not_sheets, "xml_not_sheets", FindingNumber::xml_not_sheets, Verdict::fail},
    FaultRow{What::xml_password, "xml_password", FindingNumber::xml_with_password, Verdict::fail},
    FaultRow{What::reader_missing, "reader_missing", FindingNumber::sheet_reader_missing, Verdict::unknown},
    FaultRow{What::reader_failed, "reader_failed", FindingNumber::sheet_reader_failed, Verdict::unknown},
    FaultRow{What::reader_too_slow, "reader_too_slow", FindingNumber::sheet_reader_too_slow,
             Verdict::unknown},
    FaultRow{What::reader_nonsense, "reader_nonsense", FindingNumber::sheet_reader_nonsense,
             Verdict::unknown},
    FaultRow{What::recognition_missing, "recognition_missing", FindingNumber::recognition_missing,
             Verdict::fail},
    FaultRow{What::picture_no_sheet, "picture_no_sheet", FindingNumber::picture_not_a_sheet, Verdict::fail},
    FaultRow{What::pages_left_out, "pages_left_out", FindingNumber::sheet_pages_left_out, Verdict::attention},
    FaultRow{What::pictures_left_out, "pictures_left_out", FindingNumber::sheet_pictures_left_out,
             Verdict::attention},
};

constexpr std::string_view kCancelled = "cancelled";

const FaultRow* row_of(What what) {
  const auto* row = std::find_if(kFaults.begin(), kFaults.end(),
                                 [what](const FaultRow& each) { return each.what == what; });
  return row == kFaults.end() ? nullptr : row;
}

/// Then the detail is how many.
bool is_left_out(What what) { return what == What::pages_left_out || what == What::pictures_left_out; }

Facts facts_of(const SheetFault& fault) {
  Facts facts{{"file", fault.file}};
  if (fault.page > 0) facts.add("page", fault.page);
  if (!fault.detail.empty())
    facts.add(is_left_out(fault.what) ? std::string(name_of(fault.what)) : "detail", fault.detail);
  return facts;
}

}  // namespace

std::string_view name_of(What what) {
  const FaultRow* row = row_of(what);
  return row == nullptr ? kCancelled : row->name;
}

std::optional<What> sheet_fault_named(std::string_view name) {
  const auto* row = std::find_if(kFaults.begin(), kFaults.end(),
                                 [name](const FaultRow& each) { return each.name == name; });
  return row == kFaults.end() ? std::nullopt : std::optional(row->what);
}

Answer answer_of(const SheetFault& fault) {
  const FaultRow* row = row_of(fault.what);
  if (row != nullptr) return raise(row->verdict, row->number, facts_of(fault));
  Answer cancelled;
  cancelled.verdict = Verdict::cancelled;
  cancelled.facts = facts_of(fault);
  return cancelled;
}

}  // namespace onshi
