// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/line/region.h"
#include "tests/unit/line/healthy_line.h"
#include "tests/unit/support/practice.h"

namespace onshi::test {
namespace {

const Profile& profile() {
  static const Profile loaded = practice_profile();
  return loaded;
}

std::optional<Region> region(std::vector<std::string> domains, std::vector<Resolver> resolvers,
                             std::string ip) {
  AddressEvidence address;
  address.view.search_domains = std::move(domains);
  address.view.resolvers = std::move(resolvers);
  address.usable = {std::move(ip)};
  return observed_region(address, profile());
}

const std::string kEastAddress = "2001:db8:100:1::1";
const std::string kWestAddress = "2001:db8:200:1::1";
const std::string kForeignAddress = "2001:db9::1";

}  // namespace

BOOST_AUTO_TEST_SUITE(region_tests)

BOOST_AUTO_TEST_CASE(the_search_domain_decides_first) {
  BOOST_CHECK(region({"flets-west.example"}, {{kNgn, ""}}, kEastAddress) == Region::west);
  BOOST_CHECK(region({"flets-east.example"}, {}, kWestAddress) == Region::east);
}

BOOST_AUTO_TEST_CASE(a_domain_below_a_known_one_counts_and_a_lookalike_does_not) {
  BOOST_CHECK(region({"asc.flets-west.example"}, {}, kForeignAddress) == Region::west);
  BOOST_CHECK(!region({"notflets-west.example"}, {}, kForeignAddress));
}

BOOST_AUTO_TEST_CASE(a_resolver_given_by_the_line_decides_next) {
  BOOST_CHECK(region({}, {{kNgn, ""}}, kWestAddress) == Region::east);
}

BOOST_AUTO_TEST_CASE(closed_resolvers_typed_by_a_person_decide_nothing) {
  BOOST_CHECK(region({}, {{kWest1, ""}}, kEastAddress) == Region::east);
  BOOST_CHECK(!region({}, {{kWest1, ""}}, kForeignAddress));
}

BOOST_AUTO_TEST_CASE(the_prefix_decides_last) {
  BOOST_CHECK(region({}, {}, kEastAddress) == Region::east);
  BOOST_CHECK(region({}, {}, kWestAddress) == Region::west);
  BOOST_CHECK(!region({}, {}, kForeignAddress));
}

BOOST_AUTO_TEST_CASE(a_resolver_is_recognised_however_its_address_is_written) {
  BOOST_REQUIRE(known_resolver(profile(), "2001:0DB8:01ff:0::53:1"));
  BOOST_TEST(known_resolver(profile(), "2001:0DB8:01ff:0::53:1")->closed);
  BOOST_TEST(!known_resolver(profile(), "192.0.2.1"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
