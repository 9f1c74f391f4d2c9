// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/line/declared_check.h"
#include "probes/line/line_verdict.h"
#include "tests/unit/line/healthy_line.h"

namespace onshi::test {
namespace {

using Kind = std::optional<LineKind>;

Answer compare(LineType type, const std::string& customer_id, Kind observed, Kind stated = {}) {
  Situation situation;
  situation.site.line.type = type;
  situation.site.line.customer_id = customer_id;
  if (stated) {
    situation.site.line_override = LineOverride{*stated, "契約書で確かめた", "架空システム 山田", {}};
  }
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

BOOST_AUTO_TEST_CASE(a_persons_word_answers_the_contradiction_and_both_stay_visible) {
  const Answer answer = compare(LineType::ipsec_ike, "", LineKind::ntt_east, LineKind::ipsec);
  BOOST_TEST(cause_of(answer) == 263);
  BOOST_CHECK(answer.verdict == Verdict::attention);
  BOOST_TEST(answer.facts.value("line_kind").value() == "ntt_east");
  BOOST_TEST(answer.facts.value("stated_kind").value() == "ipsec");
  BOOST_TEST(answer.facts.value("stated_reason").value() == "契約書で確かめた");
  BOOST_TEST(answer.facts.value("stated_by").value() == "架空システム 山田");
  BOOST_TEST(answer.facts.value("stated_when").has_value());
}

BOOST_AUTO_TEST_CASE(a_persons_word_is_never_quite_good_unless_it_is_what_is_seen) {
  struct Row {
    LineType type;
    Kind observed;
    LineKind stated;
    int cause;
  };
  for (const Row& row : {Row{LineType::ipsec_ike, {}, LineKind::ipsec, 263},
                         Row{LineType::ip_vpn_ntt, LineKind::ntt_east, LineKind::ntt_west, 263},
                         Row{LineType::ipsec_ike, LineKind::internet, LineKind::ipsec, 263},
                         Row{LineType::ip_vpn_ntt, LineKind::ntt_east, LineKind::ipsec, 264},
                         Row{LineType::ipsec_ike, LineKind::closed_ipv4, LineKind::ctc_qtnet, 264},
                         Row{LineType::ip_vpn_ntt, {}, LineKind::ipsec, 264},
                         Row{LineType::ip_vpn_ntt, LineKind::ntt_east, LineKind::ntt_east, 0},
                         Row{LineType::ipsec_ike, LineKind::closed_ipv4, LineKind::ipsec, 0}}) {
    const Answer answer = compare(row.type, "CAF0000012345", row.observed, row.stated);
    BOOST_TEST(cause_of(answer) == row.cause);
    BOOST_TEST((row.cause == 0 || answer.verdict == Verdict::attention));
  }
}

BOOST_AUTO_TEST_CASE(no_word_makes_a_customer_id_fit_the_line_that_is_seen) {
  for (const Kind observed : {Kind(LineKind::ntt_west), Kind(LineKind::ntt_east), Kind()}) {
    for (const LineKind stated : {LineKind::ntt_east, LineKind::ntt_west}) {
      const bool west = observed == LineKind::ntt_west || stated == LineKind::ntt_west;
      const Answer answer = compare(LineType::ip_vpn_ntt, "COP00012345", observed, stated);
      BOOST_TEST((cause_of(answer) == 262) == west);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
