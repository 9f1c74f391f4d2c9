// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/check/finding.h"

#include <utility>

namespace onshi {

Answer good(Facts facts, std::any evidence) {
  return {Verdict::ok, std::nullopt, std::move(facts), std::move(evidence), false};
}

Answer raise(Verdict verdict, FindingNumber cause, Facts facts, std::any evidence) {
  return {verdict, cause, std::move(facts), std::move(evidence), false};
}

Answer or_shadow(Answer answer) {
  answer.may_be_shadow = true;
  return answer;
}

}  // namespace onshi
