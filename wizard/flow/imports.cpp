// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/imports.h"

#include <algorithm>
#include <iterator>

#include "probes/certificate/certificate_checks.h"
#include "probes/sheet/sheet_checks.h"
#include "probes/sheet/sheet_reader.h"
#include "wizard/flow/sheet_slots.h"

namespace onshi {
namespace {

SheetReading read_all(const RunSubject& subject, const Answers& answers, const RunLimits& limits) {
  SheetReading reading;
  std::vector<SheetInput> inputs;
  for (const auto& file : answers.sheets) {
    if (auto input = load_sheet_file(file)) {
      inputs.push_back(*std::move(input));
    } else {
      reading.faults.push_back(input.error());
    }
  }
  SheetReading inside =
      read_sheets(subject.world->programs(), inputs, Limit::of(kLongestReading, limits.stop));
  std::ranges::move(inside.sheets, std::back_inserter(reading.sheets));
  std::ranges::move(inside.faults, std::back_inserter(reading.faults));
  return reading;
}

Run judge(const RunSubject& subject, const Site& site, const SiteSecrets& secrets, const Plan& plan,
          const RunLimits& limits) {
  RunSubject candidate{subject.world, site, subject.profile, secrets};
  return run_plan(plan, std::make_shared<const RunSubject>(std::move(candidate)), limits);
}

/// Where a sheet without a place would have to go.
Environment place_for(const SheetWithPassword& sheet) {
  return sheet.sheet.environment == Environment::verification ? Environment::production
                                                              : Environment::verification;
}

/// What the sheets page would say if that sheet were put where it does not belong.
std::vector<Finding> faults_of(const SheetWithPassword& sheet, const SheetSlots& slots,
                               const RunSubject& subject, const RunLimits& limits) {
  Site site = subject.site;
  for (const auto& [slot, placed] : slots.placed) site.sheets[slot] = placed.sheet;
  const Environment place = place_for(sheet);
  site.sheets[place] = sheet.sheet;
  const Run run = judge(subject, site, {}, Plan(sheet_checks(site, subject.profile)), limits);
  std::vector<Finding> faults;
  std::ranges::copy_if(run.findings, std::back_inserter(faults), [&](const Finding& finding) {
    return finding.verdict == Verdict::fail && finding.check.ends_with(name_of(place));
  });
  for (Finding& fault : faults) fault.subject = sheet.sheet.file;
  return faults;
}

void import_sheets(Imports& imports, const RunSubject& subject, const Answers& answers,
                   const RunLimits& limits) {
  if (answers.sheets.empty()) return;
  SheetReading reading = read_all(subject, answers, limits);
  std::ranges::copy_if(findings_of(reading), std::back_inserter(imports.faults),
                       [](const Finding& finding) { return !carries_on(finding.verdict); });
  SheetSlots slots = sort_sheets(std::move(reading.sheets));
  for (const SheetWithPassword& sheet : slots.left_over) {
    std::ranges::move(faults_of(sheet, slots, subject, limits), std::back_inserter(imports.faults));
  }
  imports.sheets = std::move(slots.placed);
}

/// What the certificate page says of a file whose password nobody gave.
std::vector<Finding> password_unknown(const RunSubject& subject, const std::string& bytes,
                                      const RunLimits& limits) {
  SiteSecrets secrets;
  secrets.certificate_file = bytes;
  const Plan plan = Plan(certificate_checks(subject.site, subject.profile)).only_check(kCertificateOpens);
  return judge(subject, subject.site, secrets, plan, limits).findings;
}

void import_certificate(Imports& imports, const RunSubject& subject, const Answers& answers,
                        const Secret* password, const RunLimits& limits) {
  const std::filesystem::path& file = *answers.certificate;
  const std::string source = file.filename().string();
  const auto bytes = load_certificate_file(file);
  if (!bytes) return imports.faults.push_back(finding_of(bytes.error(), source));
  const Secret tried = password == nullptr ? Secret{} : *password;
  auto opened = open_certificate(*bytes, tried, answers.certificate_serial);
  if (opened) {
    imports.certificate = {*bytes, source, tried, *std::move(opened)};
  } else if (password == nullptr && opened.error().what == CertificateFault::What::wrong_password) {
    std::ranges::move(password_unknown(subject, *bytes, limits), std::back_inserter(imports.faults));
  } else {
    imports.faults.push_back(finding_of(opened.error(), source));
  }
}

}  // namespace

Imports read_imports(const RunSubject& subject, const Answers& answers, const Secret* certificate_password,
                     const RunLimits& limits) {
  Imports imports;
  import_sheets(imports, subject, answers, limits);
  if (answers.certificate) {
    import_certificate(imports, subject, answers, certificate_password, limits);
  }
  return imports;
}

}  // namespace onshi
