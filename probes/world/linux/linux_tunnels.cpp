// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/linux_tunnels.h"

#include <map>

#include "probes/world/linux/vici_conversation.h"
#include "probes/world/linux/wait_descriptors.h"
#include "probes/world/live/system_parts.h"
#include "probes/world/live/vici_view.h"

namespace onshi {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds kInterval{200};

void pause(const Limit& limit) { wait_descriptors({}, limit.within(kInterval)); }

/// One after another, with the time since each was first seen.
class Watch {
 public:
  explicit Watch(ViciConversation& charon) : charon_(charon) {}

  Seen<std::vector<IkeSa>> look(const Limit& limit) {
    auto events = charon_.conversations(limit);
    if (!events) return std::unexpected(events.error());
    auto conversations = conversations_in(*events);
    const auto now = Limit::Clock::now();
    for (IkeSa& one : conversations) {
      auto first = first_seen_.try_emplace(one.connection + " " + one.id, now).first->second;
      one.seen_for = std::chrono::duration_cast<milliseconds>(now - first);
    }
    return conversations;
  }

  /// Puts what is seen into `view`.
  std::expected<void, CannotSee> look_patiently(TunnelView& view, const Tunnels::Enough& enough,
                                                const Limit& patience, const Limit& limit) {
    while (true) {
      auto conversations = look(limit);
      if (!conversations) return std::unexpected(conversations.error());
      view.conversations = std::move(*conversations);
      if (enough(view) || patience.over()) return {};
      pause(patience);
    }
  }

 private:
  ViciConversation& charon_;
  std::map<std::string, Limit::Clock::time_point> first_seen_;
};

/// The plugin that counts may be missing; then nothing is counted and that is no fault.
Seen<ViciSection> counters(ViciConversation& charon, bool& counted, const Limit& limit) {
  auto counters = charon.counters(limit);
  counted = counters.has_value();
  if (!counters && counters.error().why == CannotSee::Why::not_supported) return ViciSection{};
  return counters;
}

void put_messages(TunnelView& view, const ViciSection& before, const ViciSection& after) {
  for (TunnelConnection& connection : view.connections) {
    connection.since_start = messages_of(connection.name, after);
    connection.while_watched = messages_since(messages_of(connection.name, before), connection.since_start);
  }
}

Seen<TunnelView> watch_charon(ViciConversation& charon, const Tunnels::Enough& enough, const Limit& patience,
                              const Limit& limit) {
  TunnelView view;
  auto configured = charon.connections(limit);
  if (!configured) return std::unexpected(configured.error());
  view.connections = connections_in(*configured);
  auto before = counters(charon, view.counted, limit);
  if (!before) return std::unexpected(before.error());
  const auto looked = Watch(charon).look_patiently(view, enough, patience, limit);
  if (!looked) return std::unexpected(looked.error());
  auto after = counters(charon, view.counted, limit);
  if (!after) return std::unexpected(after.error());
  put_messages(view, *before, *after);
  return view;
}

}  // namespace

Seen<TunnelView> LinuxTunnels::watch(const Enough& enough, milliseconds patience, const Limit& limit) {
  auto charon = ViciConversation::open(socket_, limit);
  if (!charon) return std::unexpected(charon.error());
  return watch_charon(*charon, enough, limit.within(patience), limit);
}

std::unique_ptr<Tunnels> system_tunnels() { return std::make_unique<LinuxTunnels>(); }

}  // namespace onshi
