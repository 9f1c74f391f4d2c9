// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>

#include "probes/world/files.h"
#include "wizard/cli/commands.h"
#include "wizard/report/html_report.h"
#include "wizard/report/json_report.h"
#include "wizard/report/text_report.h"

namespace onshi {
namespace {

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

/// A damaged record takes the institution's name from the report, but not the report itself.
std::optional<Refusal> unreadable_site(const Surroundings& here) {
  const auto site = here.store.load_site();
  const bool damaged = !site && site.error().what != FileFault::What::unreadable;
  return damaged ? std::nullopt : unusable_site(here);
}

}  // namespace

CommandResult report_command(const Surroundings& here) {
  const std::filesystem::path& output = here.asked.output;
  const Facts named{{"file", output.string()}};
  const std::string form = lower_case(output.extension().string());
  const bool html = form == ".html";
  if (!html && form != ".txt") return std::unexpected(Refusal{here.say("cli.report_format", named)});
  if (const auto refusal = unreadable_site(here)) return std::unexpected(*refusal);
  const auto json = here.store.load_run();
  const auto run = json ? run_from_json(*json) : std::nullopt;
  if (!run) return std::unexpected(Refusal{here.say(json ? "cli.run_damaged" : "cli.no_run_yet")});
  const auto site = here.store.load_site();
  const Institution institution = site ? site->institution : Institution{};
  Profile profile = profile_from_json(*json);
  profile.call_centre = here.profile.call_centre;
  const ReportContext context{*run, institution, profile, here.words, here.asked.language};
  if (!write_file_safely(output, html ? html_report(context) : text_report(context))) {
    return std::unexpected(Refusal{here.say("cli.cannot_write", named)});
  }
  fmt::print("{}\n", here.say("cli.wrote", named));
  return Exit::all_well;
}

}  // namespace onshi
