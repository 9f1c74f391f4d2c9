// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/reader_watch.h"

#include <algorithm>
#include <optional>

#include "probes/world/wait_out.h"

namespace onshi {
namespace {

using Seen = ReaderWatch::Seen;

constexpr std::chrono::seconds kOneWait{5};
constexpr int kAlikeInARow =
    4;  // our own card test connects and disconnects: as many are let through at once

/// What a person would notice: that another program connects (as our own card test does) is no change.
bool looks_alike(const ReaderState& left, const ReaderState& right) {
  return left.name == right.name && left.card_present == right.card_present && left.mute == right.mute &&
         left.exclusive == right.exclusive && left.atr == right.atr;
}

bool looks_alike(const Seen& left, const Seen& right) {
  if (left.has_value() != right.has_value()) return false;
  if (!left) return left.error().what == right.error().what;
  return std::ranges::equal(*left, *right,
                            [](const auto& one, const auto& other) { return looks_alike(one, other); });
}

/// No reader at all is a state like any other.
Seen as_state(Seen seen) {
  if (!seen && seen.error().what == CardTrouble::What::no_readers) return std::vector<ReaderState>{};
  return seen;
}

Seen look(Cards& cards, const std::optional<Seen>& last, const Limit& limit) {
  if (last && last->has_value()) return as_state(cards.wait_for_change(**last, limit));
  return as_state(cards.readers(limit));
}

bool is_a_state(const Seen& seen) { return seen || seen.error().what != CardTrouble::What::timeout; }

/// An error, or a wait that ended before its time although nothing had changed: to be asked again, but not at
/// once.
bool is_fruitless(const std::optional<Seen>& last, const Seen& seen, const Limit& limit) {
  return !seen || (last && last->has_value() && **last == *seen && !limit.over());
}

void watch(const std::stop_token& stop, Cards& cards, const ReaderWatch::Callback& changed,
           std::chrono::milliseconds pause) {
  std::optional<Seen> last;
  int alike = 0;
  while (true) {
    const Limit limit = Limit::of(kOneWait, stop);
    Seen seen = look(cards, last, limit);
    if (stop.stop_requested()) return;
    const bool fruitless = is_fruitless(last, seen, limit);
    alike = last && looks_alike(*last, seen) && !limit.over() ? alike + 1 : 0;
    if (is_a_state(seen)) {
      if (!last || !looks_alike(*last, seen)) changed(seen);
      last = std::move(seen);
    }
    if (fruitless || alike > kAlikeInARow) wait_out(Limit::of(pause, stop));
  }
}

}  // namespace

ReaderWatch::ReaderWatch(std::shared_ptr<World> world, Callback changed, std::chrono::milliseconds pause)
    : thread_([world = std::move(world), changed = std::move(changed), pause](const std::stop_token& stop) {
        watch(stop, world->cards(), changed, pause);
      }) {}

}  // namespace onshi
