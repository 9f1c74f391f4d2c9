// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/pages/line_page.h"

#include <algorithm>

#include "probes/site/text.h"
#include "wizard/gui/child.h"
#include "wizard/gui/line_story.h"

namespace onshi::gui {
namespace {

constexpr const char* kVerdict = "line.verdict";
constexpr const char* kDeclared = "line.declared";

std::vector<Choice> choices(const Face& face) {
  std::vector<Choice> all;
  for (const LineKind kind : kStatableLines) {
    const std::string name(name_of(kind));
    all.push_back({name, shown(face.words.fact_value({"stated_kind", name}, face.language))});
  }
  return all;
}

}  // namespace

LinePage::LinePage(wxWindow* parent, Desk& desk) : StepPage(parent, desk, StepId::line) {
  add_findings();
  story_ = make_child<StoryCard>(content(), face(), "line.story", face().text("line.story.heading"));
  add(story_);
  add_statement();
  add_waiver();
}

void LinePage::add_statement() {
  StatedLine& draft = desk().unfinished.line;
  kind_ =
      make_child<Choices>(content(), face(), "line.stated", face().text("line.state.kind"), choices(face()));
  if (draft.kind) kind_->choose(std::string(name_of(*draft.kind)));
  kind_->on_chosen = [this](const std::string& id) {
    desk().unfinished.line.kind = line_kind_named(id);
    refresh_bar();
  };
  by_ = make_child<Field>(content(), face(), "line.stated_by", face().text("line.state.by"));
  by_->set_value(draft.by);
  by_->on_typing = [this](const std::string& typed) {
    desk().unfinished.line.by = typed;
    refresh_bar();
  };
  reason_ = make_child<Field>(content(), face(), "line.stated_reason", face().text("line.state.reason"));
  reason_->set_value(draft.reason);
  reason_->on_typing = [this](const std::string& typed) {
    desk().unfinished.line.reason = typed;
    refresh_bar();
  };
  state_it_ = make_child<ConfirmBar>(content(), face(), "line.state", face().text("line.state.button"));
  state_it_->on_press = [this] { state_it(); };
  take_back_ =
      make_child<ConfirmBar>(content(), face(), "line.take_back", face().text("line.take_back.button"));
  take_back_->on_press = [this] { take_it_back(); };
  for (Block* block : std::initializer_list<Block*>{kind_, by_, reason_, state_it_, take_back_}) {
    block->Hide();
    add(block);
  }
}

const std::optional<LineOverride>& LinePage::stated() const { return desk().session.site().line_override; }

bool LinePage::is_complete() const {
  const StatedLine& draft = desk().unfinished.line;
  return draft.kind && !is_blank(draft.by) && !is_blank(draft.reason);
}

void LinePage::state_it() {
  if (!is_complete()) return;
  const StatedLine draft = desk().unfinished.line;
  desk().unfinished.line = {.kind = draft.kind, .reason = {}, .by = draft.by};
  reason_->set_value({});
  desk().session.state_line(*draft.kind, draft.reason, draft.by);
  desk().changed();
}

void LinePage::take_it_back() {
  desk().session.take_back_line();
  desk().changed();
}

/// Where the verdict leaves a question open, where something was begun, and for the engineer always.
bool LinePage::is_wanted(const std::vector<Finding>& findings) const {
  const bool begun = !is_blank(desk().unfinished.line.reason) || reason_->holds_keyboard();
  if (face().details || begun) return true;
  return std::ranges::any_of(findings, [](const Finding& finding) {
    const bool asks = finding.verdict == Verdict::attention || finding.verdict == Verdict::unknown ||
                      finding.verdict == Verdict::fail;
    return asks && (finding.check == kVerdict || finding.check == kDeclared);
  });
}

void LinePage::refresh_bar() {
  state_it_->show(Mark::open, face().text("line.state.offer"), is_complete());
  if (stated()) take_back_->show(Mark::attention, stated_line(*stated(), face()), true);
}

/// While checks run, everything stands as it was: no letter that a person types goes astray.
void LinePage::refresh_form() {
  refresh_bar();
  if (desk().checker.running(StepId::line)) return;
  const auto findings = desk().session.findings(StepId::line);
  const auto verdict = std::ranges::find(findings, kVerdict, &Finding::check);
  story_->tell(verdict == findings.end() ? std::vector<wxString>{}
                                         : line_story(*verdict, desk().session.site(), face()));
  const bool offer = !stated() && is_wanted(findings);
  bool moved = take_back_->Show(stated().has_value());
  for (Block* block : std::initializer_list<Block*>{kind_, by_, reason_, state_it_}) {
    moved = block->Show(offer) || moved;
  }
  if (moved) arrange();
}

}  // namespace onshi::gui
