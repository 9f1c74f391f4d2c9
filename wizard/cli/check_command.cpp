// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "wizard/cli/commands.h"
#include "wizard/report/json_report.h"

namespace onshi {
namespace {

// The result counts even when the disk refuses it.
void store_run(const Surroundings& here, const Run& run, const Institution& institution) {
  SiteStore store = here.store;
  const auto stored = store.save_run(json_report({run, institution, here.profile, here.words, here.asked.language}));
  if (stored) return;
  fmt::print(stderr, "{}\n", here.say("cli.not_stored", Facts{{"file", stored.error().file.string()}}));
}

}  // namespace

CommandResult check_command(const Surroundings& here) {
  if (auto site = here.store.load_site(); !site) {
    return std::unexpected(Refusal{here.words.fault(site.error(), here.asked.language), Exit::wrong_input});
  }
  Session session(here.session_parts());
  if (session.site().certificate) {
    auto password = certificate_password(here);
    if (!password) return std::unexpected(password.error());
    if (*password) session.unlock_certificate(**password);
  }
  Plan plan = session.whole_plan();
  if (!here.asked.only.empty()) plan = plan.only(here.asked.only);
  const Run run = run_plan(plan, session.subject(), {here.asked.budget, {}});
  store_run(here, run, session.site().institution);
  return print_run(here, run, session.site().institution);
}

}  // namespace onshi
