// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/live_cards.h"
#include "probes/world/live/live_names.h"
#include "probes/world/live/live_network.h"
#include "probes/world/live/system_parts.h"
#include "probes/world/live/winscard_api.h"
#include "probes/world/world.h"

namespace onshi {
namespace {

class LiveWorld : public World {
 public:
  explicit LiveWorld(AllowedHosts allowed)
      : links_(system_links()),
        network_(allowed),
        cards_(winscard_api()),
        machine_(system_machine(std::move(allowed))),
        programs_(system_programs()),
        tunnels_(system_tunnels()),
        browsers_(system_browsers()) {}
  Links& links() override { return *links_; }
  Names& names() override { return names_; }
  Network& network() override { return network_; }
  Cards& cards() override { return cards_; }
  Machine& machine() override { return *machine_; }
  Programs& programs() override { return *programs_; }
  Tunnels& tunnels() override { return *tunnels_; }
  Browsers& browsers() override { return *browsers_; }

 private:
  std::unique_ptr<Links> links_;
  LiveNames names_;
  LiveNetwork network_;
  LiveCards cards_;
  std::unique_ptr<Machine> machine_;
  std::unique_ptr<Programs> programs_;
  std::unique_ptr<Tunnels> tunnels_;
  std::unique_ptr<Browsers> browsers_;
};

}  // namespace

std::shared_ptr<World> live_world(AllowedHosts allowed) {
  return std::make_shared<LiveWorld>(std::move(allowed));
}

}  // namespace onshi
