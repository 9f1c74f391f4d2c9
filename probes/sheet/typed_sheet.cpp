// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/typed_sheet.h"

#include <algorithm>
#include <array>

#include "probes/site/code_points.h"
#include "probes/site/institution_code.h"
#include "probes/site/name_table.h"
#include "probes/site/text.h"

namespace onshi {
namespace {

constexpr NameTable<LookAlike::Kind, 9> kKinds{{{LookAlike::Kind::zero_o, "zero_o"},
                                                {LookAlike::Kind::one_l_i, "one_l_i"},
                                                {LookAlike::Kind::two_z, "two_z"},
                                                {LookAlike::Kind::five_s, "five_s"},
                                                {LookAlike::Kind::eight_b, "eight_b"},
                                                {LookAlike::Kind::dash, "dash"},
                                                {LookAlike::Kind::quote, "quote"},
                                                {LookAlike::Kind::dot_comma, "dot_comma"},
                                                {LookAlike::Kind::space, "space"}}};

/// The characters that are taken for one another, a row a kind.
constexpr NameTable<LookAlike::Kind, 9> kAlike{{{LookAlike::Kind::zero_o, "0Oo"},
                                                {LookAlike::Kind::one_l_i, "1lI|i!"},
                                                {LookAlike::Kind::two_z, "2Zz"},
                                                {LookAlike::Kind::five_s, "5Ss"},
                                                {LookAlike::Kind::eight_b, "8B"},
                                                {LookAlike::Kind::dash, "-_~"},
                                                {LookAlike::Kind::quote, "'`\""},
                                                {LookAlike::Kind::dot_comma, ".,:;"},
                                                {LookAlike::Kind::space, " "}}};

std::optional<LookAlike::Kind> kind_of(std::string_view character) {
  if (character.size() != 1) return std::nullopt;
  const auto* row = std::ranges::find_if(
      kAlike, [character](const auto& each) { return each.name.find(character) != std::string_view::npos; });
  return row == kAlike.end() ? std::nullopt : std::optional(row->value);
}

bool is_letter_or_digit(char character) {
  return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
         (character >= 'a' && character <= 'z');
}

/// Spaces of any width go from both ends, those inside stay as they are.
std::string trimmed(std::string_view text) {
  constexpr std::string_view kWideSpace = "\u3000";
  bool going = true;
  while (going) {
    going = false;
    for (std::string_view space : {std::string_view(" "), std::string_view("\t"), std::string_view("\r"),
                                   std::string_view("\n"), kWideSpace}) {
      if (text.starts_with(space)) text.remove_prefix(space.size()), going = true;
      if (text.ends_with(space)) text.remove_suffix(space.size()), going = true;
    }
  }
  return std::string(text);
}

}  // namespace

std::string_view name_of(LookAlike::Kind kind) { return name_in(kKinds, kind); }

std::string normalise_user_id(std::string_view typed) {
  std::string id = normalise_text(typed);
  std::erase_if(id, [](char character) {
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
  });
  return id;
}

bool is_user_id(std::string_view normalised) {
  return !normalised.empty() && std::ranges::all_of(normalised, is_letter_or_digit);
}

std::optional<std::size_t> refused_character(const Secret& password) {
  const auto place =
      password.reveal([](std::string_view characters) { return first_foreign_character(characters); });
  return place == std::string_view::npos ? std::nullopt : std::optional(place);
}

MasterAccountSheet sheet_from(const TypedSheet& typed, const Secret& password) {
  MasterAccountSheet sheet;
  sheet.environment = typed.environment;
  sheet.institution_code = normalise_code(typed.institution_code);
  sheet.institution_name = trimmed(typed.institution_name);
  sheet.master_user_id = normalise_user_id(typed.master_user_id);
  sheet.reset_user_id = normalise_user_id(typed.reset_user_id);
  sheet.master_password =
      password.empty() ? MasterAccountSheet::Password::empty : MasterAccountSheet::Password::present;
  sheet.file = "typed";
  return sheet;
}

std::set<SheetEntry> still_unconfirmed(const MasterAccountSheet& before, const MasterAccountSheet& now) {
  std::set<SheetEntry> waiting = before.unconfirmed;
  if (now.environment != before.environment) waiting.erase(SheetEntry::environment);
  if (now.institution_code != before.institution_code) waiting.erase(SheetEntry::institution_code);
  if (now.institution_name != before.institution_name) waiting.erase(SheetEntry::institution_name);
  if (now.master_user_id != before.master_user_id) waiting.erase(SheetEntry::master_user_id);
  if (now.reset_user_id != before.reset_user_id) waiting.erase(SheetEntry::reset_user_id);
  return waiting;
}

std::vector<LookAlike> look_alikes(std::string_view text) {
  std::vector<LookAlike> found;
  std::size_t position = 0;
  for_each_code_point(text, [&](const CodePoint& point) {
    if (auto kind = kind_of(point.bytes)) found.push_back({position, *kind});
    ++position;
  });
  return found;
}

}  // namespace onshi
