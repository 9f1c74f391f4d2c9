// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/report/preparation_view.h"

#include <fmt/format.h>

#include "probes/site/iso_day.h"

namespace onshi {
namespace {

std::string open_or(const PreparationView& view, const std::string& value) {
  return value.empty() ? view.say("prepare.open") : value;
}

std::string agreed(const PreparationView& view, bool yes) {
  return view.say(yes ? "prepare.yes" : "prepare.open");
}

std::string month_words(const PreparationView& view, const std::optional<std::chrono::year_month>& month) {
  return open_or(view, month ? iso_month(*month) : std::string());
}

std::string v6_words(const PreparationView& view) {
  const V6Declaration declared = view.site.line.v6_option;
  if (declared == V6Declaration::none) return view.say("prepare.open");
  return view.say(fmt::format("prepare.v6.{}", name_of(declared)));
}

std::string value_of(const PreparationView& view, const std::string& question) {
  const ApplicationForm& form = view.site.preparation.form;
  const DeclaredLine& line = view.site.line;
  const bool flets = line.type == LineType::ip_vpn_ntt;
  if (question == "terms") return agreed(view, form.terms_agreed);
  if (question == "prescription") return agreed(view, form.prescription_agreed);
  if (question == "line_type") {
    return line.type ? view.say(fmt::format("line.type.{}", name_of(*line.type))) : view.say("prepare.open");
  }
  if (!flets && (question == "customer_id" || question == "v6")) return view.say("prepare.not_asked");
  if (question == "customer_id") return open_or(view, line.customer_id);
  if (question == "v6") return v6_words(view);
  if (question == "start") return month_words(view, form.start);
  if (question == "test") return month_words(view, form.test);
  return form.fee ? view.value(fmt::format("fee_{}", name_of(*form.fee))) : view.say("prepare.open");
}

}  // namespace

std::string case_words(const PreparationView& view) {
  std::string all;
  for (const InstitutionCase one : view.site.preparation.cases) {
    all += (all.empty() ? "" : view.say("cli.page_separator")) +
           view.value(fmt::format("case_{}", name_of(one)));
  }
  return open_or(view, all);
}

std::string weekday_words(const PreparationView& view, std::chrono::year_month_day day) {
  const std::chrono::weekday weekday{std::chrono::sys_days{day}};
  return view.say(fmt::format("prepare.weekday.{}", weekday.c_encoding()));
}

std::string milestone_words(const PreparationView& view, Milestone what) {
  return view.value(fmt::format("milestone_{}", name_of(what)));
}

std::string meaning_words(const PreparationView& view, const PlannedDay& line) {
  std::string text = view.say(fmt::format("prepare.meaning.{}", name_of(line.meaning)));
  if (line.late == 0 || line.meaning != PlannedDay::Meaning::due) return text;
  return text + " " + view.say("prepare.late", Facts().add("days", line.late));
}

std::string date_line(const PreparationView& view, const PlannedDay& line) {
  return view.say("prepare.line", Facts{{"day", iso_day(line.day)},
                                        {"weekday", weekday_words(view, line.day)},
                                        {"meaning", meaning_words(view, line)},
                                        {"what", milestone_words(view, line.what)}});
}

std::vector<FormLine> form_lines(const PreparationView& view) {
  const auto questions = view.rules().questions;
  std::vector<FormLine> lines;
  for (const char* question :
       {"terms", "prescription", "line_type", "customer_id", "v6", "start", "test", "fee"}) {
    if (!questions.contains(question)) continue;
    const std::string shown = std::string(question) == "prescription" ? "no_prescription" : question;
    lines.push_back({view.value("form_" + shown), value_of(view, question)});
  }
  return lines;
}

}  // namespace onshi
