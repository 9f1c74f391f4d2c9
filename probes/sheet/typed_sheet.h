// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet that a person types from paper: what is made half-width, what is refused and where, and which
// characters are easily taken for one another (accounts.md §4). A password is never altered, only looked at.
// Pure functions, any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "probes/site/master_account_sheet.h"
#include "probes/site/secret.h"

namespace onshi {

struct TypedSheet {
  Environment environment = Environment::production;
  std::string institution_code;
  std::string institution_name;
  std::string master_user_id;
  std::string reset_user_id;
};

/// Full-width letters and digits become half-width, spaces go from the code and the ids, names lose spaces at
/// both ends. The password state follows `password`: empty means that the paper shows none.
MasterAccountSheet sheet_from(const TypedSheet& typed, const Secret& password);

/// Of the fields that wait to be compared with paper, those that nobody has typed anew since: whoever types a
/// field looks at the paper.
std::set<SheetEntry> still_unconfirmed(const MasterAccountSheet& before, const MasterAccountSheet& now);

/// The id as it will be kept: half-width, without spaces.
std::string normalise_user_id(std::string_view typed);

/// Letters and digits only (accounts.md §4).
bool is_user_id(std::string_view normalised);

/// Index, counted in characters from 0, of the first character that no password can hold (full-width,
/// control).
std::optional<std::size_t> refused_character(const Secret& password);

struct LookAlike {
  enum class Kind { zero_o, one_l_i, two_z, five_s, eight_b, dash, quote, dot_comma, space };
  std::size_t position = 0;  // counted in characters from 0
  Kind kind = Kind::zero_o;
  bool operator==(const LookAlike&) const = default;
};

std::string_view name_of(LookAlike::Kind kind);

/// The characters of `text` that are easily taken for another one, from left to right.
std::vector<LookAlike> look_alikes(std::string_view text);

}  // namespace onshi
