// SPDX-License-Identifier: GPL-3.0-or-later
// A good profile, and ways to spoil a line of it. One thread.
#pragma once

#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "probes/site/profile.h"
#include "tests/unit/support/practice.h"

namespace onshi::test {

// One entry a line, so that a case can say which line it spoils.
inline const std::vector<std::string> kLines{
    R"(<?xml version="1.0" encoding="UTF-8"?>)",                               // 1
    R"(<profile format="1" name="example" version="7">)",                      // 2
    R"(  <issuers confirmed="no"><issuer contains="Example CA"/></issuers>)",  // 3
    R"(  <services>)",                                                         // 4
    R"(    <service role="portal" environment="verification" host="P.example" port="443" tls="yes" confirmed="no"/>)",
    R"(    <service role="auxiliary_name" host="name.example" region="east" confirmed="yes"/>)",  // 6
    R"(    <service role="crl" host="crl.example" port="80" tls="no" confirmed="yes"/>)",         // 7
    R"(  </services>)",                                                                           // 8
    R"(  <resolvers>)",                                                                           // 9
    R"(    <resolver region="west" kind="ngn" ip="2001:DB8:0::53" confirmed="no"/>)",             // 10
    R"(  </resolvers>)",                                                                          // 11
    R"(  <prefixes>)",                                                                            // 12
    R"(    <prefix owner="ntt_east" network="2001:db8::/32" confirmed="yes"/>)",                  // 13
    R"(  </prefixes>)",                                                                           // 14
    R"(  <search_domains>)",                                                                      // 15
    R"(    <domain region="east" name="flets.example" confirmed="no"/>)",                         // 16
    R"(  </search_domains>)",                                                                     // 17
    R"(</profile>)"};                                                                             // 18

inline std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// The good profile with `from` on line `line` written as `to`.
inline std::string spoiled(std::size_t line, const std::string& from, const std::string& to) {
  auto lines = kLines;
  std::string& text = lines.at(line - 1);
  auto at = text.find(from);
  BOOST_TEST_REQUIRE(at != std::string::npos, "line " << line << " has no " << from);
  text.replace(at, from.size(), to);
  return joined(lines);
}

inline std::string with_line(std::size_t after, const std::string& line) {
  auto lines = kLines;
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(after), line);
  return joined(lines);
}

inline std::string without_lines(std::size_t first, std::size_t last) {
  auto lines = kLines;
  lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(first - 1),
              lines.begin() + static_cast<std::ptrdiff_t>(last));
  return joined(lines);
}

struct ProfileFolder {
  ScratchFolder scratch;

  std::expected<Profile, FileFault> load(const std::string& text) {
    return load_profile(scratch.write("profile.xml", text));
  }
  Profile good(const std::string& text) {
    auto profile = load(text);
    BOOST_TEST_REQUIRE(profile.has_value(), "line " << profile.error().line << " " << profile.error().key);
    return *profile;
  }
  FileFault fault(const std::string& text) {
    auto profile = load(text);
    BOOST_TEST_REQUIRE(!profile.has_value(), "it was read although it is wrong");
    return profile.error();
  }
};

}  // namespace onshi::test
