// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/preparation/secret_number.h"

#include <algorithm>

#include "probes/site/name_table.h"

namespace onshi {
namespace {

constexpr NameTable<SecretNumberFault, 4> kFaults{{{SecretNumberFault::none, "none"},
                                                   {SecretNumberFault::form, "form"},
                                                   {SecretNumberFault::differ, "differ"},
                                                   {SecretNumberFault::guessable, "guessable"}}};

bool is_form(std::string_view text) {
  return text.size() == 4 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// 0000, 1234 or 4321: each digit the same step from the one before.
bool is_guessable(std::string_view text) {
  const int step = text[1] - text[0];
  if (step < -1 || step > 1) return false;
  return text[2] - text[1] == step && text[3] - text[2] == step;
}

}  // namespace

std::string_view name_of(SecretNumberFault fault) { return name_in(kFaults, fault); }

SecretNumberFault fault_of_secret_number(const Secret& first, const Secret& again) {
  return first.reveal([&](std::string_view one) {
    return again.reveal([&](std::string_view other) {
      if (!is_form(one)) return SecretNumberFault::form;
      if (one != other) return SecretNumberFault::differ;
      return is_guessable(one) ? SecretNumberFault::guessable : SecretNumberFault::none;
    });
  });
}

}  // namespace onshi
