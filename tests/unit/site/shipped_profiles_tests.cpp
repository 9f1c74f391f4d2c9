// SPDX-License-Identifier: GPL-3.0-or-later
// The two profiles of the house: what they say, and that neither opens a door to the other environment.
#include <algorithm>
#include <set>

#include <boost/test/unit_test.hpp>

#include "tests/unit/support/practice.h"

using namespace onshi;

namespace {

using Role = Service::Role;

Profile standard_profile() {
  auto profile = load_profile(std::filesystem::path(ONSHI_SOURCE_DIR) / "assets/profiles/standard.xml");
  BOOST_TEST_REQUIRE(profile.has_value(), "line " << profile.error().line << " " << profile.error().key);
  return *profile;
}

std::vector<Profile> both() { return {standard_profile(), test::practice_profile()}; }

Environment other_of(Environment environment) {
  return environment == Environment::production ? Environment::verification : Environment::production;
}

const char* owner_of(const Profile& profile, const char* ip) {
  const ProfilePrefix* prefix = profile.longest_prefix_of(ip);
  return prefix == nullptr ? "" : prefix->owner.c_str();
}

std::set<std::string> addresses(const Profile& profile, Region region, bool closed) {
  std::set<std::string> found;
  for (const ProfileResolver& resolver : profile.resolvers) {
    if (resolver.region == region && resolver.closed == closed) found.insert(resolver.ip);
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shipped_profiles_tests)

BOOST_AUTO_TEST_CASE(no_host_of_one_environment_can_be_reached_in_the_other) {
  for (const Profile& profile : both()) {
    for (Environment environment : {Environment::production, Environment::verification}) {
      auto hosts = profile.hosts_for(environment);
      for (const Service& service : profile.services) {
        bool allowed = std::find(hosts.begin(), hosts.end(), service.host) != hosts.end();
        BOOST_TEST_CONTEXT(profile.name << " " << service.host) {
          BOOST_TEST(allowed ==
                     (service.environment != other_of(environment) && service.role != Role::auxiliary_name));
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_allowed_host_stands_in_the_file_and_none_is_computed) {
  for (const Profile& profile : both()) {
    for (Environment environment : {Environment::production, Environment::verification}) {
      for (const std::string& host : profile.hosts_for(environment)) {
        BOOST_TEST_CONTEXT(profile.name << " " << host) {
          BOOST_TEST(std::any_of(profile.services.begin(), profile.services.end(),
                                 [&host](const Service& service) { return service.host == host; }));
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_standard_verification_run_reaches_exactly_these_hosts) {
  const std::vector<std::string> expected{
      "cert.obn.managedpki.ne.jp",      "crldownload.obn.managedpki.ne.jp",
      "eps.stg.onshikaku.org",          "hweb-api.oqs-st.onshikaku.org",
      "hweb-api.tkk-stg.onshikaku.org", "hweb-api.yzk-stg.onshikaku.org",
      "hweb-mnc.oqs-st.onshikaku.org",  "hweb.oqs-st.onshikaku.org",
      "ntp.base.oqs-pdl.org",           "proxy.base.oqs-pdl.org",
      "pweb.base.oqs-pdl.org",          "stg.pmh.onshikaku.org",
      "www.cert.download.rece",         "www.lineauth.mnw"};
  BOOST_TEST(standard_profile().hosts_for(Environment::verification) == expected,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(both_environments_have_a_portal_an_api_and_a_reader_gateway) {
  for (const Profile& profile : both()) {
    for (Role role : {Role::portal, Role::api, Role::reader_gateway}) {
      for (Environment environment : {Environment::production, Environment::verification}) {
        const Service* service = profile.first_of(role, environment);
        BOOST_TEST_REQUIRE(service != nullptr);
        BOOST_TEST(service->port == 443);
        BOOST_TEST(service->tls);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(nothing_in_the_standard_profile_is_confirmed) {
  Profile profile = standard_profile();
  auto unconfirmed = [](const auto& entry) { return !entry.confirmed; };
  BOOST_TEST(std::all_of(profile.services.begin(), profile.services.end(), unconfirmed));
  BOOST_TEST(std::all_of(profile.resolvers.begin(), profile.resolvers.end(), unconfirmed));
  BOOST_TEST(std::all_of(profile.prefixes.begin(), profile.prefixes.end(), unconfirmed));
  BOOST_TEST(std::all_of(profile.search_domains.begin(), profile.search_domains.end(), unconfirmed));
  BOOST_TEST(!profile.certificate_issuers_confirmed);
  BOOST_TEST((profile.certificate_issuers == std::vector<std::string>{"Online Billing NW System"}));
}

BOOST_AUTO_TEST_CASE(the_standard_prefixes_end_where_they_should) {
  Profile profile = standard_profile();
  const std::pair<const char*, const char*> rows[] = {
      {"2001:c90::1", "ntt_east"},
      {"2001:c91::1", ""},
      {"2404:1a8:7f01:a::3", "ntt_east"},
      {"2404:1a9::1", ""},
      {"2408::1", "ntt_east"},
      {"2408:3ff:ffff:ffff:ffff:ffff:ffff:ffff", "ntt_east"},
      {"2408:400::", ""},
      {"2408:8000::1", ""},
      {"2001:d70::1", "ntt_west"},
      {"2001:d73:ffff::1", "ntt_west"},
      {"2001:d74::", ""},
      {"2001:d6f:ffff::1", ""},
      {"2001:a000::1", "ntt_west"},
      {"2001:a7ff:5f01::a", "ntt_west"},
      {"2001:a800::", ""},
      {"2001:9fff::1", ""},
      {"2400:4050::1", "ocn"},
      {"240b:10::1", "jpne"},
      {"2409:10::1", "transix"},
      {"2409:8000::1", ""},
      {"2001:db8::1", ""},
      {"192.0.2.1", ""},
  };
  for (const auto& [ip, owner] : rows) {
    BOOST_TEST_CONTEXT(ip) { BOOST_TEST(owner_of(profile, ip) == std::string(owner)); }
  }
}

BOOST_AUTO_TEST_CASE(the_standard_resolvers_lie_inside_the_prefixes_of_their_region) {
  Profile profile = standard_profile();
  BOOST_TEST(profile.resolvers.size() == 8U);
  for (const ProfileResolver& resolver : profile.resolvers) {
    BOOST_TEST_CONTEXT(resolver.ip) {
      BOOST_TEST(owner_of(profile, resolver.ip.c_str()) ==
                 std::string(resolver.region == Region::east ? "ntt_east" : "ntt_west"));
    }
  }
  for (Region region : {Region::east, Region::west}) {
    BOOST_TEST(addresses(profile, region, true).size() == 2U);
    BOOST_TEST(addresses(profile, region, false).size() == 2U);
  }
}

BOOST_AUTO_TEST_CASE(the_practice_profile_is_wholly_invented) {
  Profile profile = test::practice_profile();
  BOOST_TEST(profile.name == "practice");
  for (const Service& service : profile.services) {
    BOOST_TEST_CONTEXT(service.host) { BOOST_TEST(service.host.ends_with(".example")); }
  }
  for (const ProfileResolver& resolver : profile.resolvers) {
    BOOST_TEST_CONTEXT(resolver.ip) { BOOST_TEST(resolver.ip.starts_with("2001:db8:")); }
  }
  BOOST_TEST(owner_of(profile, "2001:db8:1ff::53:1") == std::string("ntt_east"));
  BOOST_TEST(owner_of(profile, "2001:db8:200::1") == std::string("ntt_west"));
  BOOST_TEST(owner_of(profile, "2001:db8:300::1") == std::string());
  BOOST_TEST((addresses(profile, Region::east, true) ==
              std::set<std::string>{"2001:db8:1ff::53:1", "2001:db8:1ff::53:2"}));
  BOOST_TEST((addresses(profile, Region::west, true) ==
              std::set<std::string>{"2001:db8:2ff::53:1", "2001:db8:2ff::53:2"}));
  BOOST_TEST((addresses(profile, Region::east, false) == std::set<std::string>{"2001:db8:1fe::3"}));
  BOOST_TEST(!profile.server_roots_pem.empty());
  BOOST_TEST(profile.server_roots_pem == profile.client_roots_pem);
}

BOOST_AUTO_TEST_SUITE_END()
