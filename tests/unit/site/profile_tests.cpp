// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/site/profile.h"

using namespace onshi;

namespace {

using Role = Service::Role;

Service service(Role role, const char* host, std::optional<Environment> environment = std::nullopt) {
  Service made;
  made.role = role;
  made.host = host;
  made.environment = environment;
  return made;
}

constexpr auto kProduction = Environment::production;
constexpr auto kVerification = Environment::verification;

Profile two_environments() {
  Profile profile;
  profile.services = {service(Role::portal, "portal.production.example", kProduction),
                      service(Role::portal, "portal.verification.example", kVerification),
                      service(Role::auxiliary_name, "name.example"), service(Role::crl, "crl.example"),
                      service(Role::portal, "second.verification.example", kVerification)};
  return profile;
}

using Hosts = std::vector<std::string>;

void hosts_are(const Profile& profile, Environment environment, const Hosts& expected) {
  Hosts hosts = profile.hosts_for(environment);
  BOOST_TEST(hosts == expected, boost::test_tools::per_element());
}

ProfilePrefix prefix(const char* network, int length, const char* owner) {
  ProfilePrefix made;
  made.network = network;
  made.length = length;
  made.owner = owner;
  return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(profile_tests)

BOOST_AUTO_TEST_CASE(a_run_may_connect_to_its_environment_and_to_the_line) {
  hosts_are(two_environments(), kVerification,
            {"crl.example", "portal.verification.example", "second.verification.example"});
  hosts_are(two_environments(), kProduction, {"crl.example", "portal.production.example"});
}

BOOST_AUTO_TEST_CASE(a_host_of_the_other_environment_is_never_allowed_even_if_it_is_listed_twice) {
  Profile profile = two_environments();
  for (const char* spelling :
       {"portal.production.example", "PORTAL.Production.example", "portal.production.example."}) {
    BOOST_TEST_CONTEXT(spelling) {
      Profile twice = profile;
      twice.services.push_back(service(Role::api, spelling, kVerification));
      twice.services.push_back(service(Role::distribution, spelling));
      hosts_are(twice, kVerification,
                {"crl.example", "portal.verification.example", "second.verification.example"});
    }
  }
}

BOOST_AUTO_TEST_CASE(the_order_of_the_entries_does_not_open_a_door) {
  Profile profile;
  profile.services = {service(Role::portal, "both.example", kVerification),
                      service(Role::portal, "both.example", kProduction)};
  hosts_are(profile, kVerification, {});
  hosts_are(profile, kProduction, {});
}

BOOST_AUTO_TEST_CASE(a_name_of_the_other_environment_is_forbidden_also_when_it_is_only_asked_for) {
  Profile profile;
  profile.services = {service(Role::auxiliary_name, "name.example", kProduction),
                      service(Role::crl, "name.example")};
  hosts_are(profile, kVerification, {});
}

BOOST_AUTO_TEST_CASE(an_empty_profile_allows_nothing) { hosts_are(Profile{}, kVerification, {}); }

BOOST_AUTO_TEST_CASE(services_are_those_of_the_environment_and_of_the_line) {
  Profile profile = two_environments();
  BOOST_TEST(profile.services_of(Role::portal, kVerification).size() == 2U);
  BOOST_TEST(profile.services_of(Role::portal, kProduction).size() == 1U);
  BOOST_TEST(profile.services_of(Role::crl, kVerification).size() == 1U);
  BOOST_TEST(profile.services_of(Role::crl, std::nullopt).size() == 1U);
  BOOST_TEST(profile.services_of(Role::portal, std::nullopt).empty());
}

BOOST_AUTO_TEST_CASE(the_first_service_is_the_first_in_the_file) {
  Profile profile = two_environments();
  BOOST_TEST_REQUIRE(profile.first_of(Role::portal, kVerification) != nullptr);
  BOOST_TEST(profile.first_of(Role::portal, kVerification)->host == "portal.verification.example");
  BOOST_TEST(profile.first_of(Role::portal, std::nullopt) == nullptr);
  BOOST_TEST(profile.first_of(Role::time, kVerification) == nullptr);
}

BOOST_AUTO_TEST_CASE(the_longest_prefix_decides_whatever_the_order) {
  Profile profile;
  profile.prefixes = {prefix("2404::", 16, "wide"), prefix("2404:1a8::", 32, "ntt_east"),
                      prefix("2404:1a0::", 28, "middle")};
  BOOST_TEST(profile.longest_prefix_of("2404:1a8:f583::1")->owner == "ntt_east");
  BOOST_TEST(profile.longest_prefix_of("2404:1a9::1")->owner == "middle");
  BOOST_TEST(profile.longest_prefix_of("2404:2000::1")->owner == "wide");
  BOOST_TEST(profile.longest_prefix_of("2405::1") == nullptr);
  BOOST_TEST(profile.longest_prefix_of("fe80::1") == nullptr);
  BOOST_TEST(profile.longest_prefix_of("") == nullptr);
  BOOST_TEST(profile.longest_prefix_of("192.0.2.1") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
