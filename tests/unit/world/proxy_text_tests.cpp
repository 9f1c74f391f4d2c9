// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include <boost/test/unit_test.hpp>

#include "probes/world/linux/proxy_text.h"

using namespace onshi;

namespace {

using Variables = std::map<std::string, std::string>;

std::optional<ProxySettings> settings_of(const Variables& variables) {
  return proxy_settings_of([&](const char* name) {
    auto found = variables.find(name);
    return found == variables.end() ? std::string{} : found->second;
  });
}

std::string server_in(const std::string& value) {
  const auto set = settings_of({{"https_proxy", value}});
  if (!set) return "none";
  return set->https ? set->https->host + "|" + std::to_string(set->https->port) : "unread " + set->unread;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(proxy_text_tests)

BOOST_AUTO_TEST_CASE(an_address_is_a_host_and_a_port_or_not_followed) {
  const Variables rows{{"http://proxy.example:8080", "proxy.example|8080"},
                       {"http://proxy.example:8080/", "proxy.example|8080"},
                       {"proxy.example:8080", "proxy.example|8080"},
                       {" HTTP://Proxy.Example ", "proxy.example|80"},
                       {"http://[2001:db8::1]:3128", "2001:db8::1|3128"},
                       {"", "none"},
                       {"  ", "none"},
                       {"socks5://proxy.example:1080", "unread socks5://proxy.example:1080"},
                       {"https://proxy.example:443", "unread https://proxy.example:443"},
                       {"http://proxy.example:port", "unread http://proxy.example:port"},
                       {"http://proxy.example:0", "unread http://proxy.example:0"},
                       {"http://proxy.example:99999", "unread http://proxy.example:99999"},
                       {"http://", "unread http://"}};
  for (const auto& [value, wanted] : rows) BOOST_TEST(server_in(value) == wanted, value);
}

BOOST_AUTO_TEST_CASE(a_password_in_the_address_is_dropped_whatever_the_address_is) {
  for (const std::string password : {"ss-word", "p@ss-word", "p/ss-word", "12/ss-word", "p#ss-word",
                                     "p?ss-word", "p://ss-word", "p:ss-word", "[p]ss-word", "%2Fss-word"}) {
    for (const char* scheme : {"", "http://", "socks5://"}) {
      const auto said = server_in(scheme + ("kaku:" + password) + "@proxy.example:8080");
      BOOST_TEST(said.find("word") == std::string::npos, said);
      BOOST_TEST(said.find("kaku") == std::string::npos, said);
      BOOST_TEST(said.find("proxy.example") != std::string::npos, said);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_first_variable_that_is_set_holds_and_is_named) {
  const auto set =
      settings_of({{"all_proxy", "http://all.example:1"}, {"HTTPS_PROXY", "http://upper.example:2"}});
  BOOST_TEST(set->https->host == "upper.example");
  BOOST_TEST(set->place == "HTTPS_PROXY");
  BOOST_TEST(!settings_of({{"http_proxy", "http://plain.example:1"}}).has_value());
}

BOOST_AUTO_TEST_CASE(the_exemptions_may_be_parted_by_commas_semicolons_or_blanks) {
  const auto set =
      settings_of({{"https_proxy", "p.example:1"}, {"no_proxy", "A.example, *.b.example;;.c.example"}});
  const std::vector<std::string> wanted{"a.example", "*.b.example", ".c.example"};
  BOOST_TEST(set->bypass == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_systems_file_is_read_as_a_login_reads_it) {
  const std::string text =
      "# https_proxy=http://comment.example:1\nPATH=\"/bin\"\nexport https_proxy='http://p.example:8080'\n"
      "no_proxy=\"a.example\"\r\nhttps_proxyx=no";
  BOOST_TEST(environment_value(text, "https_proxy") == "http://p.example:8080");
  BOOST_TEST(environment_value(text, "no_proxy") == "a.example");
  BOOST_TEST(environment_value(text, "all_proxy").empty());
  BOOST_TEST(environment_value("", "all_proxy").empty());
}

BOOST_AUTO_TEST_SUITE_END()
