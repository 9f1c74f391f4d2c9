// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/site/customer_id.h"

using namespace onshi;

namespace {

struct Row {
  const char* typed;
  const char* normalised;
  CustomerIdFault fault;
};

using enum CustomerIdFault;

const Row kRows[] = {
    {"CAF0123456789", "CAF0123456789", none},
    {"COP01234567", "COP01234567", none},
    {"caf0123456789", "CAF0123456789", none},
    {"ＣＡＦ０１２３４５６７８９", "CAF0123456789", none},
    {" CAF 0123-456-789 ", "CAF0123456789", none},
    {"ＣＡＦ　０１２３ー４５６７８９", "CAF0123456789", none},
    {"", "", empty},
    {" - ", "", empty},
    {"0123456789", "0123456789", prefix},
    {"CAP0123456789", "CAP0123456789", prefix},
    {"CA", "CA", prefix},
    {"CAFCAF0123456789", "CAFCAF0123456789", doubled_prefix},
    {"COPCAF01234567", "COPCAF01234567", doubled_prefix},
    {"CAF-CAF0123456789", "CAFCAF0123456789", doubled_prefix},
    {"CAF012345678O", "CAF012345678O", digits},
    {"CAF①123456789", "CAF1123456789", none},
    {"CAF医院", "CAF医院", digits},
    {"CAF", "CAF", length},
    {"CAF012345678", "CAF012345678", length},
    {"CAF01234567890", "CAF01234567890", length},
    {"COP0123456789", "COP0123456789", length},
    {"COP0123456", "COP0123456", length},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(customer_id_tests)

BOOST_AUTO_TEST_CASE(what_is_typed_is_made_plain_and_each_fault_has_its_name) {
  for (const Row& row : kRows) {
    BOOST_TEST_CONTEXT(row.typed) {
      std::string normalised = normalise_customer_id(row.typed);
      BOOST_TEST(normalised == row.normalised);
      BOOST_TEST(name_of(fault_of_customer_id(normalised)) == name_of(row.fault));
    }
  }
}

BOOST_AUTO_TEST_CASE(only_the_last_three_characters_are_shown) {
  BOOST_TEST(masked_customer_id("CAF0123456789") == "**********789");
  BOOST_TEST(masked_customer_id("COP01234567") == "********567");
  BOOST_TEST(masked_customer_id("CAF医院") == "**F医院");
}

BOOST_AUTO_TEST_CASE(a_fragment_is_hidden_whole) {
  BOOST_TEST(masked_customer_id("789") == "***");
  BOOST_TEST(masked_customer_id("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
