// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/unattended_setup.h"

#include "probes/reader/reader_name.h"
#include "wizard/flow/imports.h"

namespace onshi {
namespace {

constexpr std::chrono::milliseconds kLookForReaders{3000};

/// The named readers, and what is attached when any will do.
std::vector<std::string> readers_for(const Session& session, const Answers& answers,
                                     const RunLimits& limits) {
  std::vector<std::string> names = answers.readers;
  if (!answers.any_reader) return names;
  const auto attached = session.world().cards().readers(Limit::of(kLookForReaders, limits.stop));
  if (!attached) return names;
  for (const ReaderState& reader : *attached) {
    if (!session.catalogue().is_no_reader(reader.name)) names.push_back(without_index(reader.name));
  }
  return names;
}

void store_all(Session& session, const Answers& answers, Imports& imports,
               const std::vector<std::string>& readers) {
  if (answers.institution) session.set_institution(*answers.institution);
  if (answers.line) session.set_line(*answers.line);
  if (const auto& stated = answers.line_override) {
    stated->kind ? static_cast<void>(session.state_line(*stated->kind, stated->reason, stated->by))
                 : session.take_back_line();
  }
  for (const std::string& reader : readers) session.confirm_reader(reader);
  for (auto& [slot, sheet] : imports.sheets) session.set_sheet(slot, std::move(sheet));
  if (auto& certificate = imports.certificate) {
    session.set_certificate(certificate->bytes, certificate->source, certificate->password,
                            std::move(certificate->opened));
  }
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
