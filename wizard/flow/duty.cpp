// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/duty.h"

#include <algorithm>

#include "probes/reader/card_check.h"
#include "probes/site/customer_id.h"

namespace onshi {
namespace {

using Duties = std::vector<Duty>;

void add_if(Duties& duties, bool open, const char* text) {
  if (open) duties.push_back({text});
}

bool is_wrong(const Institution& institution) {
  return institution.kind == InstitutionKind::institution_code &&
         structure_of(institution.code) != CodeStructure::good;
}

Duties of_preparation(const Site& site) {
  const bool flets = site.line.type == LineType::ip_vpn_ntt;
  Duties duties;
  add_if(duties, site.institution.code.empty(), "duty.institution.missing");
  add_if(duties, !site.institution.code.empty() && is_wrong(site.institution), "duty.institution.wrong");
  add_if(duties, !site.line.type, "duty.line.type");
  const CustomerIdFault id = fault_of_customer_id(site.line.customer_id);
  add_if(duties, flets && id == CustomerIdFault::empty, "duty.line.customer_id");
  add_if(duties, flets && id != CustomerIdFault::empty && id != CustomerIdFault::none,
         "duty.line.customer_id_wrong");
  return duties;
}

bool all_carry_on(const std::vector<Finding>& findings) {
  return std::ranges::all_of(findings, [](const Finding& finding) { return carries_on(finding.verdict); });
}

bool any_failed(const std::vector<Finding>& findings) {
  return std::ranges::any_of(findings,
                             [](const Finding& finding) { return finding.verdict == Verdict::fail; });
}

void add_checks(Duties& duties, const DutyFacts& facts) {
  const bool ran = facts.findings.size() == facts.checks;
  add_if(duties, !ran, "duty.checks.run");
  add_if(duties, ran && !all_carry_on(facts.findings), "duty.checks.fault");
}

/// Also when another reader's card could not be.
bool a_card_was_read(const std::vector<Finding>& findings) {
  const auto found = std::ranges::find(findings, "reader.card", &Finding::check);
  if (found == findings.end()) return false;
  const bool beside = found->verdict == Verdict::attention && found->facts.value(kReadReader);
  return found->verdict == Verdict::ok || beside;
}

Duties of_reader(const DutyFacts& facts) {
  Duties duties;
  add_if(duties, facts.site.readers.empty(), "duty.reader.confirm");
  add_checks(duties, facts);
  const bool card_seen = a_card_was_read(facts.findings);
  add_if(duties, facts.findings.size() == facts.checks && !card_seen, "duty.reader.card");
  return duties;
}

bool is_complete(const MasterAccountSheet& sheet) {
  return !sheet.institution_code.empty() && !sheet.institution_name.empty() &&
         !sheet.master_user_id.empty() && !sheet.reset_user_id.empty();
}

/// The findings of the other page's sheet have no say here, and not having looked yet is no fault.
Duties of_sheet(const DutyFacts& facts, Environment slot) {
  const auto found = facts.site.sheets.find(slot);
  if (found == facts.site.sheets.end()) return {{"duty.sheet.missing"}};
  Duties duties;
  add_if(duties, found->second.environment != slot, "duty.sheet.environment");
  add_if(duties, !is_complete(found->second), "duty.sheet.fields");
  add_if(duties, !found->second.unconfirmed.empty(), "duty.sheet.confirm");
  add_if(duties, duties.empty() && any_failed(facts.findings), "duty.checks.fault");
  return duties;
}

Duties of_certificate(const DutyFacts& facts) {
  if (!facts.site.certificate) return {{"duty.certificate.choose"}};
  if (!facts.certificate_open) return {{"duty.certificate.unlock"}};
  Duties duties;
  add_checks(duties, facts);
  return duties;
}

Duties of_checks_alone(const DutyFacts& facts) {
  Duties duties;
  add_checks(duties, facts);
  return duties;
}

}  // namespace

std::vector<Duty> duties_of(StepId step, const DutyFacts& facts) {
  switch (step) {
    case StepId::preparation:
      return of_preparation(facts.site);
    case StepId::reader:
      return of_reader(facts);
    case StepId::production_sheet:
      return of_sheet(facts, Environment::production);
    case StepId::verification_sheet:
      return of_sheet(facts, Environment::verification);
    case StepId::certificate:
      return of_certificate(facts);
    case StepId::line:
    case StepId::v6_option:
    case StepId::connectivity:
    case StepId::terminal:
      return of_checks_alone(facts);
    case StepId::done:
      break;
  }
  return {};
}

}  // namespace onshi
