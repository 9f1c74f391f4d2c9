// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/report/preparation_report.h"

#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "probes/site/iso_day.h"
#include "wizard/report/answer_report.h"

namespace onshi {
namespace {

std::string heading(const PreparationView& view, const char* id) { return "\n" + view.say(id) + "\n"; }

std::string dates(const PreparationView& view) {
  const auto days = view.days();
  if (days.empty()) return "  " + view.say("prepare.no_dates") + "\n";
  std::string text;
  for (const PlannedDay& line : days) text += date_line(view, line) + "\n";
  return text + "  " + view.say("prepare.estimate") + "\n";
}

std::string form(const PreparationView& view) {
  std::string text;
  for (const FormLine& line : form_lines(view)) text += fmt::format("  {}: {}\n", line.field, line.value);
  if (text.empty()) return "  " + view.say("prepare.not_asked") + "\n";
  return text + "  " + view.say("prepare.form_copy") + "\n";
}

std::string papers(const PreparationView& view, PaperHolder holder) {
  std::string text;
  for (const Paper& paper : view.rules().papers) {
    if (paper.holder != holder) continue;
    const bool there = view.site.preparation.papers.contains(paper.name);
    text += fmt::format("  [{}] {}\n", there ? "x" : " ", view.value("paper_" + paper.name));
  }
  return text;
}

std::string pages(const PreparationView& view) {
  std::string text;
  for (const std::string& page : view.rules().pages) {
    text +=
        (text.empty() ? "  " : view.say("cli.page_separator")) + view.say(fmt::format("page.{}.title", page));
  }
  return text + "\n";
}

std::string answers(const PreparationView& view) {
  std::vector<const AskedAnswer*> asked;
  for (const std::string& id : view.rules().answers) {
    if (const AskedAnswer* answer = view.book.with_id(id)) asked.push_back(answer);
  }
  const std::string text = text_questions(asked, view.words, view.language);
  return text.empty() ? text : "\n" + text;
}

nlohmann::ordered_json json_days(const PreparationView& view) {
  nlohmann::ordered_json days = nlohmann::ordered_json::array();
  for (const PlannedDay& line : view.days()) {
    nlohmann::ordered_json day;
    day["what"] = name_of(line.what);
    day["meaning"] = name_of(line.meaning);
    day["day"] = iso_day(line.day);
    day["late_working_days"] = line.late;
    days.push_back(std::move(day));
  }
  return days;
}

nlohmann::ordered_json json_papers(const PreparationView& view) {
  constexpr std::array kHolders{"clinic", "engineer", "later"};
  nlohmann::ordered_json papers = nlohmann::ordered_json::array();
  for (const Paper& paper : view.rules().papers) {
    papers.push_back({{"name", paper.name},
                      {"holder", kHolders.at(static_cast<std::size_t>(paper.holder))},
                      {"at_hand", view.site.preparation.papers.contains(paper.name)}});
  }
  return papers;
}

}  // namespace

std::string preparation_text(const PreparationView& view) {
  std::string text = heading(view, "prepare.heading.case") + "  " + case_words(view) + "\n";
  text += heading(view, "prepare.heading.dates") + dates(view);
  text += heading(view, "prepare.heading.form") + form(view);
  text += heading(view, "prepare.heading.clinic") + papers(view, PaperHolder::clinic);
  text += heading(view, "prepare.heading.engineer") + papers(view, PaperHolder::engineer);
  text += heading(view, "prepare.heading.later") + papers(view, PaperHolder::later);
  text += heading(view, "prepare.heading.pages") + pages(view);
  return text + answers(view);
}

std::string with_preparation(const std::string& json_report, const PreparationView& view) {
  auto json = nlohmann::ordered_json::parse(json_report);
  nlohmann::ordered_json preparation;
  preparation["cases"] = nlohmann::ordered_json::array();
  for (const InstitutionCase one : view.site.preparation.cases) preparation["cases"].push_back(name_of(one));
  preparation["days"] = json_days(view);
  preparation["papers"] = json_papers(view);
  preparation["pages"] = view.rules().pages;
  preparation["answers"] = view.rules().answers;
  json["preparation"] = std::move(preparation);
  return json.dump(2) + "\n";
}

}  // namespace onshi
