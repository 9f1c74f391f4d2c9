// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/declared_check.h"

#include "probes/line/line_statement.h"
#include "probes/line/line_verdict.h"

namespace onshi {
namespace {

using Kind = std::optional<LineKind>;

/// COP is given out by NTT東日本 alone.
bool belongs_to_east(const std::string& customer_id) { return customer_id.starts_with("COP"); }

Facts facts_of(const Site& site, Kind observed) {
  Facts facts{{"declared_type", "line_type_" + std::string(name_of(site.line.type.value()))},
              {"line_kind", observed ? std::string(name_of(*observed)) : "unknown"}};
  return facts.add(facts_of_statement(site));
}

/// A person's word answers the question which kind it is, but makes nothing good that was seen to be wrong:
/// the お客さまID must fit the line that is seen as well as the one that is stated.
Answer judge(const Site& site, Kind observed) {
  const Kind stated = site.line_override ? Kind(site.line_override->kind) : std::nullopt;
  const Facts facts = facts_of(site, observed);
  if (!fits(stated ? *stated : observed.value(), site.line.type.value())) {
    const auto cause = stated ? FindingNumber::stated_line_differs : FindingNumber::line_kind_differs;
    return raise(Verdict::attention, cause, facts);
  }
  const bool is_west = stated == LineKind::ntt_west || observed == LineKind::ntt_west;
  if (is_west && belongs_to_east(site.line.customer_id)) {
    return raise(Verdict::fail, FindingNumber::customer_id_other_region, facts);
  }
  if (stated && !(observed && agrees(*stated, *observed))) {
    return raise(Verdict::attention, FindingNumber::line_kind_overridden, facts);
  }
  return good(facts);
}

Answer compare(const Inquiry& inquiry) {
  return judge(inquiry.site, inquiry.evidence.of<LineVerdict>("line.verdict")->kind);
}

}  // namespace

Check declared_check() {
  return {.name = "line.declared",
          .question = FindingNumber::line_declared,
          .needs = {"line.verdict"},
          .run = compare};
}

}  // namespace onshi
