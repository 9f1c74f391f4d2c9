// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "probes/world/files.h"
#include "wizard/cli/commands.h"
#include "wizard/report/html_report.h"
#include "wizard/report/json_report.h"
#include "wizard/report/text_report.h"

namespace onshi {

CommandResult report_command(const Surroundings& here) {
  const std::filesystem::path& output = here.asked.output;
  const Facts named{{"file", output.string()}};
  const bool html = output.extension() == ".html";
  if (!html && output.extension() != ".txt")
    return std::unexpected(Refusal{here.say("cli.report_format", named)});
  const auto json = here.store.load_run();
  const auto run = json ? run_from_json(*json) : std::nullopt;
  if (!run) return std::unexpected(Refusal{here.say(json ? "cli.run_damaged" : "cli.no_run_yet")});
  const auto site = here.store.load_site();
  const Institution institution = site ? site->institution : Institution{};
  const Profile profile = profile_from_json(*json);
  const ReportContext context{*run, institution, profile, here.words, here.asked.language};
  if (!write_file_safely(output, html ? html_report(context) : text_report(context))) {
    return std::unexpected(Refusal{here.say("cli.cannot_write", named)});
  }
  fmt::print("{}\n", here.say("cli.wrote", named));
  return Exit::all_well;
}

}  // namespace onshi
