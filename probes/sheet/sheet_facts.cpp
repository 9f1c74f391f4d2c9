// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheet_facts.h"

#include <algorithm>

namespace onshi {

const MasterAccountSheet& sheet_of(const Site& site, Environment environment) {
  return site.sheets.at(environment);
}

std::string end_of(std::string_view id) {
  return std::string(id.substr(id.size() - std::min<std::size_t>(id.size(), 4)));
}

Facts sheet_facts(const MasterAccountSheet& sheet, Environment slot) {
  Facts facts{{"environment", std::string(name_of(slot))}, {"file", sheet.file}};
  if (sheet.page > 0) facts.add("page", sheet.page);
  return facts;
}

}  // namespace onshi
