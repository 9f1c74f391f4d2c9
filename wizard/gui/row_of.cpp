// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/row_of.h"

#include <fmt/format.h>

#include "probes/site/japan_time.h"
#include "wizard/report/report_context.h"

namespace onshi::gui {
namespace {

std::string number_of(FindingNumber number) { return std::to_string(static_cast<int>(number)); }

wxString time_of(const Finding& finding, const Face& face) {
  if (finding.verdict == Verdict::not_run || finding.verdict == Verdict::cancelled) return {};
  if (!face.details) return face.seconds(finding.elapsed);
  const double budget = static_cast<double>(finding.budget.count()) / 1000;
  return shown(fmt::format("{:.1f} / ", static_cast<double>(finding.elapsed.count()) / 1000)) +
         shown(fmt::format("{:.1f} {}", budget, face.words.text("part.seconds", face.language)));
}

/// The engineer's reading: the check's name and each fact on a line of its own.
wxString facts_of(const Finding& finding, const Face& face) {
  std::string lines = finding.check;
  for (const Fact& fact : finding.facts.all()) {
    lines += fmt::format("\n{}: {}", face.words.fact_label(fact.key, face.language),
                         face.words.fact_value(fact, face.language));
  }
  return shown(lines);
}

Facts clock_facts(std::chrono::system_clock::time_point time) {
  const std::string iso = iso_time(time);
  const auto number = [](const std::string& digits) { return std::to_string(std::stoi(digits)); };
  return Facts{{"year", iso.substr(0, 4)},
               {"month", number(iso.substr(5, 2))},
               {"day", number(iso.substr(8, 2))},
               {"hour", number(iso.substr(11, 2))},
               {"minute", iso.substr(14, 2)}};
}

}  // namespace

RowContent row_of(const Finding& finding, const Face& face) {
  return {.key = finding.check,
          .mark = mark_of(finding.verdict),
          .number = shown(number_of(finding.number)),
          .title = shown(face.words.row_title(finding, face.language)),
          .result = shown(face.words.row_result(finding, face.language)),
          .time = time_of(finding, face),
          .facts = face.details ? facts_of(finding, face) : wxString()};
}

RowContent row_of(const Checker::Row& row, const Face& face) {
  if (row.finding) return row_of(*row.finding, face);
  const Finding asked = finding_for(row, Verdict::not_run);
  RowContent content{.key = row.check,
                     .mark = row.began ? Mark::running : Mark::open,
                     .number = shown(number_of(row.question)),
                     .title = shown(face.words.row_title(asked, face.language)),
                     .result = face.text(row.began ? "verdict.running" : "row.waiting"),
                     .time = {},
                     .facts = {}};
  if (row.began) {
    content.time = face.seconds(
        std::chrono::duration_cast<std::chrono::milliseconds>(Checker::Clock::now() - *row.began));
  }
  return content;
}

BannerContent running_banner(std::chrono::milliseconds elapsed, const Face& face) {
  const Facts facts{{"seconds", std::to_string(elapsed.count() / 1000)}};
  return {Mark::running, face.text("banner.running"), face.text("banner.running.detail", facts), {}};
}

BannerContent verdict_banner(const Run& run, const Institution& institution, const Profile& profile,
                             const Face& face) {
  const Summary summary = summary_of({run, institution, profile, face.words, face.language});
  return {mark_of(summary.verdict), shown(summary.title), shown(summary.detail),
          summary.foremost == nullptr ? wxString() : shown(number_of(summary.foremost->number))};
}

wxString day_and_time(std::chrono::system_clock::time_point time, const Face& face) {
  return face.text("time.day_and_time", clock_facts(time));
}

wxString day(std::chrono::system_clock::time_point time, const Face& face) {
  return face.text("time.day", clock_facts(time));
}

}  // namespace onshi::gui
