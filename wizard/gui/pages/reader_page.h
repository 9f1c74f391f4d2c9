// SPDX-License-Identifier: GPL-3.0-or-later
// カードリーダー: shows readers and cards as they come and go, and lets a person say which of them this
// terminal uses. Window thread; the watch calls on its own thread and is queued.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "probes/reader/reader_watch.h"
#include "wizard/gui/pages/step_page.h"
#include "wizard/gui/widgets/reader_list.h"

namespace onshi::gui {

class ReaderPage : public StepPage {
 public:
  ReaderPage(wxWindow* parent, Desk& desk);

 private:
  void refresh_form() override;
  void watch();
  void take(const ReaderWatch::Seen& seen);
  void note_read_cards();
  [[nodiscard]] std::vector<ReaderEntry> entries();
  [[nodiscard]] ReaderEntry entry_of(const ReaderState& state, const std::vector<UsbDevice>& devices) const;
  [[nodiscard]] std::vector<ReaderEntry> face_entries(const std::vector<UsbDevice>& devices) const;
  [[nodiscard]] std::string note_of(const KnownReader* known) const;

  ReaderList* list_;
  std::vector<ReaderState> states_;
  std::vector<PairedReader> attached_;  // what tells them, as shown last
  std::set<std::string> read_;          // names of readers that read the card which still lies on them
  bool seen_once_ = false;
  std::shared_ptr<int> ticket_;  // queued news of a page that is gone is dropped
  std::unique_ptr<ReaderWatch> watch_;
};

}  // namespace onshi::gui
