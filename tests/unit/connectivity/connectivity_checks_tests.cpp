// SPDX-License-Identifier: GPL-3.0-or-later
// The whole ladder through the real runner: a healthy one raises nothing, and the first failing rung casts
// its shadow.
#include <boost/test/unit_test.hpp>

#include "probes/connectivity/connectivity_checks.h"
#include "tests/unit/connectivity/ladder.h"

namespace onshi::test {
namespace {

Run run_ladder(const Situation& situation,
               std::shared_ptr<const ClientCertificate> certificate = good_client()) {
  std::vector<Check> checks{names_found(situation)};
  for (Check& check : connectivity_checks(situation.site, situation.profile, std::move(certificate))) {
    checks.push_back(std::move(check));
  }
  return run_all(checks, situation);
}

int foremost(const Run& run) { return run.foremost() ? static_cast<int>(run.foremost()->number) : 0; }

int because(const Run& run, const std::string& check) {
  auto because = run.of(check)->because_of;
  return because ? static_cast<int>(*because) : 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(connectivity_checks_tests)

BOOST_AUTO_TEST_CASE(a_healthy_service_raises_nothing) {
  Run run = run_ladder(healthy_service());
  for (const Finding& finding : run.findings) {
    BOOST_TEST(name_of(finding.verdict) == "ok", finding.check << " " << static_cast<int>(finding.number));
  }
  BOOST_TEST(run.findings.size() == 19U);
}

BOOST_AUTO_TEST_CASE(no_check_names_a_production_host) {
  Situation situation = healthy_service();
  for (const Check& check : connectivity_checks(situation.site, situation.profile, good_client())) {
    BOOST_TEST(check.subject.find("production") == std::string::npos, check.name);
  }
}

BOOST_AUTO_TEST_CASE(of_a_silent_host_and_a_bad_certificate_the_nearer_is_shown) {
  Situation situation = healthy_service();
  connect_host(situation, {kPortalHost, kPortalAddress, 443}, TcpAnswer::Result::timeout);
  HttpAnswer refused = http(400);
  refused.certificate_refused = true;
  answer_request(situation, kPortalHost, refused);
  Run run = run_ladder(situation);
  BOOST_TEST(foremost(run) == 712);
  for (const char* rung : {"tls", "certificate", "http"}) {
    BOOST_TEST(because(run, std::string("connectivity.") + rung + ".portal") == 712);
  }
  BOOST_CHECK(run.of("connectivity.http.api")->verdict == Verdict::ok);
}

BOOST_AUTO_TEST_CASE(an_address_that_is_dead_beside_a_live_one_stops_nothing) {
  Situation situation = healthy_service();
  answer_host(situation, kResolver1, kPortalHost, NameAnswer::Result::answer,
              {kOtherPortalAddress, kPortalAddress});
  connect_host(situation, {kPortalHost, kOtherPortalAddress, 443}, TcpAnswer::Result::timeout);
  Run run = run_ladder(situation);
  BOOST_TEST(foremost(run) == 716);
  BOOST_CHECK(run.of("connectivity.http.portal")->verdict == Verdict::ok);
}

BOOST_AUTO_TEST_CASE(without_a_certificate_the_server_is_still_judged) {
  Run run = run_ladder(healthy_service(), nullptr);
  BOOST_CHECK(run.of("connectivity.tls.portal")->verdict == Verdict::ok);
  BOOST_TEST(because(run, "connectivity.http.portal") == 731);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
