// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/world/live/name_reply.h"
#include "tests/unit/world/dns_message.h"

using namespace onshi;
using onshi::test::dns_reply;
using Result = NameAnswer::Result;
using Type = NameQuestion::Type;

namespace {

NameAnswer read(const std::string& bytes, Type type = Type::aaaa) {
  return read_name_reply({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, type);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(name_reply_tests)

BOOST_AUTO_TEST_CASE(addresses_come_with_the_smallest_time_to_live) {
  auto answer = read(dns_reply({.addresses = {"2001:db8::1", "2001:db8::2"}, .ttls = {300, 60}}));
  BOOST_TEST((answer.result == Result::answer));
  BOOST_TEST((answer.addresses == std::vector<std::string>{"2001:db8::1", "2001:db8::2"}));
  BOOST_TEST(answer.ttl == 60U);
  BOOST_TEST(answer.bytes > 40U);
  auto old = read(dns_reply({.type = 1, .addresses = {"192.0.2.7"}, .ttls = {5}}), Type::a);
  BOOST_TEST((old.addresses == std::vector<std::string>{"192.0.2.7"}));
}

BOOST_AUTO_TEST_CASE(every_response_code_keeps_its_own_result) {
  const std::vector<std::pair<int, Result>> table = {
      {0, Result::no_data}, {1, Result::format_error}, {2, Result::server_failure}, {3, Result::no_such_name},
      {4, Result::failed},  {5, Result::refused},      {9, Result::failed}};
  for (const auto& [code, result] : table) {
    auto answer = read(dns_reply({.code = code}));
    BOOST_TEST((answer.result == result));
    BOOST_TEST(answer.error.empty() == (result != Result::failed));
  }
}

BOOST_AUTO_TEST_CASE(a_cut_answer_is_said_to_be_cut) {
  BOOST_TEST((read(dns_reply({.cut = true, .addresses = {"2001:db8::1"}, .ttls = {5}})).result ==
              Result::truncated));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_answer_are_survived) {
  const std::string whole = dns_reply({.addresses = {"2001:db8::1"}, .ttls = {5}});
  for (std::size_t length = 0; length < whole.size(); ++length) {
    BOOST_TEST((read(whole.substr(0, length)).result != Result::answer));
    for (std::size_t lie = 4; lie < length; ++lie) {
      std::string bytes = whole;
      bytes[lie] = static_cast<char>(0xFF);
      BOOST_TEST(read(bytes).addresses.size() <= 1U);
    }
  }
  BOOST_TEST((read("").result == Result::failed));
}

BOOST_AUTO_TEST_SUITE_END()
