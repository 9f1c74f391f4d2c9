// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/pages/preparation_form.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "probes/site/customer_id.h"
#include "probes/site/entered_day.h"
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

std::vector<std::string> day_names() {
  std::vector<std::string> names;
  names.reserve(kDays.size());
  for (const Milestone what : kDays) names.emplace_back(name_of(what));
  return names;
}

/// 2026-12, 2026/12, 202612, 2026年12月, 令和8年12月: a day as people type it, but for the day itself.
std::optional<std::chrono::year_month> entered_month(const std::string& typed) {
  const std::string text = normalise_text(typed);
  const bool together =
      text.size() == 6 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  const auto day = entered_day(text + (together ? "01" : "/1"));
  if (!day) return std::nullopt;
  return day->year() / day->month();
}

std::string tidy_day(const std::string& typed) {
  const auto day = entered_day(typed);
  return day ? iso_day(*day) : normalise_text(typed);
}

std::string tidy_month(const std::string& typed) {
  const auto month = entered_month(typed);
  return month ? iso_month(*month) : normalise_text(typed);
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
  add(done_);
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
  field->tidy = tidy_month;
  field->on_typing = [this, field](const std::string& typed) { field->note(month_note(typed)); };
  field->on_commit = [this, month](const std::string& typed) {
    const auto entered = entered_month(typed);
    if (!entered && !is_blank(normalise_text(typed))) return;  // what was known stays
    keep([&](Preparation& preparation) { preparation.form.*month = entered; });
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
    field->note(day_note(what, field->value()));
    field->tidy = tidy_day;
    field->on_typing = [this, field, what](const std::string& typed) { field->note(day_note(what, typed)); };
    field->on_commit = [this, what](const std::string& typed) { keep_day(what, typed); };
    days_[what] = field;
  }
  done_ = make_child<Ticks>(content, face(), "preparation.done", face().text("prepare.done"),
                            choices_of(day_names(), "value.milestone_", face()));
  done_->on_tick = [this](const std::string& id, bool on) {
    keep([&](Preparation& preparation) {
      const auto noted = preparation.days.find(*milestone_named(id));
      if (noted != preparation.days.end()) noted->second.done = on;
    });
  };
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

/// A day typed up to today has happened, a later one is planned. An empty field takes it back; one that
/// cannot be read leaves what was known.
void PreparationForm::keep_day(Milestone what, const std::string& typed) {
  const auto day = entered_day(typed);
  if (!day && !is_blank(normalise_text(typed))) return;
  keep([&](Preparation& preparation) {
    if (day) preparation.days[what] = {*day, *day <= today()};
    if (!day) preparation.days.erase(what);
  });
}

/// What is noted of the day that is typed; of another day, what will be noted.
FieldNote PreparationForm::day_note(Milestone what, const std::string& typed) const {
  if (is_blank(normalise_text(typed))) return {Mark::open, face().text("prepare.day.hint")};
  const auto day = entered_day(typed);
  if (!day) return {Mark::fault, face().text("prepare.day.wrong")};
  const auto noted = known().days.find(what);
  const bool same = noted != known().days.end() && noted->second.day == *day;
  const bool done = same ? noted->second.done : *day <= today();
  if (!done && *day < today()) return {Mark::open, face().text("prepare.day.passed")};
  return {Mark::good, face().text(done ? "prepare.meaning.done" : "prepare.meaning.planned")};
}

/// A box for each day that has come: a planned one becomes done by it.
void PreparationForm::offer_done(const std::set<Milestone>& asked) {
  std::set<std::string> offered;
  std::set<std::string> ticked;
  for (const auto& [what, noted] : known().days) {
    if (!asked.contains(what) || noted.day > today()) continue;
    offered.insert(std::string(name_of(what)));
    if (noted.done) ticked.insert(std::string(name_of(what)));
  }
  done_->set(ticked);
  done_->offer(offered);
}

FieldNote PreparationForm::month_note(const std::string& typed) const {
  const std::string text = normalise_text(typed);
  if (is_blank(text)) return {Mark::open, face().text("prepare.month.hint")};
  const auto month = entered_month(text);
  if (!month) return {Mark::fault, face().text("prepare.month.wrong")};
  return {Mark::good, shown(iso_month(*month))};
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
  for (const auto& [what, field] : days_) {
    show(field, planning && rules.dates.contains(what));
    field->note(day_note(what, field->value()));
  }
  offer_done(planning ? rules.dates : std::set<Milestone>{});
  papers_->offer(planning ? paper_names(rules.papers) : std::set<std::string>{});
  show(dates_, planning);
  if (planning) dates_->say(dates_text());
}

void PreparationForm::leave() {
  for (Field* field : {again_, start_, test_}) field->commit();
  for (const auto& [what, field] : days_) field->commit();
}

}  // namespace onshi::gui
