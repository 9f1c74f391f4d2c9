// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/report/html_report.h"

#include <fmt/format.h>

#include "probes/site/japan_time.h"

namespace onshi {
namespace {

constexpr std::string_view kStyle = R"(
body { font: 11pt/1.6 "Noto Sans CJK JP", "Yu Gothic UI", "Meiryo", sans-serif; color: #1f2530; max-width: 46rem; margin: 1.5rem auto; padding: 0 1rem; }
h1 { font-size: 15pt; } h2 { font-size: 12pt; margin: 1rem 0 .3rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0; } dt { color: #4c5563; } dd { margin: 0; overflow-wrap: anywhere; }
.banner { display: flex; align-items: center; gap: 1rem; border: 2px solid; border-radius: 8px; padding: .7rem 1rem; margin: 1rem 0; }
.banner b { font-size: 14pt; } .shape { font-size: 24pt; } .number { margin-left: auto; font-size: 24pt; letter-spacing: .1em; }
.ok { border-color: #17633a; background: #e8f5ec; } .fail { border-color: #a51c1c; background: #fdeaea; }
.attention { border-color: #8a5a00; background: #fff6e0; } .unknown, .not_run, .cancelled { border-color: #4c5563; background: #f1f3f6; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid #d5d9e0; overflow-wrap: anywhere; }
td.n, td.s { white-space: nowrap; font-variant-numeric: tabular-nums; } small { color: #4c5563; display: block; }
tr { break-inside: avoid; } @page { size: A4; margin: 15mm; }
)";

std::string word(const ReportContext& context, std::string_view id) {
  return escape_html(context.words.text(id, context.language));
}

std::string shape(const ReportContext& context, Verdict verdict) {
  return word(context, fmt::format("shape.{}", name_of(verdict)));
}

std::string pair(const ReportContext& context, std::string_view id, const std::string& value) {
  return value.empty() ? "" : fmt::format("<dt>{}</dt><dd>{}</dd>\n", word(context, id), escape_html(value));
}

std::string head(const ReportContext& context) {
  return "<dl>\n" + pair(context, "report.institution", context.institution.name) +
         pair(context, "report.terminal", context.institution.terminal) +
         pair(context, "report.when", iso_time(context.run.started)) +
         pair(context, "report.profile",
              fmt::format("{} {}", context.profile.name, context.profile.version)) +
         pair(context, "report.program", program_name()) + "</dl>\n";
}

std::string banner(const ReportContext& context, const Summary& summary) {
  std::string number;
  if (summary.foremost != nullptr) {
    number = fmt::format("<span class=\"number\">{}</span>", static_cast<int>(summary.foremost->number));
  }
  return fmt::format(
      "<div class=\"banner {0}\"><span "
      "class=\"shape\">{1}</span><span>{2}<br><b>{3}</b><br>{4}</span>{5}</div>\n",
      name_of(summary.verdict), shape(context, summary.verdict),
      word(context, fmt::format("verdict.{}", name_of(summary.verdict))), escape_html(summary.title),
      escape_html(summary.detail), number);
}

std::string steps(const ReportContext& context, std::string_view heading,
                  const std::vector<std::string>& lines) {
  if (lines.empty()) return {};
  std::string html = fmt::format("<h2>{}</h2>\n<ol>\n", word(context, heading));
  for (const std::string& line : lines) html += fmt::format("<li>{}</li>\n", escape_html(line));
  return html + "</ol>\n";
}

std::string advice(const ReportContext& context, const Finding& finding) {
  const FindingWords words = context.words.of(finding, context.language);
  const std::string who = context.words.who(finding);
  std::string html =
      steps(context, "part.next", words.clinic) + steps(context, "part.engineer", words.engineer);
  html += "<dl>\n";
  if (!who.empty()) html += pair(context, "part.who", context.words.text("who." + who, context.language));
  html += pair(context, "part.say", words.say) + "</dl>\n";
  for (const std::string& line : call_lines(context, finding)) {
    html += fmt::format("<p>{}</p>\n", escape_html(line));
  }
  return html;
}

std::string row(const ReportContext& context, const Finding& finding) {
  std::string facts;
  for (const Fact& fact : finding.facts.all()) {
    facts += fmt::format("<small>{}: {}</small>",
                         escape_html(context.words.fact_label(fact.key, context.language)),
                         escape_html(context.words.fact_value(fact, context.language)));
  }
  return fmt::format(
      "<tr><td class=\"n\">{} {}</td><td>{}</td><td>{}{}</td><td class=\"s\">{:.1f} {}</td></tr>\n",
      shape(context, finding.verdict), static_cast<int>(finding.number),
      escape_html(context.words.row_title(finding, context.language)),
      escape_html(context.words.row_result(finding, context.language)), facts,
      static_cast<double>(finding.elapsed.count()) / 1000, word(context, "part.seconds"));
}

std::string table(const ReportContext& context) {
  std::string html = fmt::format("<h2>{}</h2>\n<table>\n", word(context, "part.facts"));
  for (const Finding& finding : context.run.findings) html += row(context, finding);
  return html + "</table>\n";
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string safe;
  for (char letter : text) {
    switch (letter) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += letter;
    }
  }
  return safe;
}

std::string html_report(const ReportContext& context) {
  const Summary summary = summary_of(context);
  const std::string title = word(context, "report.title");
  std::string html = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta "
      "charset=\"utf-8\">\n<title>{}</title>\n<style>{}</style>\n"
      "</head>\n<body>\n<h1>{}</h1>\n",
      name_of(context.language), title, kStyle, title);
  html += head(context) + banner(context, summary);
  if (summary.foremost != nullptr && summary.foremost->number != summary.foremost->question) {
    html += advice(context, *summary.foremost);
  }
  html += table(context) + fmt::format("<p>{}</p>\n", word(context, "report.no_secrets"));
  return html + "</body>\n</html>\n";
}

}  // namespace onshi
