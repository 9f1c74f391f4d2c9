// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the rooms' checks together: the plan of the whole health check, and of one step. Pure, any thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "probes/certificate/certificate_checks.h"
#include "probes/check/plan.h"
#include "probes/reader/reader_catalogue.h"
#include "wizard/flow/step.h"

namespace onshi {

struct PlanParts {
  const Site& site;
  const Profile& profile;
  const ReaderCatalogue& catalogue;
  std::filesystem::path site_folder;
  std::shared_ptr<const OpenedCertificate> certificate;  // null when it could not be opened
  BrowserWish browser = BrowserWish::none;
};

/// Every check that applies to this site.
Plan whole_plan(const PlanParts& parts);

/// Whether a page shows this check: those of its hundreds, and of the sheets those of its environment. What
/// compares both sheets is on the second page.
bool belongs_to(const std::string& check, FindingNumber question, StepId step);

/// The checks of one page with what they need; empty for pages without checks.
Plan step_plan(const PlanParts& parts, StepId step);

}  // namespace onshi
