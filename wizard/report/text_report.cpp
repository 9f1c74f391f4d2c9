// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/report/text_report.h"

#include <fmt/format.h>

#include "probes/site/japan_time.h"

namespace onshi {
namespace {

std::string steps(const std::vector<std::string>& lines) {
  std::string text;
  int number = 0;
  for (const std::string& line : lines) text += fmt::format("  {}. {}\n", ++number, line);
  return text;
}

std::string indented(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += fmt::format("  {}\n", line);
  return text;
}

std::string field(const Words& words, Language language, std::string_view id, const std::string& value) {
  if (value.empty()) return {};
  return fmt::format("{}: {}\n", words.text(id, language), value);
}

std::string shape_and_word(const Words& words, Language language, Verdict verdict) {
  return fmt::format("{} {}", words.text(fmt::format("shape.{}", name_of(verdict)), language),
                     words.text(fmt::format("verdict.{}", name_of(verdict)), language));
}

std::string advice(const ReportContext& context, const Finding& finding) {
  const FindingWords words = context.words.of(finding, context.language);
  const auto heading = [&](const char* id) { return context.words.text(id, context.language) + "\n"; };
  const std::string who = context.words.who(finding);
  std::string text = "\n" + heading("part.next") + steps(words.clinic);
  text += heading("part.engineer") + steps(words.engineer);
  if (!who.empty()) {
    text += field(context.words, context.language, "part.who",
                  context.words.text("who." + who, context.language));
  }
  text += indented(call_lines(context, finding));
  return text + field(context.words, context.language, "part.say", words.say);
}

std::string row(const ReportContext& context, const Finding& finding) {
  const Words& words = context.words;
  const double seconds = static_cast<double>(finding.elapsed.count()) / 1000;
  std::string text = fmt::format(
      "{} {:3} {}: {} ({:.1f} {})\n",
      words.text(fmt::format("shape.{}", name_of(finding.verdict)), context.language),
      static_cast<int>(finding.number), words.row_title(finding, context.language),
      words.row_result(finding, context.language), seconds, words.text("part.seconds", context.language));
  for (const Fact& fact : finding.facts.all()) {
    text += fmt::format("        {}: {}\n", words.fact_label(fact.key, context.language),
                        words.fact_value(fact, context.language));
  }
  return text;
}

std::string head(const ReportContext& context) {
  const auto line = [&](const char* id, const std::string& value) {
    return field(context.words, context.language, id, value);
  };
  return context.words.text("report.title", context.language) + "\n" +
         line("report.institution", context.institution.name) +
         line("report.terminal", context.institution.terminal) +
         line("report.when", iso_time(context.run.started)) +
         line("report.profile", fmt::format("{} {}", context.profile.name, context.profile.version)) +
         line("report.program", program_name());
}

}  // namespace

std::string text_report(const ReportContext& context) {
  const Summary summary = summary_of(context);
  std::string text =
      head(context) + "\n" + shape_and_word(context.words, context.language, summary.verdict) + "  ";
  if (summary.foremost != nullptr) text += fmt::format("[{}] ", static_cast<int>(summary.foremost->number));
  text += summary.title + "\n" + (summary.detail.empty() ? "" : summary.detail + "\n");
  if (summary.foremost != nullptr && summary.foremost->number != summary.foremost->question) {
    text += advice(context, *summary.foremost);
  }
  text += "\n";
  for (const Finding& finding : context.run.findings) text += row(context, finding);
  return text + "\n" + context.words.text("report.no_secrets", context.language) + "\n";
}

std::string text_explanation(const CatalogueEntry& entry, const Words& words, Language language,
                             const std::vector<std::string>& calls) {
  const FindingWords said = words.in_general(entry, language);
  std::string text = fmt::format("{} {}\n{}\n", entry.number, said.title, said.meaning);
  if (entry.is_question) return text + said.good + "\n";
  text += "\n" + words.text("part.next", language) + "\n" + steps(said.clinic);
  text += "\n" + words.text("part.engineer", language) + "\n" + steps(said.engineer) + "\n";
  text += field(words, language, "part.who", words.text("who." + entry.who, language));
  text += indented(calls);
  return text + field(words, language, "part.say", said.say);
}

}  // namespace onshi
