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

std::string page_words(const Surroundings& here, StepId id) {
  const Step& step = step_of(id);
  return fmt::format("{} {}", step.page, here.say(fmt::format("page.{}.title", step.name)));
}

std::string duty_lines(const Surroundings& here, const Session& session, StepId id) {
  std::string lines;
  for (const Duty& duty : session.duties(id)) {
    const Facts facts{{"page", page_words(here, id)}, {"duty", here.say(duty.text)}};
    lines += "\n" + here.say("cli.page_left", facts);
  }
  return lines;
}

// A set-up is finished only when no page is left open, also when nothing that was checked is wrong.
void say_what_is_left(const Surroundings& here, const Session& session, const std::vector<StepId>& left) {
  if (left.empty()) return;
  std::string pages;
  std::string duties;
  for (StepId id : left) {
    pages += (pages.empty() ? "" : here.say("cli.page_separator")) + page_words(here, id);
    duties += duty_lines(here, session, id);
  }
  fmt::print(stderr, "{}{}\n", here.say("cli.pages_left", Facts{{"pages", pages}}), duties);
}

/// What stands in the way of a set-up before the first answer is looked at. A damaged record does not: it is
/// kept aside when the new one is stored, as in the window.
std::optional<Refusal> unreadable_site(const Surroundings& here) {
  const auto site = here.store.load_site();
  if (site || site.error().what != FileFault::What::unreadable) return std::nullopt;
  return unusable_site(here);
}

std::expected<std::optional<Secret>, Refusal> password_for(const Surroundings& here, const Answers& answers) {
  if (!answers.certificate) return std::nullopt;
  const auto bytes = load_certificate_file(*answers.certificate);
  return certificate_password(here, bytes ? *bytes : std::string());
}

/// Said last, so that nobody takes a good result for a set-up that was kept.
void say_what_was_stored(const Surroundings& here, const Session& session, bool was_damaged) {
  if (const auto& trouble = session.trouble()) {
    fmt::print(stderr, "{}\n", sentence_of(here, *trouble));
  } else if (was_damaged) {
    const std::string file = (here.store.folder() / "site.xml").string();
    fmt::print(stderr, "{}\n", here.say("cli.site.set_aside", Facts{{"file", file}}));
  }
}

}  // namespace

CommandResult setup_command(const Surroundings& here) {
  const auto answers = load_answers(here.asked.answers);
  if (!answers) return std::unexpected(Refusal{here.words.fault(answers.error(), here.asked.language)});
  if (const auto refusal = unreadable_site(here)) return std::unexpected(*refusal);
  auto password = password_for(here, *answers);
  if (!password) return std::unexpected(password.error());
  const bool was_damaged = !here.store.load_site();
  Session session(here.session_parts());
  const SetupOutcome outcome =
      run_setup(session, *answers, *password ? &**password : nullptr, {here.asked.budget, {}});
  if (!outcome.run) {
    fmt::print(stderr, "{}\n", here.say("cli.stored_nothing"));
    return print_run(here, faults_as_run(here, outcome.import_faults),
                     answers->institution.value_or(Institution{}));
  }
  const bool stored = !session.trouble() && store_run(here, *outcome.run, session.site().institution);
  const Exit printed = print_run(here, *outcome.run, session.site().institution);
  say_what_is_left(here, session, outcome.left);
  say_what_was_stored(here, session, was_damaged);
  return outcome.left.empty() && stored ? printed : Exit::needs_attention;
}

}  // namespace onshi
