// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/account_slip.h"

#include <algorithm>

#include <fmt/format.h>
#include <wx/button.h>
#include <wx/cmndata.h>
#include <wx/print.h>
#include <wx/printdlg.h>
#include <wx/scrolwin.h>
#include <wx/stattext.h>

#include "probes/site/strong_password.h"
#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {
namespace {

constexpr int kMargin = 22;
constexpr int kScrollStep = 16;
constexpr int kReadable = 760;    // pixels in which the sentences wrap
constexpr int kPaperWidth = 794;  // A4 in points of a screen
constexpr int kPaperHeight = 1123;
constexpr int kPaperMargin = 60;
constexpr int kLine = 34;

struct SlipRow {
  wxString role;
  wxString name;
  const Secret* password;
};

wxString characters_of(const Secret& secret) {
  return secret.reveal([](std::string_view characters) { return shown(characters); });
}

/// One page; more accounts than fit on it stand on the next.
class SlipPrintout : public wxPrintout {
 public:
  SlipPrintout(const Face& face, const wxString& heading, std::vector<SlipRow> rows)
      : wxPrintout(heading), face_(face), heading_(heading), rows_(std::move(rows)) {}

  bool HasPage(int page) override { return page >= 1 && page <= pages(); }
  void GetPageInfo(int* first, int* last, int* from, int* to) override {
    *first = *from = 1;
    *last = *to = pages();
  }
  bool OnPrintPage(int page) override {
    wxDC* dc = GetDC();
    if (dc == nullptr) return false;
    FitThisSizeToPage(wxSize(kPaperWidth, kPaperHeight));
    draw_head(*dc);
    for (std::size_t i = 0; i < kRowsOnPage; ++i) {
      const std::size_t number = static_cast<std::size_t>(page - 1) * kRowsOnPage + i;
      if (number < rows_.size()) draw_row(*dc, rows_[number], static_cast<int>(i));
    }
    return true;
  }

 private:
  static constexpr std::size_t kRowsOnPage = 24;

  [[nodiscard]] int pages() const { return static_cast<int>((rows_.size() + kRowsOnPage - 1) / kRowsOnPage); }
  void draw_head(wxDC& dc) const {
    dc.SetTextForeground(*wxBLACK);
    dc.SetFont(wxFont(wxFontInfo(15).Family(wxFONTFAMILY_SWISS).Bold()));
    dc.DrawText(heading_, kPaperMargin, kPaperMargin);
    dc.SetFont(wxFont(wxFontInfo(9).Family(wxFONTFAMILY_SWISS)));
    dc.DrawText(face_.text("accounts.slip.paper"), kPaperMargin, kPaperMargin + kLine);
  }
  void draw_row(wxDC& dc, const SlipRow& row, int number) const {
    const int top = kPaperMargin + 3 * kLine + number * kLine;
    dc.SetFont(wxFont(wxFontInfo(11).Family(wxFONTFAMILY_SWISS)));
    dc.DrawText(row.role, kPaperMargin, top);
    dc.SetFont(wxFont(wxFontInfo(12).Family(wxFONTFAMILY_TELETYPE)));
    dc.DrawText(row.name, kPaperMargin + 230, top);
    dc.DrawText(characters_of(*row.password), kPaperMargin + 430, top);
  }

  const Face& face_;
  wxString heading_;
  std::vector<SlipRow> rows_;
};

wxString role_of(const Face& face, const PlannedAccount& account) {
  return face.text(fmt::format("account.{}", name_of(account.role)));
}

}  // namespace

std::optional<std::vector<AccountWithPassword>> with_new_passwords(
    const std::vector<PlannedAccount>& accounts) {
  std::vector<AccountWithPassword> all;
  for (const PlannedAccount& account : accounts) {
    auto password = strong_password();
    if (!password) return std::nullopt;
    all.push_back({account, *std::move(password)});
  }
  return all;
}

