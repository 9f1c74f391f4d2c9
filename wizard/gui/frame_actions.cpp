// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the window's own buttons and keys.
#include <algorithm>

#include <wx/anybutton.h>
#include <wx/textctrl.h>

#include "wizard/gui/child.h"
#include "wizard/gui/frame.h"
#include "wizard/gui/toolkit_language.h"

namespace onshi::gui {
namespace {

int next_size(int percent) { return percent >= 200 ? 100 : percent + 50; }

/// Controls that do something of their own with the Enter key.
bool wants_enter(wxWindow* window) {
  return dynamic_cast<wxAnyButton*>(window) != nullptr || dynamic_cast<wxTextCtrl*>(window) != nullptr;
}

}  // namespace

void Frame::act(Footer::Action action) {
  switch (action) {
    case Footer::Action::back:
      return go_back();
    case Footer::Action::recheck:
      return check_now();
    case Footer::Action::stop:
      return stop_work();
    case Footer::Action::details:
      return toggle_details();
    case Footer::Action::text_size:
      return set_text_size(next_size(face_.look.percent));
    case Footer::Action::language:
      return switch_language();
    case Footer::Action::next:
      return go_on();
  }
}

void Frame::changed() {
  show_all();
  check_if_stale();
}

/// Asks again what the session no longer knows. What a person stopped stays stopped until they come back to
/// the page.
void Frame::check_if_stale() {
  if (!awake_ || !in_setup() || checker_.running(session_.current())) return;
  const StepId step = session_.current();
  if (step == StepId::done) {
    if (some_step_is_stale()) checker_.check_everything();
    return;
  }
  if (is_stale(step)) checker_.check_step(step);
}

bool Frame::is_stale(StepId step) const {
  std::size_t own = 0;
  const Plan plan = session_.plan_for(step);
  for (const Check& check : plan.checks()) {
    if (belongs_to(check.name, check.question, step)) ++own;
  }
  return session_.findings(step).size() < own;
}

bool Frame::some_step_is_stale() const {
  return std::ranges::any_of(steps_for(session_.site()),
                             [this](const Step* step) { return is_stale(step->id); });
}

void Frame::go_to(StepId step) {
  stopped_unasked_ = false;  // it is about the page that is left
  page_->leave();
  line_news_ = LineNews::none;
  checker_.stop();
  session_.set_mode("setup");
  session_.go_to(step);
  show_page();
  const auto known = session_.findings(step);
  const bool stopped = std::ranges::find(known, Verdict::cancelled, &Finding::verdict) != known.end();
  stopped ? checker_.check_step(step) : check_if_stale();
}

void Frame::begin(const std::string& mode) {
  stopped_unasked_ = false;
  page_->leave();
  line_news_ = LineNews::none;
  checker_.stop();
  session_.set_mode(mode);
  show_page();
  if (mode != "health") return;
  page_->recheck();
  page_->focus_first();
}

void Frame::go_back() {
  const auto previous = session_.previous();
  if (in_setup() && previous) return go_to(*previous);
  begin("");
}

void Frame::go_on() {
  if (!in_setup()) return;
  page_->leave();
  if (session_.current() == StepId::done) return static_cast<void>(Close());
  const auto next = session_.next();
  if (next && session_.may_go_on(session_.current())) go_to(*next);
}

void Frame::switch_language() {
  face_.language = face_.language == Language::japanese ? Language::english : Language::japanese;
  session_.set_language(std::string(name_of(face_.language)));
  set_toolkit_language(face_.language);
  rebuild();
  footer_->button(Footer::Action::language)->SetFocus();
}

void Frame::set_text_size(int percent) {
  session_.set_text_percent(percent);
  face_.look = Look::at(session_.progress().text_percent);
  rebuild();
  footer_->button(Footer::Action::text_size)->SetFocus();
}

void Frame::toggle_details() {
  face_.details = !face_.details;
  rebuild();
  footer_->button(Footer::Action::details)->SetFocus();
}

bool Frame::do_key(const wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  if (key == WXK_F5 && page_->can_recheck()) {
    check_now();
    return true;
  }
  if (key == WXK_ESCAPE && page_->busy()) {
    stop_work();
    return true;
  }
  if (event.ControlDown() && (key == '+' || key == '=' || key == WXK_NUMPAD_ADD)) {
    later([this] { set_text_size(face_.look.percent + 50); });
    return true;
  }
  if (event.ControlDown() && (key == '-' || key == WXK_NUMPAD_SUBTRACT)) {
    later([this] { set_text_size(face_.look.percent - 50); });
    return true;
  }
  if (key == WXK_PAGEUP || key == WXK_PAGEDOWN) {
    page_->ScrollPages(key == WXK_PAGEUP ? -1 : 1);
    return true;
  }
  const bool enter = key == WXK_RETURN || key == WXK_NUMPAD_ENTER;
  if (enter && footer_->can_go_on() && !wants_enter(FindFocus())) {
    later([this] { go_on(); });
    return true;
  }
  return false;
}

void Frame::on_key(wxKeyEvent& event) {
  if (!do_key(event)) event.Skip();
}

}  // namespace onshi::gui
