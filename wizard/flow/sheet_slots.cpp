// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/sheet_slots.h"

namespace onshi {
namespace {

bool is_same_paper(MasterAccountSheet one, const MasterAccountSheet& other) {
  one.file = other.file;
  one.page = other.page;
  return one == other;
}

}  // namespace

SheetSlots sort_sheets(std::vector<SheetWithPassword> sheets) {
  SheetSlots slots;
  for (SheetWithPassword& one : sheets) {
    const auto environment = one.sheet.environment;
    const auto taken = environment ? slots.placed.find(*environment) : slots.placed.end();
    if (taken != slots.placed.end() && is_same_paper(one.sheet, taken->second.sheet)) continue;
    if (environment && taken == slots.placed.end()) {
      slots.placed.emplace(*environment, std::move(one));
    } else {
      slots.left_over.push_back(std::move(one));
    }
  }
  return slots;
}

}  // namespace onshi
