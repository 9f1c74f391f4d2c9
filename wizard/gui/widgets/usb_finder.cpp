// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/usb_finder.h"

#include <algorithm>

#include "probes/reader/new_usb_device.h"
#include "probes/reader/reader_on_usb.h"
#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {
namespace {

constexpr std::chrono::seconds kLongest{60};

}  // namespace

UsbFinder::UsbFinder(wxWindow* parent, Desk& desk) : Card(parent, desk.face), desk_(desk) {
  button_ = make_child<wxButton>(this, wxID_ANY, "");
  button_->SetFont(face().look.body);
  button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { press(); });
  label("usb.find");
  state_ = make_child<FlowText>(this, face().look.body, face().look.palette.text);
  say(face().text("usb.offer"));
}

void UsbFinder::label(const char* id) {
  button_->SetLabel(face().text(id));
  describe(button_, "usb.find", wxButton::GetLabelText(face().text(id)));
}

void UsbFinder::press() {
  if (!watching_.busy()) return watch();
  watching_.cancel();
  label("usb.find");
  say(face().text("usb.offer"));
}

void UsbFinder::watch() {
  label("usb.stop");
  say(face().text("usb.plug_in"));
  watching_.run<Seen<std::vector<UsbDevice>>>(
      [world = desk_.world](const std::stop_token& stop) {
        return wait_for_new_devices(world->machine(), Limit::of(kLongest, stop));
      },
      [this](const Seen<std::vector<UsbDevice>>& found) {
        label("usb.find");
        say(said_of(found));
      });
}

void UsbFinder::say(const wxString& text) {
  state_->say(text);
  describe(this, "usb.finder", text);
  ask_for_space();
}

wxString UsbFinder::said_of(const Seen<std::vector<UsbDevice>>& found) const {
  if (!found) return face().text("usb.not_seen");
  if (found->empty()) return face().text("usb.nothing");
  wxString all;
  for (const UsbDevice& device : *found) all += (all.empty() ? "" : "\n") + said_of(device);
  return all;
}

wxString UsbFinder::said_of(const UsbDevice& device) const {
  const KnownReader* known = desk_.catalogue.of_usb(device);
  const std::string name = known == nullptr ? device.name : known->maker + " " + known->product;
  const Facts facts{{"product", name.empty() ? "-" : name}, {"usb_id", usb_id_of(device)}};
  return face().text(known == nullptr ? "usb.unknown" : "usb.known", facts);
}

int UsbFinder::fit(int width) {
  const int pad = face().look.space - 2;
  const wxSize button = button_->GetBestSize();
  button_->SetSize(pad, pad, button.GetWidth(), button.GetHeight());
  const int top = pad + button.GetHeight() + face().look.gap / 2;
  return top + state_->place(pad, top, width - 2 * pad) + pad;
}

}  // namespace onshi::gui
