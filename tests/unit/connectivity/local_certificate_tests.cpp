// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/connectivity/local_certificate.h"
#include "probes/site/japan_time.h"
#include "tests/unit/connectivity/ladder.h"

namespace onshi::test {
namespace {

Profile with_root(const Authority& authority) {
  Profile profile;
  profile.client_roots_pem = authority.pem();
  return profile;
}

Profile with_words(const std::string& words) {
  Profile profile;
  profile.certificate_issuers = {words};
  return profile;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(local_certificate_tests)

BOOST_AUTO_TEST_CASE(dates_are_read_against_the_given_time) {
  auto valid = look_at(*make_client(known_authority()), {}, kToday);
  BOOST_TEST(!valid.expired);
  BOOST_TEST(!valid.not_yet_valid);
  BOOST_TEST(iso_date(valid.not_before) == "2026-11-11");
  BOOST_TEST(look_at(*make_client(known_authority(), kPast), {}, kToday).expired);
  BOOST_TEST(look_at(*make_client(known_authority(), kFuture), {}, kToday).not_yet_valid);
}

BOOST_AUTO_TEST_CASE(a_root_of_the_profile_decides_about_the_issuer) {
  auto client = make_client(known_authority());
  BOOST_TEST(look_at(*client, with_root(known_authority()), kToday).issuer_fits.value());
  BOOST_TEST(!look_at(*client, with_root(make_authority("Another CA")), kToday).issuer_fits.value());
}

BOOST_AUTO_TEST_CASE(an_authority_that_only_has_the_same_name_does_not_fit) {
  auto impostor = make_authority("Practice Online Billing NW System CA");
  BOOST_TEST(!look_at(*make_client(impostor), with_root(known_authority()), kToday).issuer_fits.value());
}

BOOST_AUTO_TEST_CASE(an_expired_certificate_still_fits_its_issuer) {
  BOOST_TEST(look_at(*make_client(known_authority(), kPast), with_root(known_authority()), kToday)
                 .issuer_fits.value());
}

BOOST_AUTO_TEST_CASE(without_roots_the_words_of_the_issuer_decide) {
  auto client = make_client(known_authority());
  BOOST_TEST(look_at(*client, with_words("Online Billing NW System"), kToday).issuer_fits.value());
  BOOST_TEST(!look_at(*client, with_words("online billing"), kToday).issuer_fits.value());
  BOOST_TEST(!look_at(*client, {}, kToday).issuer_fits.has_value());
}

BOOST_AUTO_TEST_CASE(the_issuer_is_printed_on_one_line) {
  BOOST_TEST(look_at(*make_client(known_authority()), {}, kToday).issuer ==
             "CN=Practice Online Billing NW System CA");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
