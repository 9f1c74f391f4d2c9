// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/line/declared_check.h"
#include "probes/line/line_verdict.h"
#include "tests/unit/line/healthy_line.h"

namespace onshi::test {
namespace {

Answer compare(LineType type, const std::string& customer_id, LineKind observed) {
  Situation situation;
  situation.site.line.type = type;
  situation.site.line.customer_id = customer_id;
  situation.evidence.put("line.verdict", LineVerdict{.kind = observed, .score = 6});
  return ask(declared_check(), situation);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(declared_check_tests)

BOOST_AUTO_TEST_CASE(what_was_declared_and_seen_is_good) {
  BOOST_TEST(cause_of(compare(LineType::ip_vpn_ntt, "CAF0000012345", LineKind::ntt_east)) == 0);
  BOOST_TEST(cause_of(compare(LineType::ip_vpn_ntt, "CAF0000012345", LineKind::ntt_west)) == 0);
  BOOST_TEST(cause_of(compare(LineType::ip_vpn_ntt, "COP00012345", LineKind::ntt_east)) == 0);
  BOOST_TEST(cause_of(compare(LineType::ipsec_ike, "", LineKind::ipsec)) == 0);
  BOOST_TEST(cause_of(compare(LineType::ipsec_ike, "", LineKind::closed_ipv4)) == 0);
  BOOST_TEST(cause_of(compare(LineType::ip_vpn_ctc_qtnet, "", LineKind::closed_ipv4)) == 0);
}

BOOST_AUTO_TEST_CASE(another_kind_than_declared_is_a_warning_with_both_beside_each_other) {
  Answer answer = compare(LineType::ipsec_ike, "", LineKind::ntt_east);
  BOOST_TEST(cause_of(answer) == 261);
  BOOST_CHECK(answer.verdict == Verdict::attention);
  BOOST_TEST(answer.facts.value("declared_type").value() == "line_type_3");
  BOOST_TEST(answer.facts.value("line_kind").value() == "ntt_east");
}

BOOST_AUTO_TEST_CASE(a_customer_id_of_the_east_on_a_line_of_the_west_is_a_fault) {
  Answer answer = compare(LineType::ip_vpn_ntt, "COP00012345", LineKind::ntt_west);
  BOOST_TEST(cause_of(answer) == 262);
  BOOST_CHECK(answer.verdict == Verdict::fail);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
