// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/connectivity/ladder_host.h"
#include "tests/unit/connectivity/ladder.h"

namespace onshi::test {
namespace {

Profile with_portals(const std::vector<std::string>& hosts, std::optional<Environment> environment) {
  Profile profile;
  for (const std::string& host : hosts) {
    Service service;
    service.host = host;
    service.environment = environment;
    profile.services.push_back(service);
  }
  return profile;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ladder_host_tests)

BOOST_AUTO_TEST_CASE(only_hosts_of_the_verification_environment_are_climbed) {
  std::vector<std::string> found;
  for (const LadderHost& host : ladder_hosts(healthy_service().profile)) found.push_back(host.service.host);
  BOOST_TEST(found == (std::vector{kPortalHost, kApiHost, kReaderHost}));
}

BOOST_AUTO_TEST_CASE(the_readers_gateway_is_not_asked_for_a_page) {
  for (const LadderHost& host : ladder_hosts(healthy_service().profile)) {
    BOOST_TEST(host.asks_http == (host.row != "reader"));
  }
}

BOOST_AUTO_TEST_CASE(a_host_that_belongs_to_no_environment_is_not_climbed) {
  BOOST_TEST(ladder_hosts(with_portals({"anywhere.example"}, std::nullopt)).empty());
}

BOOST_AUTO_TEST_CASE(a_second_portal_has_rows_of_its_own) {
  Profile profile = with_portals({"one.example", "two.example"}, Environment::verification);
  auto hosts = ladder_hosts(profile);
  BOOST_REQUIRE(hosts.size() == 2U);
  BOOST_TEST(hosts[0].check_name("tcp") == "connectivity.tcp.portal");
  BOOST_TEST(hosts[1].check_name("tcp") == "connectivity.tcp.portal.2");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
