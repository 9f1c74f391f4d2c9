// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/reader_list.h"

#include <algorithm>

#include <fmt/format.h>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {
namespace {

const char* state_of(const ReaderEntry& entry) {
  if (entry.face) return "reader.face";
  if (!entry.plugged) return "reader.away";
  if (entry.confirmed) return entry.card ? "reader.card" : "reader.no_card";
  if (!entry.card) return "reader.put_card";
  return entry.card_read ? "reader.card_read" : "reader.card_unread";
}

}  // namespace

ReaderList::ReaderList(wxWindow* parent, const Face& face) : Card(parent, face) {
  const Look& look = face.look;
  heading_ = make_child<FlowText>(this, look.strong, look.palette.muted, face.text("reader.heading"));
  none_ = make_child<FlowText>(this, look.body, look.palette.text, face.text("reader.looking"));
}

void ReaderList::make_lines(std::size_t count) {
  while (lines_.size() > count) {
    const Line last = lines_.back();
    last.name->Destroy();
    last.state->Destroy();
    last.note->Destroy();
    last.use->Destroy();
    lines_.pop_back();
  }
  const Look& look = face().look;
  while (lines_.size() < count) {
    const std::size_t index = lines_.size();
    auto* use = make_child<wxCheckBox>(this, wxID_ANY,
                                       face().text("reader.use", Facts{{"key", std::to_string(index + 1)}}));
    use->SetFont(look.body);
    use->Bind(wxEVT_CHECKBOX, [this, index](wxCommandEvent& event) {
      on_confirm(entries_[index].reader, event.IsChecked());
    });
    lines_.push_back({make_child<FlowText>(this, look.strong, look.palette.text),
                      make_child<FlowText>(this, look.body, look.palette.muted),
                      make_child<FlowText>(this, look.body, look.palette.text), use});
  }
}

wxString ReaderList::said_of(const ReaderEntry& entry) const {
  const wxString state = face().text(state_of(entry));
  if (entry.replaces.empty()) return state;
  return state + "\n" + face().text("reader.replaces", Facts{{"reader", entry.replaces}});
}

void ReaderList::say(std::size_t index) {
  const ReaderEntry& entry = entries_[index];
  const Line& line = lines_[index];
  line.name->say(shown(entry.reader.name));
  line.state->say(said_of(entry));
  line.note->say(shown(entry.note));
  line.note->Show(!entry.note.empty());
  line.use->SetValue(entry.confirmed);
  line.use->Show(!entry.face);
  line.use->Enable(entry.confirmed || entry.card_read);
  describe(
      line.use, fmt::format("reader.use.{}", index + 1),
      wxCheckBox::GetLabelText(line.use->GetLabel()) + " " + line.name->said() + " " + line.state->said());
}

void ReaderList::show(const std::vector<ReaderEntry>& entries) {
  const wxString none = face().text("reader.none");
  if (entries == entries_ && entries.empty() == none_->IsShown() && none_->said() == none) return;
  entries_ = entries;
  none_->say(none);
  make_lines(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) say(i);
  none_->Show(entries_.empty());
  ask_for_space();
}

int ReaderList::fit(int width) {
  const int pad = face().look.space - 2;
  const int inner = width - 2 * pad;
  int top = pad;
  top += heading_->place(pad, top, inner) + 4;
  if (none_->IsShown()) top += none_->place(pad, top, inner) + 4;
  for (const Line& line : lines_) {
    const wxSize use = line.use->GetBestSize();
    const bool beside = inner > use.GetWidth() * 3;
    const int room = beside ? inner - use.GetWidth() - pad : inner;
    int texts = line.name->place(pad, top, room);
    texts += line.state->place(pad, top + texts, room);
    if (line.note->IsShown()) texts += line.note->place(pad, top + texts, room);
    line.use->SetSize(beside ? pad + room + pad : pad,
                      beside ? top + (texts - use.GetHeight()) / 2 : top + texts, use.GetWidth(),
                      use.GetHeight());
    top += (beside ? std::max(texts, use.GetHeight()) : texts + use.GetHeight()) + 8;
  }
  return top + pad - 6;
}

}  // namespace onshi::gui
