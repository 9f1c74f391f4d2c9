// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/report_bar.h"

#include <algorithm>

#include <wx/filedlg.h>

#include "probes/site/japan_time.h"
#include "probes/world/files.h"
#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"
#include "wizard/report/html_report.h"

namespace onshi::gui {

ReportBar::ReportBar(wxWindow* parent, Desk& desk, std::function<Run()> run)
    : Card(parent, desk.face), desk_(desk), run_(std::move(run)) {
  save_ = make_child<wxButton>(this, wxID_ANY, face().text("report.save"));
  save_->SetFont(face().look.body);
  describe(save_, "report.save", wxButton::GetLabelText(face().text("report.save")));
  save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { choose_place(); });
  state_ =
      make_child<FlowText>(this, face().look.body, face().look.palette.text, face().text("report.offer"));
}

void ReportBar::choose_place() {
  const auto now = desk_.world->machine().now();
  wxFileDialog dialog(wxGetTopLevelParent(this), wxButton::GetLabelText(face().text("report.save")), "",
                      "onshi-" + shown(iso_date(now)) + ".html", face().text("report.wildcard"),
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() == wxID_OK) save(dialog.GetPath());
}

void ReportBar::save(const wxString& path) {
  const Run run = run_();
  const ReportContext context{run, desk_.session.site().institution, desk_.session.profile(), face().words,
                              face().language};
  const std::string name = utf8_of(path);
  const auto written = write_file_safely(std::u8string(name.begin(), name.end()), html_report(context));
  const char* said = written ? "report.saved" : "report.not_saved";
  state_->say(face().text(said, Facts{{"file", name}}));
  ask_for_space();
}

int ReportBar::fit(int width) {
  const int pad = face().look.space - 2;
  const wxSize button = save_->GetBestSize();
  const bool beside = width > button.GetWidth() * 2 + 4 * pad;
  save_->SetSize(pad, pad, button.GetWidth(), button.GetHeight());
  const int left = beside ? pad + button.GetWidth() + pad : pad;
  const int room = width - left - pad;
  const int text = state_->fit(room);
  const int top = beside ? pad + std::max(0, (button.GetHeight() - text) / 2) : pad + button.GetHeight() + 6;
  state_->place(left, top, room);
  return std::max(top + text, pad + button.GetHeight()) + pad;
}

}  // namespace onshi::gui
