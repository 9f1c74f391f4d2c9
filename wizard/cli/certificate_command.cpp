// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "probes/certificate/certificate_checks.h"
#include "probes/certificate/certificate_revocation_check.h"
#include "wizard/actions/browser_installation.h"
#include "wizard/cli/commands.h"
#include "wizard/flow/plans.h"

namespace onshi {
namespace {

constexpr std::chrono::seconds kLooking{10};

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

std::string sentence_of(const Surroundings& here, const ActionFault& fault) {
  return here.say(
      fmt::format("action.fault.{}", name_of(fault.what)),
      Facts{{"place", fault.place.string()}, {"offered", fault.offered.string()}, {"detail", fault.detail}});
}

std::string line_of(const Surroundings& here, const Change& change) {
  const auto state = [&](const std::string& word) { return here.say(fmt::format("action.state.{}", word)); };
  return here.say(change.changes() ? "action.line" : "action.line_same",
                  Facts{{"what", here.say(fmt::format("action.what.{}", change.what))},
                        {"item", change.item},
                        {"before", state(change.before)},
                        {"after", state(change.after)}});
}

// A program that reads the result from the standard output finds nothing else there.
void print_lines(const Surroundings& here, std::string_view heading, const std::vector<Change>& changes) {
  FILE* where = here.asked.format == Invocation::Format::text ? stdout : stderr;
  fmt::print(where, "{}\n", here.say(heading));
  for (const Change& change : changes) fmt::print(where, "  {}\n", line_of(here, change));
  std::fflush(where);
}

/// Shows before and after, then does it. The sentence says what went wrong.
std::optional<std::string> carry_out(const Surroundings& here, BrowserStore* store,
                                     std::shared_ptr<const OpenedCertificate> certificate) {
  const bool undo = certificate == nullptr;
  BrowserInstallation action({here.store.folder(), here.profile, store,
                              here.world->browsers().look({}, Limit::of(kLooking)), std::move(certificate),
                              here.world->machine().now()});
  const Changes changes = undo ? action.preview_undo() : action.preview();
  if (!changes) return sentence_of(here, changes.error());
  print_lines(here, undo ? "action.heading.undo" : "action.heading.install", *changes);
  const Done done = undo ? action.undo() : action.apply();
  if (!done) return sentence_of(here, done.error());
  return std::nullopt;
}

/// Only the live world can be changed.
std::optional<Refusal> played_back(const Surroundings& here) {
  if (here.asked.world.empty()) return std::nullopt;
  return Refusal{here.say("action.fault.played_back"), Exit::wrong_input};
}

bool is_good_enough(const Run& run) {
  return std::ranges::all_of(run.findings, [](const Finding& finding) {
    return finding.check == "certificate.browser" || carries_on(finding.verdict);
  });
}

struct Questioned {
  std::shared_ptr<RunSubject> subject;
  std::shared_ptr<const OpenedCertificate> opened;
};

/// The line is asked only where something is to be installed: reading a file sends nothing.
enum class Line { spared, asked };

/// What the certificate's page asks.
Plan plan_for(const Surroundings& here, const Questioned& asked, BrowserWish wish, Line line) {
  const RunSubject& subject = *asked.subject;
  if (line == Line::asked) {
    return step_plan({subject.site, subject.profile, here.catalogue, here.store.folder(), asked.opened, wish},
                     StepId::certificate);
  }
  auto checks = certificate_checks(subject.site, subject.profile, asked.opened, wish);
  if (!subject.profile.client_crl.empty()) {
    std::ranges::move(certificate_revocation_checks(subject.profile), std::back_inserter(checks));
  }
  return Plan(std::move(checks));
}

/// Of the certificate alone: what had to be asked of the line for it is told by `onshi check`.
Run questions(const Surroundings& here, const Questioned& asked, BrowserWish wish, Line line) {
  Run run = run_plan(plan_for(here, asked, wish, line), asked.subject, {here.asked.budget, {}});
  std::erase_if(run.findings,
                [](const Finding& finding) { return group_of(finding.question) != Group::certificate; });
  return run;
}

/// A moment ago; it is not asked twice.
void add_what_the_line_said(Run& after, const Run& before) {
  const Finding* revocation = before.of("certificate.revocation");
  if (revocation != nullptr && after.of(revocation->check) == nullptr) after.findings.push_back(*revocation);
}

CommandResult install(const Surroundings& here, Questioned& asked) {
  const RunSubject& subject = *asked.subject;
  auto opened = open_certificate(subject.secrets.certificate_file,
                                 subject.secrets.certificate_password.value_or(Secret{}), here.asked.serial);
  if (opened) asked.opened = std::make_shared<const OpenedCertificate>(*std::move(opened));
  const Run before = questions(here, asked, browser_wish(here.store.folder()), Line::asked);
  if (!asked.opened || !is_good_enough(before)) {
    const Exit printed = print_run(here, before, subject.site.institution);
    fmt::print(stderr, "{}\n", here.say("action.not_installed"));
    return printed;
  }
  const auto store = system_browser_store();
  const auto trouble = carry_out(here, store.get(), asked.opened);
  // What became of it is seen in the browsers' store, not taken for granted.
  const BrowserWish wish = browser_wish(here.store.folder());
  Run after = questions(here, asked, wish == BrowserWish::none ? BrowserWish::installed : wish, Line::spared);
  add_what_the_line_said(after, before);
  const Exit printed = print_run(here, after, subject.site.institution);
  if (trouble) fmt::print(stderr, "{}\n", *trouble);
  return trouble ? Exit::needs_attention : printed;
}

CommandResult undo(const Surroundings& here) {
  if (auto refusal = played_back(here)) return std::unexpected(*refusal);
  const auto store = system_browser_store();
  const auto trouble = carry_out(here, store.get(), nullptr);
  if (!trouble) {
    print_lines(here, "action.undone", {});
    return Exit::all_well;
  }
  fmt::print(stderr, "{}\n", *trouble);
  return Exit::needs_attention;
}

}  // namespace

CommandResult certificate_command(const Surroundings& here) {
  if (here.asked.undo) return undo(here);
  if (here.asked.install) {
    if (auto refusal = played_back(here)) return std::unexpected(*refusal);
  }
  auto bytes = bytes_of(here, here.asked.files.front());
  if (!bytes) return std::unexpected(bytes.error());
  auto password = certificate_password(here, *bytes);
  if (!password) return std::unexpected(password.error());
  if (bytes->empty()) return print_run(here, empty_file(here), {});
  Questioned asked{std::make_shared<RunSubject>(), nullptr};
  RunSubject& subject = *asked.subject;
  subject.world = here.world;
  subject.profile = here.profile;
  if (auto site = here.store.load_site()) subject.site = *site;
  // The file in hand, whatever the site has in use.
  subject.site.certificate.emplace().source = here.asked.files.front().string();
  subject.site.certificate->fingerprint = here.asked.serial;
  if (here.asked.applied) subject.site.certificate_dates.applied = here.asked.applied;
  if (here.asked.code_changed) subject.site.certificate_dates.code_changed = here.asked.code_changed;
  subject.secrets.certificate_file = std::move(*bytes);
  subject.secrets.certificate_password = std::move(*password);
  if (here.asked.install) return install(here, asked);
  return print_run(here, questions(here, asked, browser_wish(here.store.folder()), Line::spared),
                   subject.site.institution);
}

}  // namespace onshi
