// SPDX-License-Identifier: GPL-3.0-or-later
// 医療機関等コード and the other numbers that a clinic may hold instead (institution-code.md). Text, never a
// number: a leading zero counts. Pure functions, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onshi {

/// Which number is in hand; only `institution_code` has a structure to check (institution-code.md §5).
enum class InstitutionKind { institution_code, reception_number, provisional_code, workplace_clinic };

std::string_view name_of(InstitutionKind kind);
std::optional<InstitutionKind> institution_kind_named(std::string_view name);

enum class CodeStructure {
  good,
  empty,
  not_digits,
  seven_digits,
  nine_digits,
  wrong_length,
  wrong_prefecture,
  wrong_table
};

/// Full-width digits become half-width; spaces, hyphens and dots go (institution-code.md §1). Nothing else
/// changes.
std::string normalise_code(std::string_view typed);

/// Of a normalised code.
CodeStructure structure_of(std::string_view code);

/// The 検証番号 of a code of good structure: the last 7 digits in 埼玉・千葉・東京・神奈川, else all 10
/// (institution-code.md §3, measured). False is a warning only, never a refusal.
bool check_digit_holds(std::string_view code);

/// If exactly one other 点数表番号 makes the check digit hold: that digit (outside prefectures 11-14).
std::optional<char> likely_table(std::string_view code);

}  // namespace onshi
