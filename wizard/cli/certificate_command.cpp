// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_checks.h"
#include "wizard/cli/commands.h"

namespace onshi {
namespace {

std::expected<std::string, Refusal> bytes_of(const Surroundings& here, const std::filesystem::path& path) {
  auto bytes = read_file(path, kLargestCertificateFile);
  if (bytes) return std::move(*bytes);
  return std::unexpected(
      Refusal{here.words.fault(fault_of(bytes.error(), path), here.asked.language), Exit::wrong_input});
}

// A site without a file and a file without bytes are two causes; the checks below know only the first.
Run empty_file(const Surroundings& here) {
  Run run;
  run.started = here.world->machine().now();
  run.findings.push_back(
      finding_of(CertificateFault{CertificateFault::What::empty, ""}, here.asked.files.front().string()));
  return run;
}

}  // namespace

CommandResult certificate_command(const Surroundings& here) {
  auto bytes = bytes_of(here, here.asked.files.front());
  if (!bytes) return std::unexpected(bytes.error());
  auto password = certificate_password(here, *bytes);
  if (!password) return std::unexpected(password.error());
  if (bytes->empty()) return print_run(here, empty_file(here), {});
  auto subject = std::make_shared<RunSubject>();
  subject->world = here.world;
  subject->profile = here.profile;
  if (auto site = here.store.load_site()) subject->site = *site;
  subject->site.certificate.emplace().source = here.asked.files.front().string();
  subject->secrets.certificate_file = std::move(*bytes);
  subject->secrets.certificate_password = std::move(*password);
  const Plan plan(certificate_checks(subject->site, subject->profile));
  return print_run(here, run_plan(plan, subject, {here.asked.budget, {}}), subject->site.institution);
}

}  // namespace onshi
