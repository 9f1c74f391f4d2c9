// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/step_list.h"

#include <algorithm>

#include <fmt/format.h>
#include <wx/brush.h>
#include <wx/pen.h>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {
namespace {

constexpr int kPad = 8;
constexpr int kLeft = 16;

/// Above and below a row: less for larger text, so that all ten pages stay in sight.
int row_pad(const Look& look) { return look.percent > 150 ? kPad / 2 : kPad; }

int mark_side(const Look& look) { return look.note.GetPixelSize().GetHeight() + 2; }

std::string title_id(const Step& step) { return fmt::format("page.{}.short", step.name); }

}  // namespace

bool is_reachable(const Session& session, StepId step) {
  for (const Step* before : steps_for(session.site())) {
    if (before->id == step) return true;
    if (!session.may_go_on(before->id)) return false;
  }
  return false;
}

StepRow::StepRow(wxWindow* parent, const Face& face) : FocusRow(parent, face) {
  const Look& look = face.look;
  number_ = make_child<FlowText>(this, look.body, look.palette.muted);
  title_ = make_child<FlowText>(this, look.body, look.palette.text);
  word_ = make_child<FlowText>(this, look.note, look.palette.muted);
  take_clicks_of_children();
}

void StepRow::show(const Step& step, StepState state, bool current, bool reachable) {
  const Palette& palette = face().look.palette;
  step_ = step.id;
  mark_ = mark_of(state);
  current_ = current;
  const wxString number = wxString::Format("%d", step.page);
  const wxString word = face().text(word_of(mark_));
  number_->say(number);
  title_->say(face().text(title_id(step)));
  title_->SetFont(current ? face().look.strong : face().look.body);
  title_->SetForegroundColour(reachable || current ? palette.text : palette.calm);
  word_->say(mark_ == Mark::open ? wxString() : word);
  word_->SetForegroundColour(colour_of(mark_, palette));
  SetBackgroundColour(current ? palette.accent_back : palette.card);
  describe(this, fmt::format("step.{}", step.name), number + " " + title_->said() + " " + word,
           AccessibleRole::list_item);
  Refresh();
}

int StepRow::fit(int width) {
  const int number = face().look.body.GetPixelSize().GetHeight();
  const int word = word_->natural_width();
  const int left = kLeft + number + kPad;
  const int right = width - kPad - mark_side(face().look) - 4;
  const int pad = row_pad(face().look);
  const int title_height = title_->place(left, pad, right - word - left - 4);
  number_->place(kLeft, pad, number);
  word_->place(
      right - word,
      pad + (face().look.body.GetPixelSize().GetHeight() - face().look.note.GetPixelSize().GetHeight()) / 2,
      word);
  return title_height + 2 * pad;
}

void StepRow::paint_on(wxGraphicsContext& canvas) {
  const Palette& palette = face().look.palette;
  const wxSize size = GetClientSize();
  if (current_) {
    canvas.SetPen(*wxTRANSPARENT_PEN);
    canvas.SetBrush(wxBrush(palette.accent));
    canvas.DrawRectangle(0, 0, 5, size.GetHeight());
  }
  const int side = mark_side(face().look);
  draw_mark(canvas, mark_, colour_of(mark_, palette), size.GetWidth() - kPad - side,
            (size.GetHeight() - side) / 2.0, side);
}

StepList::StepList(wxWindow* parent, const Face& face) : Block(parent), face_(face) {
  SetBackgroundColour(face.look.palette.card);
  heading_ = make_child<FlowText>(this, face.look.strong, face.look.palette.muted, face.text("program.name"));
  describe(this, "steps", face.text("steps.name"), AccessibleRole::list);
}

void StepList::make_rows(std::size_t count) {
  while (rows_.size() > count) {
    rows_.back()->Destroy();
    rows_.pop_back();
  }
  while (rows_.size() < count) {
    auto* row = make_child<StepRow>(this, face_);
    row->on_act = [this, row] {
      on_chosen(row->step());
      return true;
    };
    rows_.push_back(row);
  }
  group_.take({rows_.begin(), rows_.end()});
}

void StepList::show(const Session& session, const SharedTables& tables) {
  const auto steps = steps_for(session.site());
  const bool changed = steps.size() != rows_.size();
  if (changed) make_rows(steps.size());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool current = steps[i]->id == session.current();
    const StepState state = state_with_planning(session, tables, steps[i]->id);
    rows_[i]->show(*steps[i], state, current, is_reachable(session, steps[i]->id));
    if (current) group_.stand_on(i);
  }
  fit(GetClientSize().GetWidth());
  if (changed) ask_for_space();
}

int StepList::natural_width() const {
  int widest = 0;
  for (const Step& step : all_steps()) {
    int width = 0;
    GetTextExtent(face_.text(title_id(step)), &width, nullptr, nullptr, nullptr, &face_.look.strong);
    widest = std::max(widest, width);
  }
  int word = 0;
  for (std::string_view id :
       {"verdict.ok", "verdict.attention", "verdict.fail", "verdict.running", "state.waived"}) {
    int width = 0;
    GetTextExtent(face_.text(id), &width, nullptr, nullptr, nullptr, &face_.look.note);
    word = std::max(word, width);
  }
  return kLeft + face_.look.body.GetPixelSize().GetHeight() + kPad + widest + 12 + word + 4 +
         mark_side(face_.look) + 2 * kPad;
}

int StepList::fit(int width) {
  int top = 2 * kPad;
  top += heading_->place(kLeft, top, width - 2 * kLeft) + kPad;
  for (StepRow* row : rows_) {
    const int height = row->fit(width);
    row->SetSize(0, top, width, height);
    top += height;
  }
  return top + kPad;
}

}  // namespace onshi::gui
