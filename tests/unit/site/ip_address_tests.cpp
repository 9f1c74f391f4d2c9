// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/site/ip_address.h"

using namespace onshi;

namespace {

struct Written {
  const char* text;
  const char* canonical;
};

const Written kGood[] = {
    {"192.0.2.1", "192.0.2.1"},
    {"0.0.0.0", "0.0.0.0"},
    {"255.255.255.255", "255.255.255.255"},
    {"::", "::"},
    {"::1", "::1"},
    {"1::", "1::"},
    {"2001:db8::1", "2001:db8::1"},
    {"2001:DB8:0:0:0:0:0:1", "2001:db8::1"},
    {"2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1"},
    {"2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"},  // one zero group is not shortened
    {"2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"},     // the first of two equal runs
    {"2001:0:0:1:0:0:0:1", "2001:0:0:1::1"},           // the longest run
    {"1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"},
    {"::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"},
    {"::ffff:192.0.2.1", "::ffff:c000:201"},
    {"64:ff9b::192.0.2.33", "64:ff9b::c000:221"},
    {"1:2:3:4:5:6:192.0.2.1", "1:2:3:4:5:6:c000:201"},
    {"fe80::1", "fe80::1"},
};

const char* const kBad[] = {"",
                            " ",
                            "192.0.2",
                            "192.0.2.1.1",
                            "192.0.2.256",
                            "192.0.2.01",
                            "192.0.2.",
                            "192.0.2.-1",
                            "192.0.2.1 ",
                            "0x7f.0.0.1",
                            ":",
                            ":::",
                            ":1",
                            "1:",
                            "1::2::3",
                            "1:2:3:4:5:6:7",
                            "1:2:3:4:5:6:7:8:9",
                            "1:2:3:4:5:6:7:8::",
                            "::1:2:3:4:5:6:7:8",
                            "12345::",
                            "g::",
                            "+1::",
                            "fe80::1%eth0",
                            "192.0.2.1::",
                            "::192.0.2.1:1",
                            "::ffff:192.0.2",
                            "1:2:3:4:5:6:7:192.0.2.1",
                            "２００１:db8::1",
                            "2001:db8::1/64"};

struct Membership {
  const char* address;
  const char* network;
  int length;
  bool inside;
};

const Membership kMemberships[] = {
    {"2408::1", "2408::", 22, true},
    {"2408:3ff:ffff::1", "2408::", 22, true},
    {"2408:400::", "2408::", 22, false},
    {"2408:8000::1", "2408::", 22, false},
    {"2001:a000::1", "2001:a000::", 21, true},
    {"2001:a7ff:ffff::1", "2001:a000::", 21, true},
    {"2001:a800::", "2001:a000::", 21, false},
    {"2001:d70::1", "2001:d70::", 30, true},
    {"2001:d73:ffff::1", "2001:d70::", 30, true},
    {"2001:d74::", "2001:d70::", 30, false},
    {"2001:d6f:ffff::1", "2001:d70::", 30, false},
    {"192.0.2.255", "192.0.2.0", 24, true},
    {"192.0.3.0", "192.0.2.0", 24, false},
    {"192.0.2.1", "0.0.0.0", 0, true},
    {"2001:db8::1", "::", 0, true},
    {"192.0.2.1", "::", 0, false},
    {"2001:db8::1", "2001:db8::1", 128, true},
    {"2001:db8::2", "2001:db8::1", 128, false},
    {"2001:db8::1", "2001:db8::", 129, false},
    {"2001:db8::1", "2001:db8::", -1, false},
    {"192.0.2.1", "192.0.2.0", 33, false},
    {"nonsense", "::", 0, false},
};

IpAddress ip(const char* text) { return parse_ip(text).value(); }

}  // namespace

BOOST_AUTO_TEST_SUITE(ip_address_tests)

BOOST_AUTO_TEST_CASE(every_spelling_of_an_address_has_one_canonical_text) {
  for (const Written& row : kGood) {
    BOOST_TEST_CONTEXT(row.text) {
      auto address = parse_ip(row.text);
      BOOST_TEST_REQUIRE(address.has_value());
      BOOST_TEST(text_of(*address) == row.canonical);
      BOOST_TEST((parse_ip(row.canonical) == address));
      BOOST_TEST(canonical_ip(row.text) == row.canonical);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_address_is_not_read_and_stays_as_it_is) {
  for (const char* text : kBad) {
    BOOST_TEST_CONTEXT(text) {
      BOOST_TEST(!parse_ip(text).has_value());
      BOOST_TEST(canonical_ip(text) == text);
    }
  }
}

BOOST_AUTO_TEST_CASE(membership_is_decided_by_bits) {
  for (const Membership& row : kMemberships) {
    BOOST_TEST_CONTEXT(row.address << " in " << row.network << "/" << row.length) {
      BOOST_TEST(is_in_network(row.address, row.network, row.length) == row.inside);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_network_has_no_bits_behind_its_length) {
  for (const char* text :
       {"2001:db8::/32", "2408::/22", "::/0", "192.0.2.1/32", "0.0.0.0/0", "2001:db8::1/128"}) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(parse_network(text).has_value()); }
  }
  for (const char* text : {"2001:db8::1/32", "2408::/5", "2001:db8::", "2001:db8::/", "2001:db8::/129",
                           "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/24/1", "/32", ""}) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(!parse_network(text).has_value()); }
  }
}

BOOST_AUTO_TEST_CASE(kinds_of_addresses_end_where_their_networks_end) {
  BOOST_TEST(is_link_local(ip("fe80::1")));
  BOOST_TEST(is_link_local(ip("febf:ffff::1")));
  BOOST_TEST(!is_link_local(ip("fec0::1")));
  BOOST_TEST(is_link_local(ip("169.254.1.1")));
  BOOST_TEST(!is_link_local(ip("169.255.1.1")));
  BOOST_TEST(is_global_ipv6(ip("2001:db8::1")));
  BOOST_TEST(is_global_ipv6(ip("3fff::1")));
  BOOST_TEST(!is_global_ipv6(ip("4000::1")));
  BOOST_TEST(!is_global_ipv6(ip("fd00::1")));
  BOOST_TEST(!is_global_ipv6(ip("32.1.2.3")));
  for (const char* text : {"10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fd00::1", "fc00::1"}) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(is_private(ip(text))); }
  }
  for (const char* text :
       {"11.0.0.1", "172.32.0.1", "172.15.255.255", "192.169.1.1", "fe00::1", "2001:db8::1"}) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(!is_private(ip(text))); }
  }
}

BOOST_AUTO_TEST_SUITE_END()
