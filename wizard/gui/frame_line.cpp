// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does by itself when the line changes: checks again, once it is quiet and nothing runs.
#include <algorithm>
#include <utility>

#include "wizard/gui/background.h"
#include "wizard/gui/frame.h"
#include "wizard/gui/row_of.h"

namespace onshi::gui {
namespace {

using Clock = std::chrono::steady_clock;

}  // namespace

void Frame::watch_line() {
  const std::weak_ptr<int> ticket = line_ticket_;
  line_watch_ = std::make_unique<LineWatch>(world_, [this, ticket] {
    to_window([this, ticket] {
      if (ticket.expired()) return;
      recheck_.changed(Clock::now());
      wait_for_quiet();
    });
  });
}

/// While something runs, its end asks again.
void Frame::wait_for_quiet() {
  const auto due = recheck_.due();
  if (!due || checker_.running()) return;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(*due - Clock::now());
  quiet_.StartOnce(static_cast<int>(std::max<std::int64_t>(left.count(), 1)));
}

void Frame::line_is_quiet() {
  if (!recheck_.take(Clock::now(), checker_.running())) return wait_for_quiet();
  session_.line_changed();
  line_news_ = LineNews::none;
  if (session_.progress().mode == "health") {
    page_->recheck();
  } else {
    check_if_stale();
  }
  if (checker_.running()) line_news_ = LineNews::checking;
  show_all();
}

void Frame::run_ended() {
  if (std::exchange(stopped_unasked_, false)) session_.line_changed_unasked();
  if (line_news_ == LineNews::checking) {
    line_news_ = LineNews::checked;
    line_checked_ = world_->machine().now();
  }
  line_is_quiet();
}

/// What a person stops stays stopped, also for what the line did before; the next change is checked again.
void Frame::stop_work() {
  if (checker_.running()) {
    if (recheck_.stopped()) stopped_unasked_ = true;
    line_news_ = LineNews::none;
  }
  page_->stop();
}

void Frame::check_now() {
  stopped_unasked_ = false;
  line_news_ = LineNews::none;
  page_->recheck();
}

void Frame::show_line_news() {
  switch (line_news_) {
    case LineNews::none:
      return news_->show(Mark::open, {});
    case LineNews::checking:
      return news_->show(Mark::running, face_.text("line.news.checking"));
    case LineNews::checked:
      break;
  }
  const Facts when{{"when", utf8_of(day_and_time(line_checked_, face_))}};
  news_->show(Mark::open, face_.text("line.news.checked", when));
}

}  // namespace onshi::gui
