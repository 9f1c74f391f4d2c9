// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/cli/commands.h"

namespace onshi {
namespace {

/// With the password as it was typed, also when it opens nothing: certificate.opens then says why not.
std::shared_ptr<const RunSubject> subject_with(const Session& session, std::optional<Secret> password) {
  RunSubject subject = *session.subject();
  if (password) subject.secrets.certificate_password = std::move(password);
  return std::make_shared<const RunSubject>(std::move(subject));
}

}  // namespace

CommandResult check_command(const Surroundings& here) {
  if (const auto refusal = damaged_site(here)) return std::unexpected(*refusal);
  Session session(here.session_parts());
  std::optional<Secret> password;
  if (session.site().certificate) {
    auto asked = certificate_password(here);
    if (!asked) return std::unexpected(asked.error());
    password = std::move(*asked);
    if (password) session.unlock_certificate(*password);
  }
  Plan plan = session.whole_plan();
  if (!here.asked.only.empty()) plan = plan.only(here.asked.only);
  const Run run = run_plan(plan, subject_with(session, std::move(password)), {here.asked.budget, {}});
  store_run(here, run, session.site().institution);
  return print_run(here, run, session.site().institution);
}

}  // namespace onshi
