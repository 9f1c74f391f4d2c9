// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/terminal/rights_check.h"

namespace onshi {
namespace {

Facts facts_of(const SystemFacts& system) {
  return {{"user", system.user},
          {"administrator", system.administrator ? "yes" : "no"},
          {"session", system.remote_session ? "remote" : "local"}};
}

Answer ask(const Inquiry& inquiry) {
  const auto* system = inquiry.evidence.of<SystemFacts>("terminal.system");
  const auto* space = inquiry.evidence.of<DiskSpace>("terminal.disk");
  Facts facts = facts_of(system == nullptr ? SystemFacts{} : *system);
  const auto writable = space == nullptr ? std::optional<bool>() : space->writable;
  if (writable == false) return raise(Verdict::attention, FindingNumber::folder_not_writable, facts);
  return good(facts.add("folder_writable", writable ? "yes" : "not_told"));
}

}  // namespace

Check rights_check() {
  return {.name = "terminal.rights",
          .question = FindingNumber::terminal_rights,
          .needs = {"terminal.disk", "terminal.system"},
          .budget = std::chrono::milliseconds{200},
          .run = ask};
}

}  // namespace onshi
