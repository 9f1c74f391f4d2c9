// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/report/preparation_pages.h"

#include <fmt/format.h>

#include "probes/site/iso_day.h"
#include "wizard/report/html_report.h"

namespace onshi {
namespace {

constexpr std::string_view kStyle = R"(
body { font: 10.5pt/1.5 "Noto Sans CJK JP", "Yu Gothic UI", "Meiryo", sans-serif; color: #1f2530; max-width: 180mm; margin: 8mm auto; }
h1 { font-size: 15pt; margin: 0 0 2mm; } h2 { font-size: 11.5pt; margin: 4mm 0 1mm; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; padding: 1mm 2mm; border-bottom: .3mm solid #c5cad3; }
td.d { white-space: nowrap; font-variant-numeric: tabular-nums; } td.b { width: 6mm; font-size: 14pt; line-height: 1; }
.late { color: #a51c1c; font-weight: bold; } p.note { color: #4c5563; font-size: 9pt; }
svg { width: 100%; height: auto; } svg text { font-family: "Noto Sans CJK JP", "Yu Gothic UI", "Meiryo", sans-serif; }
@page { size: A4; margin: 12mm; } @media print { body { margin: 0 auto; } }
)";

std::string word(const PreparationView& view, const char* id) { return escape_html(view.say(id)); }

std::string heading(const PreparationView& view, const char* id) {
  return fmt::format("<h2>{}</h2>\n", word(view, id));
}

std::string page(const PreparationView& view, const char* title, const std::string& body) {
  const Facts facts{{"name", view.site.institution.name}, {"case", case_words(view)}};
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta "
      "charset=\"utf-8\">\n<title>{}</title>\n<style>{}</style>\n"
      "</head>\n<body>\n<h1>{}</h1>\n<p>{}</p>\n{}</body>\n</html>\n",
      name_of(view.language), word(view, title), kStyle, word(view, title),
      escape_html(view.say("prepare.summary", facts)), body);
}

std::string boxes(const PreparationView& view, PaperHolder holder) {
  std::string rows;
  for (const Paper& paper : view.rules().papers) {
    if (paper.holder != holder) continue;
    const bool there = view.site.preparation.papers.contains(paper.name);
    rows += fmt::format("<tr><td class=\"b\">{}</td><td>{}</td></tr>\n", there ? "&#9745;" : "&#9744;",
                        escape_html(view.value("paper_" + paper.name)));
  }
  return "<table>\n" + rows + "</table>\n";
}

std::string date_rows(const PreparationView& view) {
  std::string rows;
  int number = 0;
  for (const PlannedDay& line : view.days()) {
    rows += fmt::format(
        "<tr><td class=\"d\">{}</td><td class=\"d\">{} ({})</td><td class=\"{}\">{}</td><td>{}</td></tr>\n",
        ++number, iso_day(line.day), escape_html(weekday_words(view, line.day)), line.late > 0 ? "late" : "d",
        escape_html(meaning_words(view, line)), escape_html(milestone_words(view, line.what)));
  }
  if (rows.empty()) return fmt::format("<p>{}</p>\n", word(view, "prepare.no_dates"));
  return "<table>\n" + rows + "</table>\n" +
         fmt::format("<p class=\"note\">{}</p>\n", word(view, "prepare.estimate"));
}

std::string form_rows(const PreparationView& view) {
  std::string rows;
  for (const FormLine& line : form_lines(view)) {
    rows +=
        fmt::format("<tr><td>{}</td><td>{}</td></tr>\n", escape_html(line.field), escape_html(line.value));
  }
  if (rows.empty()) return fmt::format("<p>{}</p>\n", word(view, "prepare.not_asked"));
  return "<table>\n" + rows + "</table>\n" +
         fmt::format("<p class=\"note\">{}</p>\n", word(view, "prepare.form_copy"));
}

}  // namespace

std::string clinic_page(const PreparationView& view) {
  return page(view, "prepare.title.clinic",
              fmt::format("<p class=\"note\">{}</p>\n", word(view, "prepare.box_note")) +
                  heading(view, "prepare.heading.clinic") + boxes(view, PaperHolder::clinic) +
                  heading(view, "prepare.heading.dates") + date_rows(view) +
                  heading(view, "prepare.heading.later") + boxes(view, PaperHolder::later));
}

std::string engineer_page(const PreparationView& view) {
  return page(view, "prepare.title.engineer",
              fmt::format("<p class=\"note\">{}</p>\n", word(view, "prepare.box_note")) +
                  heading(view, "prepare.heading.engineer") + boxes(view, PaperHolder::engineer) +
                  heading(view, "prepare.heading.clinic") + boxes(view, PaperHolder::clinic) +
                  heading(view, "prepare.heading.form") + form_rows(view));
}

std::string dates_page(const PreparationView& view) {
  return page(view, "prepare.title.dates", months_picture(view) + date_rows(view));
}

std::string form_page(const PreparationView& view) {
  return page(view, "prepare.title.form", form_rows(view));
}

}  // namespace onshi
