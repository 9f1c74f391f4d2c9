// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/ladder_host.h"

#include <array>

namespace onshi {
namespace {

struct Row {
  Service::Role role;
  std::string_view name;
  bool asks_http;
};

constexpr std::array<Row, 3> kRows{{{Service::Role::portal, "portal", true},
                                    {Service::Role::api, "api", true},
                                    {Service::Role::reader_gateway, "reader", false}}};

/// "portal", and "portal.2" should the profile list a second one.
std::string numbered(std::string_view name, std::size_t place) {
  return place == 1 ? std::string(name) : std::string(name) + "." + std::to_string(place);
}

}  // namespace

std::vector<LadderHost> ladder_hosts(const Profile& profile) {
  std::vector<LadderHost> hosts;
  for (const Row& row : kRows) {
    std::size_t place = 0;
    for (const Service& service : profile.services_of(row.role, Environment::verification)) {
      if (service.environment != Environment::verification) continue;
      hosts.push_back({numbered(row.name, ++place), service, row.asks_http});
    }
  }
  return hosts;
}

}  // namespace onshi
