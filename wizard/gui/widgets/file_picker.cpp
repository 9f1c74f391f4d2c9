// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/file_picker.h"

#include <wx/dnd.h>
#include <wx/filedlg.h>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {
namespace {

std::filesystem::path path_of(const wxString& name) {
  const std::string utf8 = utf8_of(name);
  return {std::u8string(utf8.begin(), utf8.end())};
}

std::vector<std::filesystem::path> paths_of(const wxArrayString& names) {
  std::vector<std::filesystem::path> paths;
  for (const wxString& name : names) paths.push_back(path_of(name));
  return paths;
}

class DropPlace : public wxFileDropTarget {
 public:
  explicit DropPlace(FilePicker& picker) : picker_(picker) {}
  bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override {
    picker_.on_files(paths_of(names));
    return true;
  }

 private:
  FilePicker& picker_;
};

}  // namespace

FilePicker::FilePicker(wxWindow* parent, const Face& face, const std::string& id, const Kinds& kinds)
    : Card(parent, face), kinds_(kinds) {
  const Look& look = face.look;
  button_ = make_child<wxButton>(this, wxID_ANY, face.text(kinds.button));
  button_->SetFont(look.body);
  describe(button_, id, face.text(kinds.button));
  button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { choose(); });
  hint_ = make_child<FlowText>(this, look.body, look.palette.muted, face.text(kinds.hint));
  state_ = make_child<FlowText>(this, look.body, look.palette.text);
}

void FilePicker::accept_drops_on(wxWindow* window) {
  window->SetDropTarget(std::make_unique<DropPlace>(*this).release());
}

void FilePicker::choose() {
  const long style = wxFD_OPEN | wxFD_FILE_MUST_EXIST | (kinds_.several ? wxFD_MULTIPLE : 0);
  wxFileDialog dialog(wxGetTopLevelParent(this), face().text("file.choose"), "", "",
                      face().text(kinds_.wildcard), style);
  if (dialog.ShowModal() != wxID_OK) return;
  wxArrayString names;
  if (kinds_.several) {
    dialog.GetPaths(names);
  } else {
    names.Add(dialog.GetPath());
  }
  on_files(paths_of(names));
}

void FilePicker::say(const wxString& state) {
  state_->say(state);
  ask_for_space();
}

int FilePicker::fit(int width) {
  const int pad = face().look.space - 2;
  const wxSize button = button_->GetBestSize();
  const bool beside = width > button.GetWidth() + 16 * button.GetHeight();
  button_->SetSize(pad, pad, button.GetWidth(), button.GetHeight());
  const int left = beside ? pad + button.GetWidth() + pad : pad;
  int top = beside ? pad : pad + button.GetHeight() + 6;
  const int room = width - left - pad;
  const int hint = hint_->fit(room);
  top += hint_->place(left, beside ? top + std::max(0, (button.GetHeight() - hint) / 2) : top, room);
  if (beside) top = std::max(top, pad + button.GetHeight());
  if (!state_->said().empty()) top += state_->place(pad, top + 6, width - 2 * pad) + 6;
  return top + pad;
}

}  // namespace onshi::gui
