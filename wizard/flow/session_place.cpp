// SPDX-License-Identifier: GPL-3.0-or-later
// Where the person is: stored at each move, so that a killed wizard comes back there.
#include <algorithm>

#include "wizard/flow/session.h"

namespace onshi {
namespace {

/// The place of `current` among the steps that apply.
std::size_t place_of(const std::vector<const Step*>& steps, StepId current) {
  const auto found = std::ranges::find(steps, current, [](const Step* step) { return step->id; });
  return static_cast<std::size_t>(found - steps.begin());
}

}  // namespace

void Session::set_mode(const std::string& mode) {
  progress_.mode = mode;
  store_progress();
}

void Session::go_to(StepId step) {
  progress_.step = step_of(step).name;
  store_progress();
}

void Session::set_language(const std::string& language) {
  progress_.language = language;
  store_progress();
}

void Session::set_text_percent(int percent) {
  progress_.text_percent = std::clamp(percent, 100, 200);
  store_progress();
}

/// The stored page, or the last one before it if it does not apply to this site.
StepId Session::current() const {
  const Step* stored = step_named(progress_.step);
  StepId current = StepId::preparation;
  for (const Step* step : steps_for(site_)) {
    if (stored != nullptr && step->id <= stored->id) current = step->id;
  }
  return current;
}

std::optional<StepId> Session::next() const {
  const auto steps = steps_for(site_);
  const std::size_t place = place_of(steps, current());
  if (place + 1 >= steps.size()) return std::nullopt;
  return steps[place + 1]->id;
}

std::optional<StepId> Session::previous() const {
  const auto steps = steps_for(site_);
  const std::size_t place = place_of(steps, current());
  if (place == 0) return std::nullopt;
  return steps[place - 1]->id;
}

}  // namespace onshi
