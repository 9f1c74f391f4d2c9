// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/pages/page.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "wizard/gui/child.h"
#include "wizard/words/call_centre_words.h"

namespace onshi::gui {
namespace {

constexpr int kMargin = 22;
constexpr int kScrollStep = 16;

}  // namespace

Page::Page(wxWindow* parent, Desk& desk)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      desk_(desk) {
  content_ = make_child<wxPanel>(this, wxID_ANY);
  auto* sizer = make_sizer<wxBoxSizer>(wxVERTICAL);
  sizer->Add(content_, wxSizerFlags().Expand());
  SetSizer(sizer);
  SetScrollRate(0, kScrollStep);
  ShowScrollbars(wxSHOW_SB_NEVER, wxSHOW_SB_DEFAULT);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    if (GetClientSize().GetWidth() != arranged_width_) arrange();
    event.Skip();
  });
  Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
    keep_tab_order();
    event.Skip();
  });
  Bind(EVT_WANTS_SPACE, [this](wxCommandEvent&) {
    if (!wants_space_) CallAfter([this] { settle(); });
    wants_space_ = true;
  });
}

void Page::settle() {
  if (wants_space_) arrange();
}

/// GTK's way of the Tab key leaves out a block that had nothing to stop at when it was laid; this lays it
/// anew, in the order seen, when that has changed.
void Page::keep_tab_order() {
  std::vector<bool> stops;
  std::ranges::transform(blocks_, std::back_inserter(stops), &Block::AcceptsFocusFromKeyboard);
  if (stops == tab_stops_) return;
  tab_stops_ = std::move(stops);
  for (std::size_t i = 1; i < blocks_.size(); ++i) blocks_[i]->MoveAfterInTabOrder(blocks_[i - 1]);
}

void Page::arrange() {
  wants_space_ = false;
  arranged_width_ = GetClientSize().GetWidth();
  const int width = arranged_width_ - 2 * kMargin;
  if (width <= 0) return;
  int top = kMargin - 4;
  for (Block* block : blocks_) {
    if (!block->IsShown()) continue;
    const int height = block->fit(width);
    block->SetSize(kMargin, top, width, height);
    top += height + face().look.space;
  }
  content_->SetMinSize(wxSize(arranged_width_, top + kMargin - face().look.space));
  FitInside();
  Layout();
}

std::vector<std::string> Page::call_lines() const {
  const auto findings = desk_.session.findings(StepId::terminal);
  const auto clock = std::ranges::find(findings, "terminal.clock", &Finding::check);
  return call_centre_lines(
      desk_.session.profile().call_centre, face().words, face().language,
      present_time(desk_.world->machine().now(), clock == findings.end() ? nullptr : &*clock));
}

void Page::focus_first() { content_->SetFocus(); }

}  // namespace onshi::gui
