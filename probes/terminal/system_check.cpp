// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/terminal/system_check.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace onshi {
namespace {

// As the systems name themselves; Windows with and without its maker's name, in every edition.
constexpr std::array<std::string_view, 5> kListed{"Windows 10", "Windows 11", "Microsoft Windows 10",
                                                  "Microsoft Windows 11", "Debian GNU/Linux 12"};

/// "Windows 10" is not the beginning of "Windows 100".
bool is_a(std::string_view name, std::string_view listed) {
  return name == listed || (name.starts_with(listed) && name[listed.size()] == ' ');
}

bool is_listed(std::string_view name) {
  return std::ranges::any_of(kListed, [name](std::string_view listed) { return is_a(name, listed); });
}

Facts facts_of(const SystemFacts& system) {
  return Facts{{"system", system.name}, {"kernel", system.kernel}, {"architecture", system.architecture}}.add(
      "uptime_hours", std::chrono::duration_cast<std::chrono::hours>(system.uptime).count());
}

Answer ask(const Inquiry& inquiry) {
  auto system = inquiry.world.machine().system();
  if (!system) {
    return raise(Verdict::unknown, FindingNumber::system_not_seen,
                 {{"trouble", std::string(name_of(system.error().why))}, {"error", system.error().detail}});
  }
  if (is_listed(system->name)) return good(facts_of(*system), *system);
  return raise(Verdict::attention, FindingNumber::system_not_listed, facts_of(*system), *system);
}

}  // namespace

Check system_check() {
  return {.name = "terminal.system",
          .question = FindingNumber::terminal_system,
          .budget = std::chrono::milliseconds{2000},
          .run = ask};
}

}  // namespace onshi
