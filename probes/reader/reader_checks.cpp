// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/reader_checks.h"

#include <memory>

#include "probes/reader/card_check.h"
#include "probes/reader/card_kind_check.h"
#include "probes/reader/paired_check.h"
#include "probes/reader/pin_check.h"
#include "probes/reader/readers_check.h"
#include "probes/reader/service_check.h"

namespace onshi {

std::vector<Check> reader_checks(const Site& site, const Profile& /*profile*/,
                                 const ReaderCatalogue& catalogue) {
  const auto shared = std::make_shared<const ReaderCatalogue>(catalogue);
  std::vector<Check> checks{reader_service_check(shared), readers_check(shared), card_check(),
                            card_kind_check(), pin_check()};
  if (!site.readers.empty()) checks.push_back(paired_check());
  return checks;
}

}  // namespace onshi
