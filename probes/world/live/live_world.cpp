// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/live_cards.h"
#include "probes/world/live/live_names.h"
#include "probes/world/live/live_network.h"
#include "probes/world/live/system_parts.h"
#include "probes/world/live/winscard_api.h"
#include "probes/world/way_out.h"
#include "probes/world/world.h"

namespace onshi {
namespace {

constexpr std::chrono::milliseconds kLook{1000};

class LiveWorld : public World {
 public:
  LiveWorld(AllowedHosts allowed, std::vector<ProfilePrefix> line)
      : links_(system_links()),
        choice_([links = links_.get(), line = std::move(line)](const std::string& ip) {
          const auto view = links->look(Limit::of(kLook));
          return view ? link_towards(*view, line, ip) : std::string{};
        }),
        names_([choice = choice_](const NameQuestion& question, const Limit& limit) {
          return exchange_name(question, limit, choice);
        }),
        network_(allowed, choice_),
        cards_(winscard_api()),
        machine_(system_machine(std::move(allowed), choice_)),
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
  LinkChoice choice_;  // anew for each packet's sake: links come and go
  LiveNames names_;
  LiveNetwork network_;
  LiveCards cards_;
  std::unique_ptr<Machine> machine_;
  std::unique_ptr<Programs> programs_;
  std::unique_ptr<Tunnels> tunnels_;
  std::unique_ptr<Browsers> browsers_;
};

}  // namespace

std::shared_ptr<World> live_world(AllowedHosts allowed, std::vector<ProfilePrefix> line) {
  return std::make_shared<LiveWorld>(std::move(allowed), std::move(line));
}

}  // namespace onshi
