// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/plans.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "probes/certificate/certificate_checks.h"
#include "probes/certificate/certificate_revocation_check.h"
#include "probes/connectivity/connectivity_checks.h"
#include "probes/connectivity/proxy_way.h"
#include "probes/line/line_checks.h"
#include "probes/line/v6_checks.h"
#include "probes/reader/reader_checks.h"
#include "probes/sheet/sheet_checks.h"
#include "probes/terminal/terminal_checks.h"

namespace onshi {
namespace {

void append(std::vector<Check>& checks, std::vector<Check> more) {
  checks.insert(checks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// The way to that host that "connectivity.proxy" found.
std::optional<ProxyHop> proxy_to(const Inquiry& inquiry, const std::string& host) {
  const auto* way = inquiry.evidence.of<ProxyWay>(kProxyCheck);
  return way == nullptr ? std::nullopt : way->to(host);
}

std::vector<Check> all_checks(const PlanParts& parts) {
  std::vector<Check> checks = line_checks(parts.site, parts.profile);
  append(checks, v6_checks(parts.site, parts.profile));
  append(checks, reader_checks(parts.site, parts.profile, parts.catalogue));
  append(checks, sheet_checks(parts.site, parts.profile));
  append(checks, certificate_checks(parts.site, parts.profile, parts.certificate, parts.browser));
  append(checks, certificate_revocation_checks(parts.profile, proxy_to));
  const auto client = parts.certificate ? parts.certificate->client : nullptr;
  append(checks, connectivity_checks(parts.site, parts.profile, client, {"terminal.clock"}));
  append(checks, terminal_checks(parts.site, parts.profile, parts.site_folder));
  return checks;
}

/// The checks that belong to the step, and what those wait for, directly or not.
Plan with_needs(const std::vector<Check>& checks, StepId step) {
  std::set<std::string> wanted;
  for (const Check& check : checks) {
    if (belongs_to(check.name, check.question, step)) wanted.insert(check.name);
  }
  for (std::size_t before = 0; before != wanted.size();) {
    before = wanted.size();
    for (const Check& check : checks) {
      if (!wanted.contains(check.name)) continue;
      wanted.insert(check.needs.begin(), check.needs.end());
      wanted.insert(check.after.begin(), check.after.end());
    }
  }
  std::vector<Check> chosen;
  std::ranges::copy_if(checks, std::back_inserter(chosen),
                       [&](const Check& check) { return wanted.contains(check.name); });
  return Plan(std::move(chosen));
}

}  // namespace

bool belongs_to(const std::string& check, FindingNumber question, StepId step) {
  if (step_of(step).group != group_of(question)) return false;
  if (step == StepId::production_sheet) return check.ends_with(".production");
  if (step == StepId::verification_sheet) return !check.ends_with(".production");
  return true;
}

Plan whole_plan(const PlanParts& parts) { return Plan(all_checks(parts)); }

Plan step_plan(const PlanParts& parts, StepId step) { return with_needs(all_checks(parts), step); }

}  // namespace onshi
