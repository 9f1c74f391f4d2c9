// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/check/finding.h"

#include <utility>

namespace onshi {

Answer good(Facts facts, std::any evidence) {
  return {Verdict::ok, std::nullopt, std::move(facts), std::move(evidence)};
}

Answer raise(Verdict verdict, FindingNumber cause, Facts facts, std::any evidence) {
  return {verdict, cause, std::move(facts), std::move(evidence)};
}

}  // namespace onshi
