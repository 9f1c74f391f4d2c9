// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/line_watch.h"

#include <optional>

#include "probes/line/network_change.h"
#include "probes/world/wait_out.h"

namespace onshi {
namespace {

constexpr std::chrono::seconds kOneWait{5};

Seen<NetworkView> look(Links& links, const std::optional<NetworkView>& last, const Limit& limit) {
  return last ? links.wait_for_change(*last, limit) : links.look(limit);
}

void watch(const std::stop_token& stop, Links& links, const LineWatch::Callback& changed,
           std::chrono::milliseconds pause) {
  std::optional<NetworkView> last;
  while (!stop.stop_requested()) {
    const Limit limit = Limit::of(kOneWait, stop);
    auto seen = look(links, last, limit);
    if (stop.stop_requested()) return;
    const bool is_news = seen && last && !looks_alike(*last, *seen);
    if (is_news) changed();
    if (seen) last = std::move(*seen);
    // Trouble, or what nobody would notice: to be asked again, but not at once.
    if (!is_news && !limit.over()) wait_out(Limit::of(pause, stop));
  }
}

}  // namespace

LineWatch::LineWatch(std::shared_ptr<World> world, Callback changed, std::chrono::milliseconds pause)
    : thread_([world = std::move(world), changed = std::move(changed), pause](const std::stop_token& stop) {
        watch(stop, world->links(), changed, pause);
      }) {}

}  // namespace onshi
