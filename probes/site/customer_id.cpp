// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/customer_id.h"

#include <algorithm>
#include <array>
#include <vector>

#include "probes/site/code_points.h"
#include "probes/site/name_table.h"
#include "probes/site/text.h"

namespace onshi {
namespace {

constexpr NameTable<CustomerIdFault, 6> kFaults{{{CustomerIdFault::none, "none"},
                                                 {CustomerIdFault::empty, "empty"},
                                                 {CustomerIdFault::prefix, "prefix"},
                                                 {CustomerIdFault::doubled_prefix, "doubled_prefix"},
                                                 {CustomerIdFault::digits, "digits"},
                                                 {CustomerIdFault::length, "length"}}};

struct Form {
  std::string_view prefix;
  std::size_t digits;
};
constexpr std::array<Form, 2> kForms{{{"CAF", 10}, {"COP", 8}}};

const Form* form_of(std::string_view id) {
  auto form = std::find_if(kForms.begin(), kForms.end(),
                           [id](const Form& row) { return id.starts_with(row.prefix); });
  return form == kForms.end() ? nullptr : &*form;
}

// What a keyboard may give for a hyphen and NFKC leaves different from '-'.
constexpr std::array<std::int32_t, 8> kHyphens{'-', 0x2010, 0x2011, 0x2013, 0x2014, 0x2015, 0x2212, 0x30FC};

bool is_left_out(std::int32_t point) {
  return point == ' ' || point == '\t' ||
         std::find(kHyphens.begin(), kHyphens.end(), point) != kHyphens.end();
}

bool is_digit(char character) { return character >= '0' && character <= '9'; }

char upper(char character) {
  return character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
}

}  // namespace

std::string normalise_customer_id(std::string_view typed) {
  std::string id;
  for_each_code_point(normalise_text(typed), [&id](const CodePoint& point) {
    if (!is_left_out(point.value)) id.append(point.bytes);
  });
  std::transform(id.begin(), id.end(), id.begin(), upper);
  return id;
}

CustomerIdFault fault_of_customer_id(std::string_view normalised) {
  if (normalised.empty()) return CustomerIdFault::empty;
  const Form* form = form_of(normalised);
  if (form == nullptr) return CustomerIdFault::prefix;
  std::string_view number = normalised.substr(form->prefix.size());
  if (form_of(number) != nullptr) return CustomerIdFault::doubled_prefix;
  if (!std::all_of(number.begin(), number.end(), is_digit)) return CustomerIdFault::digits;
  return number.size() == form->digits ? CustomerIdFault::none : CustomerIdFault::length;
}

std::string_view name_of(CustomerIdFault fault) { return name_in(kFaults, fault); }

std::string masked_customer_id(std::string_view normalised) {
  std::vector<std::string_view> characters;
  for_each_code_point(normalised,
                      [&characters](const CodePoint& point) { characters.push_back(point.bytes); });
  std::size_t shown = characters.size() > 3 ? 3 : 0;  // a fragment is hidden whole
  std::string masked(characters.size() - shown, '*');
  for (std::size_t index = characters.size() - shown; index < characters.size(); ++index) {
    masked.append(characters[index]);
  }
  return masked;
}

}  // namespace onshi
