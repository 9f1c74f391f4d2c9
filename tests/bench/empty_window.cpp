// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest wxWidgets window: what the first paint of the wizard is compared with. Prints milliseconds
// from the start of main to the first paint event, then ends.
#include <chrono>
#include <cstdio>

#include <wx/wx.h>

namespace {

const auto kStart = std::chrono::steady_clock::now();

class Empty : public wxApp {
 public:
  bool OnInit() override {
    auto* frame = new wxFrame(nullptr, wxID_ANY, "empty", wxDefaultPosition, wxSize(1024, 768));
    auto* panel = new wxPanel(frame);
    panel->Bind(wxEVT_PAINT, [frame](wxPaintEvent& event) {
      event.Skip();
      const auto taken = std::chrono::steady_clock::now() - kStart;
      std::printf("%lld\n", static_cast<long long>(
                                std::chrono::duration_cast<std::chrono::milliseconds>(taken).count()));
      frame->CallAfter([frame] { frame->Close(); });
    });
    frame->Show();
    return true;
  }
};

}  // namespace

wxIMPLEMENT_APP(Empty);
