// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/actions/action.h"

#include <array>
#include <utility>

namespace onshi {
namespace {

using What = ActionFault::What;
constexpr std::array<std::pair<What, std::string_view>, 12> kNames{
    {{What::no_home, "no_home"},
     {What::store_locked, "store_locked"},
     {What::store_forbidden, "store_forbidden"},
     {What::store_refused, "store_refused"},
     {What::slip_refused, "slip_refused"},
     {What::slip_damaged, "slip_damaged"},
     {What::other_installed, "other_installed"},
     {What::browser_absent, "browser_absent"},
     {What::policy_by_other, "policy_by_other"},
     {What::policy_refused, "policy_refused"},
     {What::policy_left, "policy_left"},
     {What::nothing_to_undo, "nothing_to_undo"}}};

}  // namespace

std::string_view name_of(What what) {
  for (const auto& [each, name] : kNames) {
    if (each == what) return name;
  }
  return "store_refused";
}

}  // namespace onshi
