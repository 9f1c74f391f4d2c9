// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/terminal/protection_check.h"

namespace onshi {
namespace {

Answer ask(const Inquiry& inquiry) {
  const auto* system = inquiry.evidence.of<SystemFacts>("terminal.system");
  const auto firewall = system == nullptr ? std::optional<bool>() : system->firewall;
  if (firewall == false) {
    return raise(Verdict::attention, FindingNumber::firewall_off, {{"firewall", "switched_off"}});
  }
  return good({{"firewall", firewall ? "switched_on" : "not_told"}});
}

}  // namespace

Check protection_check() {
  return {.name = "terminal.protection",
          .question = FindingNumber::terminal_protection,
          .needs = {"terminal.system"},
          .budget = std::chrono::milliseconds{200},
          .run = ask};
}

}  // namespace onshi