AccountSlip::AccountSlip(wxWindow* parent, const Face& face, Environment environment,
                         std::vector<AccountWithPassword> accounts)
    : wxDialog(parent, wxID_ANY, face.text("accounts.slip.title"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      face_(face),
      environment_(environment),
      accounts_(std::move(accounts)) {
  describe(this, "accounts.slip", face.text("accounts.slip.title"));
  auto* sizer = make_sizer<wxBoxSizer>(wxVERTICAL);
  auto* page = make_child<wxScrolledWindow>(this);
  page->SetScrollRate(kScrollStep, kScrollStep);
  add_content(*page);
  sizer->Add(page, wxSizerFlags(1).Expand());
  add_buttons(*sizer);
  SetSizer(sizer);
  fit_on_screen(*page);
  CallAfter([this, page] { fit_on_screen(*page); });  // GTK knows the height of letters once they are shown
}

/// Large text makes it larger than a small screen: then the page in it scrolls, and the buttons stay.
void AccountSlip::fit_on_screen(wxWindow& page) {
  for (wxWindow* child : page.GetChildren()) child->InvalidateBestSize();
  const wxSize content = page.GetSizer()->CalcMin();
  page.SetMinSize(wxSize(1, 1));
  const wxSize rest = GetSizer()->CalcMin();
  const wxSize screen = wxGetClientDisplayRect().GetSize();
  SetClientSize(std::min(std::max(content.GetWidth(), rest.GetWidth()), screen.GetWidth()),
                std::min(content.GetHeight() + rest.GetHeight(), screen.GetHeight()));
  CentreOnScreen();
}

void AccountSlip::add_content(wxWindow& page) {
  auto* sizer = make_sizer<wxBoxSizer>(wxVERTICAL);
  for (const wxString& line :
       {heading(), face_.text("accounts.slip.once"), face_.text("accounts.slip.change")}) {
    auto* text = make_child<FlowText>(&page, face_.look.body, face_.look.palette.text, line);
    text->SetMinSize(wxSize(kReadable, text->fit(kReadable)));
    sizer->Add(text, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, kMargin));
  }
  add_rows(page, *sizer);
  page.SetSizer(sizer);
}

void AccountSlip::add_rows(wxWindow& page, wxSizer& sizer) {
  auto* grid = make_sizer<wxFlexGridSizer>(2, face_.look.gap / 2, face_.look.space);
  for (const auto& [account, password] : accounts_) {
    // One under the other, so that large text stays on a small screen.
    const std::pair<wxString, wxFont> cells[]{{role_of(face_, account), face_.look.note},
                                              {"", face_.look.note},
                                              {shown(account.name), face_.look.fixed},
                                              {characters_of(password), face_.look.fixed}};
    for (const auto& [text, font] : cells) {
      auto* cell = make_child<wxStaticText>(&page, wxID_ANY, "");
      cell->SetFont(font);
      cell->SetLabelText(text);  // an "&" is a character here
      grid->Add(cell);
    }
  }
  sizer.Add(grid, wxSizerFlags().Border(wxALL, kMargin));
}

void AccountSlip::add_buttons(wxSizer& sizer) {
  auto* row = make_sizer<wxBoxSizer>(wxHORIZONTAL);
  auto* print_it = make_child<wxButton>(this, wxID_PRINT, face_.text("accounts.slip.print"));
  auto* close = make_child<wxButton>(this, wxID_CANCEL, face_.text("accounts.slip.close"));
  for (wxButton* button : {print_it, close}) {
    button->SetFont(face_.look.body);
    row->Add(button, wxSizerFlags().Border(wxRIGHT, face_.look.gap));
  }
  describe(print_it, "accounts.slip.print", wxButton::GetLabelText(face_.text("accounts.slip.print")));
  describe(close, "accounts.slip.close", wxButton::GetLabelText(face_.text("accounts.slip.close")));
  print_it->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { print(); });
  sizer.Add(row, wxSizerFlags().Border(wxALL, kMargin));
}

wxString AccountSlip::heading() const {
  return face_.text("accounts.slip.heading",
                    Facts{{"environment", face_.words.text(fmt::format("value.{}", name_of(environment_)),
                                                           face_.language)}});
}

void AccountSlip::print() {
  std::vector<SlipRow> rows;
  rows.reserve(accounts_.size());
  for (const auto& [account, password] : accounts_) {
    rows.push_back({role_of(face_, account), shown(account.name), &password});
  }
  SlipPrintout printout(face_, heading(), std::move(rows));
  wxPrintDialogData data;
  data.EnablePrintToFile(false);  // as far as the system's dialog obeys
  wxPrinter printer(&data);
  printer.Print(this, &printout, true);
}

}  // namespace onshi::gui
