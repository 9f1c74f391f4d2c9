// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/frame.h"

#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "wizard/gui/child.h"
#include "wizard/gui/pages/make_page.h"
#include "wizard/gui/toolkit_language.h"

namespace onshi::gui {
namespace {

constexpr int kTickMilliseconds = 100;
const wxSize kComfortable{1024, 768};
const wxSize kSmallest{640, 480};

SessionParts with_keyring(SessionParts parts, std::shared_ptr<SecretKeyring> keyring) {
  parts.keyring = std::move(keyring);
  return parts;
}

}  // namespace

Frame::Frame(FrameParts parts)
    : wxFrame(nullptr, wxID_ANY, "", wxDefaultPosition, kComfortable),
      keyring_(std::make_shared<SecretKeyring>()),
      world_(parts.session.world),
      catalogue_(std::move(parts.catalogue)),
      session_(with_keyring(parts.session, keyring_)),
      face_{parts.words, parts.language, Look::at(session_.progress().text_percent)},
      checker_(session_),
      sheets_(world_),
      certificate_(session_, parts.session.store),
      browser_(session_),
      desk_{session_,
            face_,
            checker_,
            sheets_,
            certificate_,
            browser_,
            *keyring_,
            world_,
            catalogue_,
            unfinished_,
            std::move(parts.tables),
            [this] { changed(); },
            [this](StepId step) { later([this, step] { go_to(step); }); },
            [this](const std::string& mode) { later([this, mode] { begin(mode); }); }} {
  SetMinClientSize(kSmallest);
  line_ticket_ = std::make_shared<int>();
  // Whoever comes back after the set-up was finished wants the first page, with the health check.
  if (in_setup() && session_.current() == StepId::done) session_.set_mode("");
  checker_.on_change = [this] {
    if (!checker_.running()) run_ended();
    show_under_way();
    check_if_stale();  // a fact may have changed while the checks ran
  };
  sheets_.on_change = [this] { show_under_way(); };
  certificate_.on_change = [this] {
    show_under_way();
    check_if_stale();
  };
  browser_.on_change = [this] {
    show_under_way();
    check_if_stale();
  };
  quiet_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { line_is_quiet(); });
  tick_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { show_under_way(); });
  Bind(wxEVT_CHAR_HOOK, &Frame::on_key, this);
  Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { later([this] { go_on(); }); });
  rebuild();
}

Frame::~Frame() {
  tick_.Stop();
  quiet_.Stop();
  line_ticket_.reset();
  line_watch_.reset();
  checker_.on_change = [] {};
  sheets_.on_change = [] {};
  certificate_.on_change = [] {};
  browser_.on_change = [] {};
  keyring_->on_news = [] {};
  if (page_ != nullptr) page_->leave();
  DestroyChildren();
}

void Frame::later(const std::function<void()>& body) { CallAfter(body); }

void Frame::wake_up() {
  awake_ = true;
  watch_line();
  set_toolkit_language(face_.language);
  keyring_->on_news = [this] {
    session_.load_from_keyring();
    changed();
  };
  keyring_->open();
  if (session_.progress().mode == "health") page_->recheck();
  keep_keyboard();
  // What the checks said is not stored: whoever comes back in the middle sees every page's state anew.
  if (in_setup() && session_.previous() && some_step_is_stale()) return checker_.check_everything();
  check_if_stale();
}

void Frame::rebuild() {
  Freeze();
  if (page_ != nullptr) page_->leave();
  if (ground_ != nullptr) ground_->Destroy();
  page_ = nullptr;
  steps_ = nullptr;
  side_ = nullptr;
  SetFont(face_.look.body);
  ground_ = make_child<wxPanel>(this, wxID_ANY);
  ground_->SetFont(face_.look.body);
  ground_->Bind(wxEVT_SIZE, [this](wxSizeEvent&) { arrange(); });
  ground_->Bind(wxEVT_PAINT, [this](wxPaintEvent& event) {
    if (!painted_) later([this] { on_first_paint(); });
    painted_ = true;
    event.Skip();
  });
  ground_->Bind(EVT_WANTS_SPACE, [this](wxCommandEvent&) { arrange(); });
  footer_ = nullptr;
  show_page();
  Thaw();
}

