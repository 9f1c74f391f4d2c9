// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/institution_code.h"

#include <algorithm>

#include "probes/site/code_points.h"
#include "probes/site/name_table.h"

namespace onshi {
namespace {

constexpr NameTable<InstitutionKind, 4> kKinds{{{InstitutionKind::institution_code, "institution_code"},
                                                {InstitutionKind::reception_number, "reception_number"},
                                                {InstitutionKind::provisional_code, "provisional_code"},
                                                {InstitutionKind::workplace_clinic, "workplace_clinic"}}};

constexpr std::string_view kTables = "1346";
constexpr std::size_t kLength = 10;

// Spaces, hyphens and dots of any width, and the long-vowel mark that a keyboard in kana mode gives for a
// hyphen.
constexpr std::array<std::int32_t, 24> kSeparators{
    ' ',    '\t',   0xA0,   0x3000, 0x200B, '-', 0xAD, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014,
    0x2015, 0x2212, 0xFF0D, 0x30FC, 0xFF70, '.', 0xB7, 0x30FB, 0xFF65, 0xFF0E, 0x2024, 0x2027};

bool is_separator(std::int32_t point) {
  return std::find(kSeparators.begin(), kSeparators.end(), point) != kSeparators.end();
}

bool is_digit(char character) { return character >= '0' && character <= '9'; }

int prefecture_of(std::string_view code) { return (code[0] - '0') * 10 + (code[1] - '0'); }

// The four prefectures whose 検証番号 covers the last seven digits only (measured, institution-code.md §3).
bool has_short_check(std::string_view code) {
  int prefecture = prefecture_of(code);
  return prefecture >= 11 && prefecture <= 14;
}

int weighted(int digit, bool doubled) {
  int product = doubled ? digit * 2 : digit;
  return product > 9 ? product - 9 : product;
}

int luhn_remainder(std::string_view digits) {
  int sum = 0;
  bool doubled = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, doubled = !doubled) {
    sum += weighted(*digit - '0', doubled);
  }
  return sum % 10;
}

CodeStructure structure_of_length(std::size_t length) {
  if (length == 7) return CodeStructure::seven_digits;
  if (length == 9) return CodeStructure::nine_digits;
  return length == kLength ? CodeStructure::good : CodeStructure::wrong_length;
}

}  // namespace

std::string_view name_of(InstitutionKind kind) { return name_in(kKinds, kind); }

std::optional<InstitutionKind> institution_kind_named(std::string_view name) {
  return named_in(kKinds, name);
}

std::string normalise_code(std::string_view typed) {
  std::string code;
  for_each_code_point(typed, [&code](const CodePoint& point) {
    if (is_separator(point.value)) return;
    if (point.value >= 0xFF10 && point.value <= 0xFF19) {
      code.push_back(static_cast<char>('0' + (point.value - 0xFF10)));
    } else {
      code.append(point.bytes);
    }
  });
  return code;
}

CodeStructure structure_of(std::string_view code) {
  if (code.empty()) return CodeStructure::empty;
  if (!std::all_of(code.begin(), code.end(), is_digit)) return CodeStructure::not_digits;
  if (auto length = structure_of_length(code.size()); length != CodeStructure::good) return length;
  if (int prefecture = prefecture_of(code); prefecture < 1 || prefecture > 47) {
    return CodeStructure::wrong_prefecture;
  }
  return kTables.find(code[2]) == kTables.npos ? CodeStructure::wrong_table : CodeStructure::good;
}

bool check_digit_holds(std::string_view code) {
  if (structure_of(code) != CodeStructure::good) return false;
  return luhn_remainder(has_short_check(code) ? code.substr(3) : code) == 0;
}

std::optional<char> likely_table(std::string_view code) {
  if (structure_of(code) != CodeStructure::good || has_short_check(code) || check_digit_holds(code)) {
    return std::nullopt;
  }
  // Contributions 2, 6, 8 and 3 differ, so at most one other digit can make the sum hold.
  for (char table : kTables) {
    std::string other(code);
    other[2] = table;
    if (check_digit_holds(other)) return table;
  }
  return std::nullopt;
}

}  // namespace onshi
