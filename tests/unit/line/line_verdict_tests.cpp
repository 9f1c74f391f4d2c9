// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/line/line_verdict.h"

namespace onshi::test {
namespace {

using enum Observation;

Observed seen(Observation what, std::optional<Region> region = {}) { return {what, region, "seen"}; }

constexpr auto kEast = Region::east;
constexpr auto kWest = Region::west;

}  // namespace

BOOST_AUTO_TEST_SUITE(line_verdict_tests)

BOOST_AUTO_TEST_CASE(evidence_together_makes_a_verdict) {
  struct Row {
    std::vector<Observed> observations;
    std::optional<LineKind> kind;
  };
  const std::vector<Row> rows{
      {{seen(search_domain, kEast), seen(closed_resolver_answers, kEast), seen(ntt_prefix, kEast)},
       LineKind::ntt_east},
      {{seen(search_domain, kWest), seen(ntt_prefix, kWest)}, LineKind::ntt_west},
      {{seen(closed_resolver_answers, kEast), seen(ntt_prefix, kEast)}, LineKind::ntt_east},
      {{seen(ngn_resolver_answers, kWest)}, LineKind::ntt_west},
      {{seen(ppp_or_mtu_1454), seen(only_link_local)}, std::nullopt},
      {{seen(private_routes_and_dns)}, std::nullopt},
      {{seen(private_resolver_answers)}, std::nullopt},
      {{seen(private_resolver_answers), seen(private_service_address)}, LineKind::closed_ipv4},
      {{seen(private_resolver_answers), seen(private_service_address), seen(private_routes_and_dns)},
       LineKind::ipsec},
      {{seen(private_resolver_answers), seen(private_service_address), seen(ppp_or_mtu_1454)},
       LineKind::ctc_qtnet},
      {{seen(private_resolver_answers), seen(ppp_or_mtu_1454)}, LineKind::ctc_qtnet},
      {{seen(private_resolver_answers), seen(private_service_address), seen(ppp_or_mtu_1454),
        seen(private_routes_and_dns)},
       LineKind::closed_ipv4},
      {{seen(private_resolver_answers), seen(private_service_address), seen(search_domain, kEast)},
       LineKind::ntt_east},
      {{seen(tunnel_stands)}, LineKind::ipsec},
      {{seen(tunnel_stands), seen(private_resolver_answers), seen(private_service_address)}, LineKind::ipsec},
      {{seen(ntt_prefix, kEast)}, std::nullopt},
      {{seen(service_name_unknown), seen(internet_names_known)}, LineKind::internet},
      {{seen(service_name_unknown), seen(other_prefix), seen(public_resolver_answers)}, LineKind::internet},
      {{seen(service_name_unknown), seen(internet_names_known), seen(ppp_or_mtu_1454)}, LineKind::internet},
      {{seen(service_name_unknown), seen(other_prefix)}, std::nullopt},
      {{seen(service_name_unknown), seen(ppp_or_mtu_1454)}, std::nullopt},
      {{seen(service_name_unknown), seen(internet_names_known), seen(ntt_prefix, kEast)}, std::nullopt},
      {{seen(service_name_unknown), seen(internet_names_known), seen(search_domain, kEast),
        seen(ntt_prefix, kEast)},
       LineKind::ntt_east},
      {{seen(mtu_of_ipsec), seen(private_resolver_answers)}, LineKind::closed_ipv4},
      {{}, std::nullopt}};
  for (const Row& row : rows) BOOST_CHECK(weigh(row.observations).kind == row.kind);
}

BOOST_AUTO_TEST_CASE(one_missing_observation_does_not_decide) {
  const std::vector<Observed> all{seen(search_domain, kEast), seen(ngn_resolver_answers, kEast),
                                  seen(closed_resolver_answers, kEast), seen(ntt_prefix, kEast)};
  for (std::size_t missing = 0; missing < all.size(); ++missing) {
    auto rest = all;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(missing));
    BOOST_CHECK(weigh(rest).kind == LineKind::ntt_east);
  }
}

BOOST_AUTO_TEST_CASE(what_speaks_for_and_against_is_kept_with_its_points) {
  LineVerdict verdict = weigh({seen(search_domain, kEast), seen(private_routes_and_dns)});
  BOOST_CHECK(verdict.kind == LineKind::ntt_east);
  BOOST_REQUIRE(verdict.points.size() == 2U);
  BOOST_TEST(verdict.points[0].points > 0);
  BOOST_TEST(verdict.points[1].points < 0);
  BOOST_TEST(verdict.score == verdict.points[0].points + verdict.points[1].points);
}

BOOST_AUTO_TEST_CASE(strong_evidence_for_both_regions_is_a_conflict) {
  LineVerdict verdict = weigh({seen(search_domain, kEast), seen(closed_resolver_answers, kWest)});
  BOOST_CHECK(!verdict.kind);
  BOOST_TEST(verdict.conflicting);
}

BOOST_AUTO_TEST_CASE(too_little_evidence_is_no_conflict) { BOOST_TEST(!weigh({}).conflicting); }

BOOST_AUTO_TEST_CASE(each_kind_fits_what_may_have_been_declared_and_the_plain_internet_fits_nothing) {
  struct Row {
    LineKind kind;
    bool ntt;
    bool ctc_qtnet;
    bool ipsec;
  };
  for (const Row& row :
       {Row{LineKind::ntt_east, true, false, false}, Row{LineKind::ntt_west, true, false, false},
        Row{LineKind::ctc_qtnet, false, true, false}, Row{LineKind::ipsec, false, false, true},
        Row{LineKind::closed_ipv4, false, true, true}, Row{LineKind::internet, false, false, false}}) {
    BOOST_TEST(fits(row.kind, LineType::ip_vpn_ntt) == row.ntt, name_of(row.kind));
    BOOST_TEST(fits(row.kind, LineType::ip_vpn_ctc_qtnet) == row.ctc_qtnet, name_of(row.kind));
    BOOST_TEST(fits(row.kind, LineType::ipsec_ike) == row.ipsec, name_of(row.kind));
  }
}

BOOST_AUTO_TEST_CASE(a_person_may_say_which_of_two_lines_that_look_alike_it_is) {
  for (const LineKind kind : kStatableLines) {
    BOOST_TEST(agrees(kind, kind));
    const bool closed = kind == LineKind::ctc_qtnet || kind == LineKind::ipsec;
    BOOST_TEST(agrees(kind, LineKind::closed_ipv4) == closed);
    BOOST_TEST(!agrees(kind, LineKind::internet));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
