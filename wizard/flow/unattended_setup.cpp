// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/unattended_setup.h"

#include <algorithm>
#include <iterator>

#include "probes/reader/pairing.h"
#include "wizard/flow/imports.h"

namespace onshi {
namespace {

constexpr std::chrono::milliseconds kLookForReaders{3000};

std::vector<PairedReader> attached_readers(const Session& session, const RunLimits& limits) {
  const auto seen = session.world().cards().readers(Limit::of(kLookForReaders, limits.stop));
  const auto devices = session.world().machine().usb_devices().value_or(std::vector<UsbDevice>{});
  std::vector<PairedReader> attached;
  for (const ReaderState& reader : seen.value_or(std::vector<ReaderState>{})) {
    if (session.catalogue().is_no_reader(reader.name)) continue;
    attached.push_back(identity_of(reader.name, devices, session.catalogue()));
  }
  return attached;
}

struct Readers {
  std::vector<PairedReader> chosen{};
  std::vector<PairedReader> attached{};
};

/// The named readers, as they are attached if they are, and all that are attached when any will do. One that
/// is registered already and away just now need not be named again.
Readers readers_for(const Session& session, const Answers& answers, const RunLimits& limits) {
  if (answers.readers.empty() && !answers.any_reader) return {};
  const auto attached = attached_readers(session, limits);
  std::vector<PairedReader> named;
  named.reserve(answers.readers.size());
  for (const std::string& name : answers.readers) named.push_back({.name = name});
  const Pairing pairing = compare_readers(named, attached);
  std::vector<PairedReader> readers = compare_readers(pairing.missing, session.site().readers).missing;
  std::ranges::transform(pairing.same, std::back_inserter(readers), &Pairing::Pair::attached);
  std::ranges::transform(pairing.exchanged, std::back_inserter(readers), &Pairing::Pair::registered);
  if (answers.any_reader) readers.insert(readers.end(), attached.begin(), attached.end());
  return {std::move(readers), attached};
}

void store_all(Session& session, const Answers& answers, Imports& imports, const Readers& readers) {
  if (answers.institution) session.set_institution(*answers.institution);
  if (answers.line) session.set_line(*answers.line);
  if (answers.preparation) session.set_preparation(*answers.preparation);
  if (const auto& stated = answers.line_override) {
    stated->kind ? static_cast<void>(session.state_line(*stated->kind, stated->reason, stated->by))
                 : session.take_back_line();
  }
  for (const PairedReader& reader : readers.chosen) session.confirm_reader(reader, readers.attached);
  for (auto& [slot, sheet] : imports.sheets) session.set_sheet(slot, std::move(sheet));
  for (const auto& [slot, story] : answers.password_stories) session.tell_password_story(slot, story);
  if (auto& certificate = imports.certificate) {
    session.set_certificate(certificate->bytes, certificate->source, certificate->password,
                            std::move(certificate->opened));
  }
  if (answers.certificate_dates) session.set_certificate_dates(*answers.certificate_dates);
  for (const auto& [step, reason] : answers.waivers) session.waive(step, reason);
}

std::vector<StepId> steps_left(const Session& session) {
  std::vector<StepId> left;
  for (const Step* step : steps_for(session.site())) {
    if (step->id != StepId::done && !session.may_go_on(step->id)) left.push_back(step->id);
  }
  return left;
}

}  // namespace

SetupOutcome run_setup(Session& session, const Answers& answers, const Secret* certificate_password,
                       const RunLimits& limits, const RunListener& listener) {
  Imports imports = read_imports(*session.subject(), answers, certificate_password, limits);
  if (!imports.faults.empty()) return {std::move(imports.faults), std::nullopt, steps_left(session)};
  const auto readers = readers_for(session, answers, limits);
  session.together([&] { store_all(session, answers, imports, readers); });
  const Run run = run_plan(session.whole_plan(), session.subject(), limits, listener);
  session.keep(run);
  const auto left = steps_left(session);
  session.set_mode("setup");
  session.go_to(left.empty() ? StepId::done : left.front());
  return {{}, run, left};
}

}  // namespace onshi
