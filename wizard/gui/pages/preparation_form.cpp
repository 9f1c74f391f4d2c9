// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/pages/preparation_form.h"

#include <algorithm>

#include <fmt/format.h>

#include "probes/site/customer_id.h"
#include "probes/site/iso_day.h"
#include "probes/site/japan_time.h"
#include "probes/site/text.h"
#include "wizard/gui/child.h"
#include "wizard/gui/preparation_state.h"
#include "wizard/report/preparation_view.h"

namespace onshi::gui {
namespace {

constexpr std::array kDays{Milestone::installation,       Milestone::reader_order,
                           Milestone::reader_arrival,     Milestone::vendor_order,
                           Milestone::code_change,        Milestone::line_removal,
                           Milestone::customer_id_change, Milestone::application,
                           Milestone::master_account,     Milestone::certificate_application,
                           Milestone::certificate_notice, Milestone::opening};
constexpr int kDayColumns = 12;
constexpr int kCustomerColumns = 18;

std::vector<Choice> case_choices(const Desk& desk, bool beside) {
  std::vector<Choice> choices;
  for (const InstitutionCase one : all_institution_cases()) {
    if (desk.tables->row_of(one).beside != beside) continue;
    choices.push_back(
        {std::string(name_of(one)), desk.face.text(fmt::format("value.case_{}", name_of(one)))});
  }
  return choices;
}

template <typename Values>
std::vector<Choice> choices_of(const Values& values, std::string_view prefix, const Face& face) {
  std::vector<Choice> choices;
  choices.reserve(values.size());
  for (const std::string& value : values)
    choices.push_back({value, face.text(fmt::format("{}{}", prefix, value))});
  return choices;
}

std::set<std::string> paper_names(const std::vector<Paper>& papers) {
  std::set<std::string> names;
  for (const Paper& paper : papers) {
    if (paper.holder != PaperHolder::later) names.insert(paper.name);
  }
  return names;
}

void show(wxWindow* block, bool wanted) {
  if (block->IsShown() != wanted) block->Show(wanted);
}

}  // namespace

PreparationForm::PreparationForm(wxWindow* content, Desk& desk, const std::function<void(Block*)>& add)
    : desk_(desk) {
  make_cases(content);
  make_form(content);
  make_days(content);
  make_papers(content);
  dates_ = make_child<TextBlock>(content, face(), wxString());
  for (Block* block : std::initializer_list<Block*>{case_, beside_, agreed_, again_, start_, test_, fee_})
    add(block);
  for (const Milestone what : kDays) add(days_.at(what));
  add(papers_);
  add(dates_);
}

void PreparationForm::make_cases(wxWindow* content) {
  case_ = make_child<Choices>(content, face(), "preparation.case", face().text("prepare.heading.case"),
                              case_choices(desk_, false));
  case_->on_chosen = [this](const std::string& id) { choose_case(*institution_case_named(id)); };
  if (const auto one = main_case(*desk_.tables, known().cases)) case_->choose(std::string(name_of(*one)));
  beside_ = make_child<Ticks>(content, face(), "preparation.beside", face().text("prepare.beside"),
                              case_choices(desk_, true));
  std::set<std::string> ticked;
  for (const InstitutionCase one : known().cases) ticked.insert(std::string(name_of(one)));
  beside_->set(ticked);
  beside_->on_tick = [this](const std::string& id, bool on) {
    keep([&](Preparation& preparation) {
      if (on) preparation.cases.insert(*institution_case_named(id));
      if (!on) preparation.cases.erase(*institution_case_named(id));
    });
  };
}

void PreparationForm::make_form(wxWindow* content) {
  agreed_ = make_child<Ticks>(
      content, face(), "preparation.agreed", face().text("prepare.heading.form"),
      choices_of(std::vector<std::string>{"terms", "no_prescription"}, "value.form_", face()));
  if (known().form.terms_agreed) agreed_->set({"terms"});
  agreed_->on_tick = [this](const std::string& id, bool on) {
    keep([&](Preparation& preparation) {
      (id == "terms" ? preparation.form.terms_agreed : preparation.form.prescription_agreed) = on;
    });
  };
  again_ = make_child<Field>(content, face(), "preparation.customer_id_again",
                             face().text("prepare.customer_again"), kCustomerColumns);
  again_->fixed_width();
  again_->set_value(known().form.customer_id_again);
  again_->tidy = [](const std::string& typed) { return normalise_customer_id(typed); };
  again_->on_commit = [this](const std::string& typed) {
    keep(
        [&](Preparation& preparation) { preparation.form.customer_id_again = normalise_customer_id(typed); });
  };
  start_ = make_month(content, "start", &ApplicationForm::start);
  test_ = make_month(content, "test", &ApplicationForm::test);
  fee_ = make_child<Choices>(content, face(), "preparation.fee", face().text("value.form_fee"),
                             choices_of(std::vector<std::string>{"1", "2"}, "value.fee_", face()));
  if (known().form.fee) fee_->choose(std::string(name_of(*known().form.fee)));
  fee_->on_chosen = [this](const std::string& id) {
    keep([&](Preparation& preparation) { preparation.form.fee = fee_payment_named(id); });
  };
}

Field* PreparationForm::make_month(wxWindow* content, const std::string& id,
                                   std::optional<std::chrono::year_month> ApplicationForm::* month) {
  auto* field = make_child<Field>(content, face(), "preparation." + id,
                                  face().text(fmt::format("value.form_{}", id)), kDayColumns);
  if (const auto known_month = known().form.*month) field->set_value(iso_month(*known_month));
  field->note(month_note(field->value()));
  field->tidy = [](const std::string& typed) { return normalise_text(typed); };
  field->on_typing = [this, field](const std::string& typed) { field->note(month_note(typed)); };
  field->on_commit = [this, month](const std::string& typed) {
    keep([&](Preparation& preparation) { preparation.form.*month = parse_iso_month(normalise_text(typed)); });
  };
  return field;
}

void PreparationForm::make_days(wxWindow* content) {
  for (const Milestone what : kDays) {
    auto* field =
        make_child<Field>(content, face(), fmt::format("preparation.day.{}", name_of(what)),
                          face().text(fmt::format("value.milestone_{}", name_of(what))), kDayColumns);
    const auto noted = known().days.find(what);
    if (noted != known().days.end()) field->set_value(iso_day(noted->second.day));
    field->note(day_note(field->value()));
    field->tidy = [](const std::string& typed) { return normalise_text(typed); };
    field->on_typing = [this, field](const std::string& typed) { field->note(day_note(typed)); };
    field->on_commit = [this, what](const std::string& typed) { keep_day(what, typed); };
    days_[what] = field;
  }
}

void PreparationForm::make_papers(wxWindow* content) {
  std::vector<std::string> names;
  for (const Paper& paper : desk_.tables->papers) {
    if (paper.holder != PaperHolder::later) names.push_back(paper.name);
  }
  papers_ = make_child<Ticks>(content, face(), "preparation.paper", face().text("prepare.at_hand"),
                              choices_of(names, "value.paper_", face()));
  papers_->set(known().papers);
  papers_->on_tick = [this](const std::string& id, bool on) {
    keep([&](Preparation& preparation) {
      if (on) preparation.papers.insert(id);
      if (!on) preparation.papers.erase(id);
    });
  };
}

void PreparationForm::keep(const std::function<void(Preparation&)>& change) {
  Preparation preparation = known();
  change(preparation);
  desk_.session.set_preparation(std::move(preparation));
  desk_.changed();
}

void PreparationForm::choose_case(InstitutionCase one) {
  keep([&](Preparation& preparation) {
    std::erase_if(preparation.cases,
                  [this](InstitutionCase other) { return !desk_.tables->row_of(other).beside; });
    preparation.cases.insert(one);
  });
}

/// A day up to today has happened, a later one is planned; an empty field takes it back.
void PreparationForm::keep_day(Milestone what, const std::string& typed) {
  const auto day = parse_iso_day(normalise_text(typed));
  keep([&](Preparation& preparation) {
    if (day) preparation.days[what] = {*day, *day <= today()};
    if (!day) preparation.days.erase(what);
  });
}

FieldNote PreparationForm::day_note(const std::string& typed) const {
  const std::string text = normalise_text(typed);
  if (is_blank(text)) return {Mark::open, face().text("prepare.day.hint")};
  const auto day = parse_iso_day(text);
  if (!day) return {Mark::fault, face().text("prepare.day.wrong")};
  return {Mark::good, face().text(*day <= today() ? "prepare.meaning.done" : "prepare.meaning.planned")};
}

FieldNote PreparationForm::month_note(const std::string& typed) const {
  const std::string text = normalise_text(typed);
  if (is_blank(text)) return {Mark::open, face().text("prepare.month.hint")};
  if (!parse_iso_month(text)) return {Mark::fault, face().text("prepare.month.wrong")};
  return {Mark::good, shown(text)};
}

bool PreparationForm::is_planning() const { return main_case(*desk_.tables, known().cases).has_value(); }

std::chrono::year_month_day PreparationForm::today() const { return japan_day(desk_.world->machine().now()); }

std::vector<Finding> PreparationForm::findings() const {
  auto findings = planning_findings(desk_.session, desk_.tables);
  std::ranges::reverse(findings);  // a page puts each of its own before the others
  return findings;
}

wxString PreparationForm::dates_text() const {
  static const AnswerBook kNone;
  const PreparationView view{desk_.session.site(), *desk_.tables,   kNone,
                             face().words,         face().language, today()};
  std::string text = view.say("prepare.heading.dates");
  const auto days = view.days();
  for (const PlannedDay& line : days) text += "\n" + date_line(view, line);
  return shown(text + "\n" + view.say(days.empty() ? "prepare.no_dates" : "prepare.estimate"));
}

void PreparationForm::refresh() {
  const bool planning = is_planning();
  const CaseRules rules = desk_.tables->rules_for(known().cases);
  const auto asks = [&](const char* question) { return planning && rules.questions.contains(question); };
  show(beside_, planning);
  agreed_->offer(asks("terms") ? std::set<std::string>{"terms"} : std::set<std::string>{});
  show(again_, asks("customer_id") && desk_.session.site().line.type == LineType::ip_vpn_ntt);
  show(start_, asks("start"));
  show(test_, asks("test"));
  show(fee_, asks("fee"));
  for (const auto& [what, field] : days_) show(field, planning && rules.dates.contains(what));
  papers_->offer(planning ? paper_names(rules.papers) : std::set<std::string>{});
  show(dates_, planning);
  if (planning) dates_->say(dates_text());
}

void PreparationForm::leave() {
  for (Field* field : {again_, start_, test_}) field->commit();
  for (const auto& [what, field] : days_) field->commit();
}

}  // namespace onshi::gui
