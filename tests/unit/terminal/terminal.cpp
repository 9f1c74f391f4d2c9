// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/terminal/terminal.h"

#include <algorithm>
#include <stdexcept>

namespace onshi::test {
namespace {

using namespace std::chrono_literals;

Service time_service() {
  Service service;
  service.role = Service::Role::time;
  service.host = kTimeHost;
  service.port = 123;
  service.tls = false;
  return service;
}

SystemFacts invented_system() {
  SystemFacts system;
  system.name = "Debian GNU/Linux 12 (bookworm)";
  system.kernel = "6.1.0";
  system.architecture = "x86_64";
  system.user = "uketsuke";
  system.firewall = true;
  return system;
}

}  // namespace

Situation healthy_terminal() {
  Situation situation;
  situation.seen.now = std::chrono::sys_days{std::chrono::year{2027} / 4 / 1} + 9h;
  situation.seen.system = invented_system();
  situation.seen.disk =
      DiskSpace{.free_bytes = 40'000'000'000, .total_bytes = 120'000'000'000, .writable = true};
  situation.profile.services = {time_service()};
  set_name_answer(situation, NameQuestion::Type::aaaa, NameAnswer::Result::answer, {kTimeAddress});
  set_name_answer(situation, NameQuestion::Type::a, NameAnswer::Result::no_data);
  situation.seen.clock_offsets[kTimeAddress] = 120ms;
  return situation;
}

void set_name_answer(Situation& situation, NameQuestion::Type type, NameAnswer::Result result,
                     const std::vector<std::string>& addresses) {
  std::erase_if(situation.seen.names, [&](const auto& named) { return named.question.type == type; });
  NameQuestion question;
  question.name = kTimeHost;
  question.type = type;
  NameAnswer answer;
  answer.result = result;
  answer.addresses = addresses;
  situation.seen.names.push_back({question, answer});
}

Run check_terminal(const Situation& situation) {
  return run_all(terminal_checks(situation.site, situation.profile, "/srv/onshi"), situation);
}

Finding terminal_finding(const Situation& situation, const std::string& check) {
  const Run run = check_terminal(situation);
  if (const Finding* finding = run.of(check)) return *finding;
  throw std::logic_error("not in the run: " + check);
}

}  // namespace onshi::test
