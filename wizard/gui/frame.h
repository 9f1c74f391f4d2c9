// SPDX-License-Identifier: GPL-3.0-or-later
// The window: pages at the side, one page, the buttons under it. Decides nothing about the set-up; it shows
// the session and hands on what a person does. Everything inside is made anew when language or text size
// changes. Window thread only.
#pragma once

#include <wx/frame.h>
#include <wx/timer.h>

#include "probes/line/line_watch.h"
#include "wizard/flow/line_recheck.h"
#include "wizard/gui/desk.h"
#include "wizard/gui/pages/page.h"
#include "wizard/gui/widgets/footer.h"
#include "wizard/gui/widgets/news_bar.h"
#include "wizard/gui/widgets/step_list.h"
#include "wizard/gui/widgets/trouble_bar.h"

namespace onshi::gui {

struct FrameParts {
  const Words& words;
  SessionParts session;  // without keyring
  ReaderCatalogue catalogue;
  SharedTables tables;
  Language language = Language::japanese;
};

class Frame : public wxFrame {
 public:
  explicit Frame(FrameParts parts);
  ~Frame() override;

  std::function<void()> on_first_paint = [] {};  // called once, after it

  /// What needs no picture yet: keyring and first checks. Called after the first paint.
  void wake_up();

 private:
  // Making.
  void rebuild();
  void show_page();
  void arrange();
  void arrange_side(int height, int& left);
  // Showing.
  void show_all();
  void show_under_way();
  void keep_keyboard();
  [[nodiscard]] Footer::State footer_state() const;
  void show_line_news();
  // By itself, when the line changes.
  void watch_line();
  void wait_for_quiet();
  void line_is_quiet();
  void run_ended();
  // Doing.
  void act(Footer::Action action);
  void changed();
  void check_if_stale();
  [[nodiscard]] bool is_stale(StepId step) const;
  [[nodiscard]] bool some_step_is_stale() const;
  void check_now();
  void stop_work();
  void go_to(StepId step);
  void begin(const std::string& mode);
  void go_back();
  void go_on();
  void switch_language();
  void set_text_size(int percent);
  void toggle_details();
  void on_key(wxKeyEvent& event);
  bool do_key(const wxKeyEvent& event);
  [[nodiscard]] bool in_setup() const { return session_.progress().mode == "setup"; }
  void later(const std::function<void()>& body);

  std::shared_ptr<SecretKeyring> keyring_;
  std::shared_ptr<World> world_;
  ReaderCatalogue catalogue_;
  Session session_;
  Face face_;
  Checker checker_;
  SheetIntake sheets_;
  CertificateIntake certificate_;
  BrowserWork browser_;
  Unfinished unfinished_;
  Desk desk_;

  wxPanel* ground_ = nullptr;
  wxScrolledWindow* side_ = nullptr;
  StepList* steps_ = nullptr;
  TroubleBar* trouble_ = nullptr;
  Page* page_ = nullptr;
  Footer* footer_ = nullptr;
  NewsBar* news_ = nullptr;
  wxTimer tick_;
  wxTimer quiet_;

  enum class LineNews { none, checking, checked };
  LineNews line_news_ = LineNews::none;
  std::chrono::system_clock::time_point line_checked_;
  LineRecheck recheck_;
  bool stopped_unasked_ = false;      // the line had changed before a person stopped the run
  std::shared_ptr<int> line_ticket_;  // queued news of a window that is gone is dropped
  std::unique_ptr<LineWatch> line_watch_;

  bool awake_ = false;
  bool painted_ = false;
};

}  // namespace onshi::gui
