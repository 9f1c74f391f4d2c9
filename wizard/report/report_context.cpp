// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/report/report_context.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "wizard/words/call_centre_words.h"

namespace onshi {
namespace {

bool needs_somebody(const Finding& finding) {
  return finding.verdict != Verdict::ok && finding.verdict != Verdict::not_run &&
         finding.verdict != Verdict::cancelled;
}

std::string others(const ReportContext& context, const Finding* foremost) {
  int count = 0;
  std::vector<int> numbers;
  for (const Finding& finding : context.run.findings) {
    if (&finding == foremost || !needs_somebody(finding)) continue;
    ++count;
    const int number = static_cast<int>(finding.number);
    if (std::ranges::find(numbers, number) == numbers.end()) numbers.push_back(number);
  }
  if (count == 0) return {};
  return context.words.text(
      "summary.more", context.language,
      Facts().add("count", count).add("numbers", fmt::format("{}", fmt::join(numbers, ", "))));
}

/// Nothing wrong was found, but it was not looked at everything: that comes before any single row.
std::optional<Summary> cut_short(const ReportContext& context, const Finding* foremost) {
  if (foremost != nullptr && foremost->verdict == Verdict::fail) return std::nullopt;
  const auto say = [&](const char* id, std::ptrdiff_t count) {
    return context.words.text(id, context.language, Facts().add("count", count));
  };
  const Verdict verdict = context.run.verdict();
  const auto stopped = std::ranges::count(context.run.findings, Verdict::cancelled, &Finding::verdict);
  if (stopped > 0) {
    return Summary{verdict, say("summary.stopped", stopped), say("summary.stopped.count", stopped), nullptr};
  }
  if (!context.run.out_of_time) return std::nullopt;
  const auto open = context.run.unfinished();
  return Summary{verdict, say("summary.out_of_time", open), say("summary.out_of_time.count", open), nullptr};
}

Summary well(const ReportContext& context) {
  const auto seconds = static_cast<double>(context.run.elapsed.count()) / 1000;
  Facts facts;
  facts.add("count", std::ssize(context.run.findings))
      .add("seconds", fmt::format("{:.{}f}", seconds, seconds < 0.1 ? 2 : 1));
  return {Verdict::ok, context.words.text("summary.ok", context.language),
          context.words.text("summary.ok.count", context.language, facts), nullptr};
}

}  // namespace

std::string program_name() { return fmt::format("onshi {}", ONSHI_VERSION); }

std::optional<PresentTime> present_time(const ReportContext& context) {
  if (!context.now) return std::nullopt;
  return present_time(*context.now, context.run.of("terminal.clock"));
}

std::vector<std::string> call_lines(const ReportContext& context, const Finding& finding) {
  if (!context.words.calls_centre(finding)) return {};
  return call_centre_lines(context.profile.call_centre, context.words, context.language,
                           present_time(context));
}

Summary summary_of(const ReportContext& context) {
  const Verdict verdict = context.run.verdict();
  if (context.run.findings.empty())
    return {verdict, context.words.text("summary.nothing", context.language), "", nullptr};
  const Finding* foremost = context.run.foremost();
  if (auto summary = cut_short(context, foremost)) return *std::move(summary);
  if (foremost == nullptr) {
    if (verdict == Verdict::ok) return well(context);
    return {verdict, context.words.text("summary.not_all", context.language), "", nullptr};
  }
  FindingWords words = context.words.of(*foremost, context.language);
  const std::string rest = others(context, foremost);
  const std::string between = rest.empty() || context.language == Language::japanese ? "" : " ";
  return {verdict, words.title, words.meaning + between + rest, foremost};
}

}  // namespace onshi