void Frame::show_page() {
  Freeze();
  if (page_ != nullptr) page_->leave();
  ground_->DestroyChildren();
  steps_ = nullptr;
  side_ = nullptr;
  if (in_setup()) {
    side_ = make_child<wxScrolledWindow>(ground_, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    side_->SetBackgroundColour(face_.look.palette.card);
    side_->SetScrollRate(0, 16);
    side_->ShowScrollbars(wxSHOW_SB_NEVER, wxSHOW_SB_DEFAULT);
    steps_ = make_child<StepList>(side_, face_);
    steps_->on_chosen = [this](StepId step) {
      if (is_reachable(session_, step)) later([this, step] { go_to(step); });
    };
  }
  trouble_ = make_child<TroubleBar>(ground_, face_);
  news_ = make_child<NewsBar>(ground_, face_);
  page_ = make_page(ground_, desk_);
  footer_ = make_child<Footer>(ground_, face_);
  footer_->on_action = [this](Footer::Action action) { later([this, action] { act(action); }); };
  SetTitle(face_.text("program.name"));
  show_all();
  arrange();
  page_->focus_first();
  Thaw();
}

void Frame::arrange_side(int height, int& left) {
  if (side_ == nullptr) return;
  left = steps_->natural_width() + 10;
  side_->SetSize(0, 0, left, height);
  const int width = side_->GetClientSize().GetWidth();
  const int needed = steps_->fit(width);
  side_->SetVirtualSize(width, needed);
  steps_->SetSize(0, steps_->GetPosition().y, width, std::max(needed, side_->GetClientSize().GetHeight()));
}

void Frame::arrange() {
  if (footer_ == nullptr || page_ == nullptr) return;
  const wxSize size = ground_->GetClientSize();
  if (size.GetWidth() < 100) return;
  const int footer = footer_->fit(size.GetWidth());
  const int height = size.GetHeight() - footer;
  footer_->SetSize(0, height, size.GetWidth(), footer);
  int left = 0;
  arrange_side(height, left);
  int top = 0;
  for (Block* strip : std::initializer_list<Block*>{trouble_, news_}) {
    if (!strip->IsShown()) continue;
    const int high = strip->fit(size.GetWidth() - left);
    strip->SetSize(left, top, size.GetWidth() - left, high);
    top += high;
  }
  page_->SetSize(left, top, size.GetWidth() - left, height - top);
}

Footer::State Frame::footer_state() const {
  const bool chosen = !session_.progress().mode.empty();
  const bool last = session_.current() == StepId::done;
  return {.back = chosen,
          .recheck = page_->can_recheck(),
          .running = page_->busy(),
          .next = in_setup() && (last || session_.may_go_on(session_.current())),
          .next_shown = in_setup(),
          .last = last};
}

void Frame::show_all() {
  if (steps_ != nullptr) steps_->show(session_, desk_.tables);
  trouble_->show(session_.trouble());
  show_under_way();
}

/// Keys reach a window only through what holds the keyboard, and that can go: a row, or a button that is
/// over. Asked later, because between two fields nothing holds it for a moment.
void Frame::keep_keyboard() {
  later([this] {
    if (page_ == nullptr || footer_ == nullptr || !IsActive() || FindFocus() != nullptr) return;
    page_->focus_first();
    if (FindFocus() == nullptr) footer_->button(Footer::Action::details)->SetFocus();
  });
}

void Frame::show_under_way() {
  if (footer_ == nullptr || page_ == nullptr) return;
  if (steps_ != nullptr) steps_->show(session_, desk_.tables);
  show_line_news();
  page_->refresh();
  footer_->show(footer_state());
  keep_keyboard();
  if (page_->busy() && !tick_.IsRunning()) tick_.Start(kTickMilliseconds);
  if (!page_->busy() && tick_.IsRunning()) tick_.Stop();
}

}  // namespace onshi::gui
