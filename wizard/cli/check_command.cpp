// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "wizard/cli/commands.h"

namespace onshi {
namespace {

/// With the password as it was typed, also when it opens nothing: certificate.opens then says why not.
std::shared_ptr<const RunSubject> subject_with(const Session& session, std::optional<Secret> password) {
  RunSubject subject = *session.subject();
  if (password) subject.secrets.certificate_password = std::move(password);
  return std::make_shared<const RunSubject>(std::move(subject));
}

Plan plan_of(const Surroundings& here, const Session& session) {
  const Plan whole = session.whole_plan();
  return here.asked.only.empty() ? whole : whole.only(here.asked.only);
}

bool asks_for_certificate(const Plan& plan) {
  return std::ranges::any_of(plan.checks(), [](const Check& check) {
    const Group group = group_of(check.question);
    return group == Group::certificate || group == Group::connectivity;
  });
}

}  // namespace

CommandResult check_command(const Surroundings& here) {
  if (const auto refusal = unusable_site(here)) return std::unexpected(*refusal);
  Session session(here.session_parts());
  std::optional<Secret> password;
  const std::string bytes = session.subject()->secrets.certificate_file;
  if (session.site().certificate && !bytes.empty() && asks_for_certificate(plan_of(here, session))) {
    auto asked = certificate_password(here, bytes);
    if (!asked) return std::unexpected(asked.error());
    password = std::move(*asked);
    if (password) session.unlock_certificate(*password);
  }
  const Run run =
      run_plan(plan_of(here, session), subject_with(session, std::move(password)), {here.asked.budget, {}});
  const bool stored = store_run(here, run, session.site().institution);
  const Exit printed = print_run(here, run, session.site().institution);
  return stored ? printed : Exit::needs_attention;
}

}  // namespace onshi
