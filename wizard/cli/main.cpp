// SPDX-License-Identifier: GPL-3.0-or-later
// The `onshi` command: words first, then what was asked, then that one command.
#include <cstdio>
#include <cstdlib>
#include <exception>

#include <fmt/format.h>

#include "probes/world/this_program.h"
#include "probes/world/world.h"
#include "wizard/cli/commands.h"

namespace onshi {
namespace {

Refusal not_yet(const Invocation& asked, const Words& words) {
  return {words.text("cli.not_yet", asked.language, Facts{{"command", asked.named}}), Exit::wrong_input};
}

CommandResult dispatch(const Surroundings& here) {
  switch (here.asked.command) {
    case Invocation::Command::check:
      return check_command(here);
    case Invocation::Command::sheet:
      return sheet_command(here);
    case Invocation::Command::certificate:
      return certificate_command(here);
    case Invocation::Command::setup:
      return setup_command(here);
    case Invocation::Command::explain:
      return explain_command(here);
    case Invocation::Command::prepare:
      return prepare_command(here);
    case Invocation::Command::report:
      return report_command(here);
    default:
      break;
  }
  return Exit::failed;
}

CommandResult run_command(const Invocation& asked, const Words& words) {
  if (asked.command == Invocation::Command::not_yet) return std::unexpected(not_yet(asked, words));
  auto here = surroundings_for(asked, words);
  if (!here) return std::unexpected(here.error());
  const CommandResult result = dispatch(*here);
  // What was seen is kept also when the command itself found something wrong.
  if (const auto refusal = write_record(*here)) return std::unexpected(*refusal);
  return result;
}

Exit answer(const Invocation& asked, const Words& words) {
  if (asked.command == Invocation::Command::help) {
    fmt::print("{}", asked.help);
    return Exit::all_well;
  }
  if (asked.command == Invocation::Command::version) {
    fmt::print("{}\n", program_name());
    return Exit::all_well;
  }
  const CommandResult result = run_command(asked, words);
  if (result) return *result;
  fmt::print(stderr, "{}\n", result.error().text);
  return result.error().status;
}

Exit start(int argc, char** argv) {
  const std::filesystem::path assets = find_assets(this_program());
  auto words = Words::load(assets);
  if (!words) {
    // The only words that cannot come from assets/: that assets/ cannot be read.
    fmt::print(stderr, "onshi: {}:{} {}\n", words.error().file.string(), words.error().line,
               words.error().key);
    return Exit::failed;
  }
  const Language language = language_of(argc, argv);
  auto asked = parse_command_line(argc, argv, *words, language);
  if (!asked) {
    fmt::print(stderr, "{}\n", asked.error().text);
    return Exit::wrong_input;
  }
  asked->assets = assets;
  return answer(*asked, *words);
}

}  // namespace
}  // namespace onshi

int main(int argc, char** argv) {
  onshi::Exit status = onshi::Exit::failed;
  try {
    status = onshi::start(argc, argv);
  } catch (const std::exception& error) {
    std::fputs(error.what(), stderr);
    std::fputc('\n', stderr);
  }
  std::fflush(nullptr);
  // A check or a call that was left behind may still hold threads of its own.
  if (onshi::abandoned_checks() > 0 || onshi::abandoned_calls() > 0) std::_Exit(static_cast<int>(status));
  return static_cast<int>(status);
}
