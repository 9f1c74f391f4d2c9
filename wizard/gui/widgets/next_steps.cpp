// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/next_steps.h"

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {
namespace {

bool asks_for_something(const Finding& finding) {
  return finding.verdict == Verdict::fail || finding.verdict == Verdict::attention ||
         finding.verdict == Verdict::unknown;
}

}  // namespace

NextSteps::NextSteps(wxWindow* parent, const Face& face) : Card(parent, face) {
  const Look& look = face.look;
  heading_ = make_child<FlowText>(this, look.strong, look.palette.muted);
  contact_ = make_child<FlowText>(this, look.body, look.palette.text);
  Hide();
}

void NextSteps::say_steps(const std::vector<std::string>& steps) {
  for (FlowText* old : numbers_) old->Destroy();
  for (FlowText* old : steps_) old->Destroy();
  numbers_.clear();
  steps_.clear();
  const Look& look = face().look;
  for (const std::string& step : steps) {
    const auto number = std::to_string(steps_.size() + 1) + ".";
    numbers_.push_back(make_child<FlowText>(this, look.body, look.palette.text, shown(number)));
    steps_.push_back(make_child<FlowText>(this, look.body, look.palette.text, shown(step)));
  }
}

wxString NextSteps::contact(const Finding& finding, const FindingWords& words,
                            const std::vector<std::string>& calls) const {
  const std::string who = face().words.who(finding);
  wxString line;
  if (!who.empty())
    line = face().text("next.who", Facts{{"who", face().words.text("who." + who, face().language)}});
  if (face().words.calls_centre(finding)) {
    for (const std::string& call : calls) line += "\n" + shown(call);
  }
  if (!words.say.empty()) line += "\n" + face().text("next.say", Facts{{"say", words.say}});
  return line;
}

void NextSteps::show(const std::optional<Finding>& finding, const std::vector<std::string>& calls) {
  const bool wanted = finding && asks_for_something(*finding);
  Show(wanted);
  if (wanted) {
    const FindingWords words = face().words.of(*finding, face().language);
    const Facts number{{"number", std::to_string(static_cast<int>(finding->number))}};
    heading_->say(face().text(face().details ? "next.heading_engineer" : "next.heading", number));
    say_steps(face().details ? words.engineer : words.clinic);
    contact_->say(contact(*finding, words, calls));
    wxString all = heading_->said();
    for (const FlowText* step : steps_) all += " " + step->said();
    describe(this, "next_steps", all + " " + contact_->said());
  }
  ask_for_space();
}

int NextSteps::fit(int width) {
  const int pad = face().look.space;
  const int gap = face().look.gap;
  const int inner = width - 2 * pad;
  int top = pad - 4;
  top += heading_->place(pad, top, inner) + gap / 2;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const int number = numbers_[i]->natural_width();
    numbers_[i]->place(pad, top, number);
    top += steps_[i]->place(pad + number + gap / 2, top, inner - number - gap / 2) + gap / 2;
  }
  top += contact_->place(pad, top + gap / 2, inner) + gap / 2;
  return top + pad - 4;
}

}  // namespace onshi::gui
