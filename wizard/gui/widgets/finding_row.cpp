// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/finding_row.h"

#include <algorithm>

#include <wx/pen.h>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {
namespace {

constexpr int kPad = 10;
constexpr int kBesideFrom = 24;  // the result stands beside the title when the row is this many lines wide

int line_height(const Look& look) { return look.body.GetPixelSize().GetHeight(); }

int mark_side(const Look& look) { return line_height(look) + 2; }

}  // namespace

FindingRow::FindingRow(wxWindow* parent, const Face& face) : FocusRow(parent, face) {
  const Look& look = face.look;
  SetBackgroundColour(look.palette.card);
  number_ = make_child<FlowText>(this, look.body, look.palette.muted);
  title_ = make_child<FlowText>(this, look.body, look.palette.text);
  result_ = make_child<FlowText>(this, look.body, look.palette.muted);
  time_ = make_child<FlowText>(this, look.body, look.palette.muted);
  facts_ = make_child<FlowText>(this, look.note, look.palette.muted);
  take_clicks_of_children();
}

void FindingRow::show(const RowContent& content) {
  if (content == content_) return;
  content_ = content;
  const Palette& palette = face().look.palette;
  number_->say(content.number);
  title_->say(content.title);
  result_->say(content.result);
  time_->say(content.time);
  facts_->say(content.facts);
  facts_->Show(!content.facts.empty());
  const bool loud =
      content.mark == Mark::fault || content.mark == Mark::attention || content.mark == Mark::unknown;
  result_->SetForegroundColour(loud ? colour_of(content.mark, palette) : palette.muted);
  describe(this, "row." + content.key,
           face().text(word_of(content.mark)) + " " + content.number + " " + content.title + " " +
               content.result + " " + content.time + " " + content.facts,
           AccessibleRole::list_item);
  Refresh();
}

FindingRow::Columns FindingRow::columns(int width) const {
  const int line = line_height(face().look);
  Columns columns;
  columns.number = 2 * line;
  columns.stacked = width < kBesideFrom * line;
  columns.time = (face().details ? 13 : 7) * line / 2;
  if (columns.stacked) columns.time = std::min(columns.time, time_->natural_width());
  const int left = kPad + mark_side(face().look) + kPad + columns.number + kPad;
  const int room = width - left - kPad - columns.time - kPad;
  columns.title = columns.stacked ? room : room * 2 / 5;
  columns.result = columns.stacked ? width - left - kPad : room - columns.title - kPad;
  return columns;
}

int FindingRow::place_texts(const Columns& columns, int width) {
  const int number_left = kPad + mark_side(face().look) + kPad;
  const int left = number_left + columns.number + kPad;
  const int top = kPad - 2;
  number_->place(number_left, top, columns.number);
  const int title = title_->place(left, top, columns.title);
  const int time_width = std::min(columns.time, time_->natural_width());
  time_->place(width - kPad - time_width, top, time_width);
  int bottom = top + title;
  if (columns.stacked) {
    bottom += result_->place(left, bottom, columns.result);
  } else {
    bottom = std::max(bottom, top + result_->place(left + columns.title + kPad, top, columns.result));
  }
  if (!content_.facts.empty()) bottom += facts_->place(left, bottom + 4, width - left - kPad) + 4;
  return bottom + kPad - 2;
}

int FindingRow::fit(int width) { return place_texts(columns(width), width); }

void FindingRow::paint_on(wxGraphicsContext& canvas) {
  const Palette& palette = face().look.palette;
  const int width = GetClientSize().GetWidth();
  canvas.SetPen(wxPen(palette.edge, 1));
  canvas.StrokeLine(0, GetClientSize().GetHeight() - 0.5, width, GetClientSize().GetHeight() - 0.5);
  draw_mark(canvas, content_.mark, colour_of(content_.mark, palette), kPad, kPad - 2, mark_side(face().look));
}

}  // namespace onshi::gui
