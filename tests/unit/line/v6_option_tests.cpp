// SPDX-License-Identifier: GPL-3.0-or-later
// Every row of the table in line.md §5.
#include <boost/test/unit_test.hpp>

#include "probes/line/v6_option.h"

namespace onshi::test {
namespace {

constexpr bool yes = true;
constexpr bool no = false;
constexpr std::optional<bool> not_asked;

const auto kAll = {V6Declaration::none, V6Declaration::contracted, V6Declaration::planned};
const auto kOthers = {V6Declaration::none, V6Declaration::planned};

V6Row row(V6Declaration declared, bool a, bool b, std::optional<bool> c) {
  return v6_row(declared, {a, b, c, true});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(v6_option_tests)

BOOST_AUTO_TEST_CASE(row_1_whoever_reaches_the_distribution_host_from_the_ngn_has_the_option) {
  for (V6Declaration declared : kAll) {
    BOOST_CHECK(row(declared, yes, yes, yes) == V6Row::confirmed);
    BOOST_CHECK(row(declared, yes, no, yes) == V6Row::confirmed);
  }
}

BOOST_AUTO_TEST_CASE(a_host_that_did_not_prove_itself_confirms_nothing) {
  for (V6Declaration declared : kAll) {
    BOOST_CHECK(v6_row(declared, {yes, yes, yes, no}) == V6Row::distribution_not_proven);
  }
}

BOOST_AUTO_TEST_CASE(row_2_without_the_ngn_nothing_is_said_about_the_option) {
  for (V6Declaration declared : kAll) {
    BOOST_CHECK(row(declared, no, yes, yes) == V6Row::line_not_seen);
    BOOST_CHECK(row(declared, no, no, no) == V6Row::line_not_seen);
    BOOST_CHECK(row(declared, no, no, not_asked) == V6Row::line_not_seen);
  }
}

BOOST_AUTO_TEST_CASE(row_3_declared_but_unreachable_is_a_contradiction) {
  BOOST_CHECK(row(V6Declaration::contracted, yes, yes, no) == V6Row::contradiction);
  BOOST_CHECK(row(V6Declaration::contracted, yes, no, no) == V6Row::contradiction);
}

BOOST_AUTO_TEST_CASE(row_4_not_declared_and_unreachable_is_unconfirmed) {
  for (V6Declaration declared : kOthers) BOOST_CHECK(row(declared, yes, yes, no) == V6Row::unconfirmed);
}

BOOST_AUTO_TEST_CASE(row_5_without_closed_dns_the_settings_may_be_the_reason) {
  for (V6Declaration declared : kOthers) {
    BOOST_CHECK(row(declared, yes, no, no) == V6Row::unconfirmed_without_closed_dns);
  }
}

BOOST_AUTO_TEST_CASE(what_was_not_asked_is_never_a_no) {
  for (V6Declaration declared : kAll) {
    BOOST_CHECK(row(declared, yes, yes, not_asked) == V6Row::distribution_not_asked);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
