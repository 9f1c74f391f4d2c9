// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/declared_check.h"

#include "probes/line/line_verdict.h"

namespace onshi {
namespace {

/// COP is given out by NTT東日本 alone.
bool belongs_to_east(const std::string& customer_id) { return customer_id.starts_with("COP"); }

Answer judge(const DeclaredLine& declared, LineKind observed) {
  Facts facts{{"declared_type", "line_type_" + std::string(name_of(declared.type.value()))},
              {"line_kind", std::string(name_of(observed))}};
  if (!fits(observed, declared.type.value())) {
    return raise(Verdict::attention, FindingNumber::line_kind_differs, facts);
  }
  if (observed == LineKind::ntt_west && belongs_to_east(declared.customer_id)) {
    return raise(Verdict::fail, FindingNumber::customer_id_other_region, facts);
  }
  return good(facts);
}

Answer compare(const Inquiry& inquiry) {
  return judge(inquiry.site.line, inquiry.evidence.of<LineVerdict>("line.verdict")->kind.value());
}

}  // namespace

Check declared_check() {
  return {.name = "line.declared",
          .question = FindingNumber::line_declared,
          .needs = {"line.verdict"},
          .run = compare};
}

}  // namespace onshi
