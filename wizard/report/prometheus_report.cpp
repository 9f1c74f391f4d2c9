// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/report/prometheus_report.h"

#include <fmt/format.h>

namespace onshi {
namespace {

std::string label(std::string_view value) {
  std::string safe;
  for (char letter : value) {
    if (letter == '\n') {
      safe += "\\n";
      continue;
    }
    if (letter == '\\' || letter == '"') safe += '\\';
    safe += letter;
  }
  return safe;
}

double seconds(std::chrono::milliseconds time) { return static_cast<double>(time.count()) / 1000; }

std::string finding_lines(const ReportContext& context, const Finding& finding) {
  const CatalogueEntry* entry = context.words.entry(static_cast<int>(finding.number));
  return fmt::format(
      "onshi_finding{{check=\"{}\",subject=\"{}\",number=\"{}\",name=\"{}\",verdict=\"{}\"}} 1\n",
      label(finding.check), label(finding.subject), static_cast<int>(finding.number),
      entry == nullptr ? "" : label(entry->name), name_of(finding.verdict));
}

}  // namespace

std::string prometheus_report(const ReportContext& context) {
  const auto started =
      std::chrono::duration_cast<std::chrono::seconds>(context.run.started.time_since_epoch());
  std::string text = fmt::format("# TYPE onshi_verdict gauge\nonshi_verdict{{verdict=\"{}\"}} 1\n",
                                 name_of(context.run.verdict()));
  text += fmt::format("# TYPE onshi_run_timestamp_seconds gauge\nonshi_run_timestamp_seconds {}\n",
                      started.count());
  text += fmt::format("# TYPE onshi_run_duration_seconds gauge\nonshi_run_duration_seconds {:.3f}\n",
                      seconds(context.run.elapsed));
  text += "# TYPE onshi_finding gauge\n";
  for (const Finding& finding : context.run.findings) text += finding_lines(context, finding);
  return text;
}

}  // namespace onshi
