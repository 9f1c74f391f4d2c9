// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "wizard/cli/commands.h"
#include "wizard/flow/unattended_setup.h"

namespace onshi {
namespace {

// What stopped the set-up before anything was asked, in the same form as a run.
Run faults_as_run(const Surroundings& here, std::vector<Finding> faults) {
  Run run;
  run.started = here.world->machine().now();
  run.findings = std::move(faults);
  return run;
}

// A set-up is finished only when no page is left open, also when nothing that was checked is wrong.
Exit say_what_is_left(const Surroundings& here, const std::vector<StepId>& left, Exit so_far) {
  if (left.empty()) return so_far;
  std::string pages;
  for (StepId id : left) {
    const Step& step = step_of(id);
    pages += fmt::format("{}{} {}", pages.empty() ? "" : ", ", step.page,
                         here.say(fmt::format("page.{}.title", step.name)));
  }
  fmt::print(stderr, "{}\n", here.say("cli.pages_left", Facts{{"pages", pages}}));
  return Exit::needs_attention;
}

}  // namespace

CommandResult setup_command(const Surroundings& here) {
  const auto answers = load_answers(here.asked.answers);
  if (!answers) return std::unexpected(Refusal{here.words.fault(answers.error(), here.asked.language)});
  if (const auto refusal = damaged_site(here)) return std::unexpected(*refusal);
  std::optional<Secret> password;
  if (answers->certificate) {
    auto asked = certificate_password(here);
    if (!asked) return std::unexpected(asked.error());
    password = std::move(*asked);
  }
  Session session(here.session_parts());
  const SetupOutcome outcome =
      run_setup(session, *answers, password ? &*password : nullptr, {here.asked.budget, {}});
  if (!outcome.run) {
    fmt::print(stderr, "{}\n", here.say("cli.stored_nothing"));
    return print_run(here, faults_as_run(here, outcome.import_faults),
                     answers->institution.value_or(Institution{}));
  }
  if (const auto& trouble = session.trouble()) {
    fmt::print(stderr, "{}\n",
               here.say(text_of(*trouble), Facts{{"file", trouble->file.filename().string()}}));
  }
  store_run(here, *outcome.run, session.site().institution);
  const Exit printed = print_run(here, *outcome.run, session.site().institution);
  return say_what_is_left(here, outcome.left, printed);
}

}  // namespace onshi
