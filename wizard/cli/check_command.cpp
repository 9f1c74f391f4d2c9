// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/cli/commands.h"

namespace onshi {
CommandResult check_command(const Surroundings& here) {
  if (const auto refusal = damaged_site(here)) return std::unexpected(*refusal);
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
