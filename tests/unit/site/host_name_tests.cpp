// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/site/host_name.h"

using namespace onshi;

BOOST_AUTO_TEST_SUITE(host_name_tests)

BOOST_AUTO_TEST_CASE(spellings_of_one_host_become_one) {
  BOOST_TEST(plain_host("Portal.EXAMPLE") == "portal.example");
  BOOST_TEST(plain_host("portal.example.") == "portal.example");
  BOOST_TEST(plain_host("portal.example..") == "portal.example.");  // which is no name
  BOOST_TEST(plain_host("") == "");
}

BOOST_AUTO_TEST_CASE(names_are_labels_with_dots_between) {
  const std::string label(63, 'a');
  for (const std::string& host :
       {std::string("a.b"), std::string("hweb-api.oqs-st.example"), std::string("1.example"),
        label + ".example", std::string("xn--eckwd4c7c.example")}) {
    BOOST_TEST_CONTEXT(host) { BOOST_TEST(is_host_name(host)); }
  }
  for (const std::string& host :
       {std::string(), std::string("."), std::string("localhost"), std::string(".example"),
        std::string("example."), std::string("a..b"), std::string("-a.example"), std::string("a-.example"),
        std::string("a_b.example"), std::string("a b.example"), std::string("A.example"),
        std::string("a.example:443"), std::string("192.0.2.1"), std::string("a/b.example"),
        label + "a.example", std::string("医院.example")}) {
    BOOST_TEST_CONTEXT(host) { BOOST_TEST(!is_host_name(host)); }
  }
}

BOOST_AUTO_TEST_CASE(a_name_is_at_most_253_characters_long) {
  std::string host = "example";
  while (host.size() < 252) host = "a." + host;
  BOOST_TEST(host.size() == 253U);
  BOOST_TEST(is_host_name(host));
  BOOST_TEST(!is_host_name("b" + host));
}

BOOST_AUTO_TEST_SUITE_END()
