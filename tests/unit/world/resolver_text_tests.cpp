// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/world/linux/resolver_text.h"

using namespace onshi;

BOOST_AUTO_TEST_SUITE(resolver_text_tests)

BOOST_AUTO_TEST_CASE(resolvers_keep_their_order_and_their_link) {
  auto read = read_resolver_text(
      "# made by nobody\n"
      "nameserver 2001:db8::53\n"
      "  nameserver\t192.0.2.53 # second\n"
      "nameserver fe80::1%enp1s0\n"
      "options edns0\n"
      "nameserver\n");
  BOOST_REQUIRE(read.resolvers.size() == 3U);
  BOOST_TEST(read.resolvers[0].ip == "2001:db8::53");
  BOOST_TEST(read.resolvers[1].ip == "192.0.2.53");
  BOOST_TEST(read.resolvers[2].ip == "fe80::1");
  BOOST_TEST(read.resolvers[2].link == "enp1s0");
  BOOST_TEST(read.search_domains.empty());
}

BOOST_AUTO_TEST_CASE(the_last_search_or_domain_line_holds) {
  auto read =
      read_resolver_text("search one.example\ndomain two.example\nsearch Flets-East.JP. iptvf.jp .\n");
  BOOST_TEST((read.search_domains == std::vector<std::string>{"flets-east.jp", "iptvf.jp"}));
}

BOOST_AUTO_TEST_CASE(an_empty_text_names_nobody) {
  BOOST_TEST(read_resolver_text("").resolvers.empty());
  BOOST_TEST(read_resolver_text("nameserver").resolvers.empty());
  BOOST_TEST(!names_resolved_stub(read_resolver_text("")));
}

BOOST_AUTO_TEST_CASE(the_stub_is_known_when_it_stands_alone) {
  BOOST_TEST(names_resolved_stub(read_resolver_text("nameserver 127.0.0.53\n")));
  BOOST_TEST(!names_resolved_stub(read_resolver_text("nameserver 127.0.0.53\nnameserver 192.0.2.1\n")));
  BOOST_TEST(!names_resolved_stub(read_resolver_text("nameserver 127.0.0.1\n")));
}

BOOST_AUTO_TEST_CASE(a_value_of_os_release_loses_its_quotes) {
  const char* text =
      "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\nPRETTY_NAME_LONG=x\nEMPTY=\nONE='a b'";
  BOOST_TEST(os_release_value(text, "PRETTY_NAME") == "Debian GNU/Linux 12 (bookworm)");
  BOOST_TEST(os_release_value(text, "ID") == "debian");
  BOOST_TEST(os_release_value(text, "ONE") == "a b");
  BOOST_TEST(os_release_value(text, "EMPTY").empty());
  BOOST_TEST(os_release_value(text, "ABSENT").empty());
}

BOOST_AUTO_TEST_SUITE_END()
