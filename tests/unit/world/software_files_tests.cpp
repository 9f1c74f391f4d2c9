// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <sys/stat.h>

#include "probes/world/live/software_files.h"
#include "tests/unit/support/practice.h"

namespace onshi {
namespace {

using Why = CannotSee::Why;

std::string places_in(std::string_view bytes) {
  const auto settings = connection_settings_in(bytes);
  if (!settings) return "no text";
  std::string all;
  for (const auto& place : settings->places) {
    all += fmt::format("{}{}:{}", all.empty() ? "" : " ", place.line, place.host);
  }
  return all;
}

std::string utf16(std::string_view ascii, bool big_endian) {
  std::string bytes = big_endian ? "\xfe\xff" : "\xff\xfe";
  for (const char letter : ascii) bytes += big_endian ? std::string{'\0', letter} : std::string{letter, '\0'};
  return bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(software_files_tests)

BOOST_AUTO_TEST_CASE(the_hosts_of_addresses_are_read_with_their_lines) {
  const std::pair<std::string, std::string> table[]{
      {"a=https://Portal.Verification.Example/path\r\nb=https://api.verification.example:443\n",
       "1:portal.verification.example 2:api.verification.example"},
      {"a=http://one.example, https://two.example", "1:one.example 1:two.example"},
      {"; a=https://old.example\n# b=https://old.example\n// https://old.example\nc=https://new.example",
       "4:new.example"},
      {"a=https://user:hush@named.example/x", "1:named.example"},
      {"a=\"https://quoted.example\"", "1:quoted.example"},
      {"\xef\xbb\xbf[WEBAPI]\nurl=https://bom.example.", "2:bom.example"},
      {"a=https://192.0.2.7/\nb=https://[2001:db8::1]/\nc=https://\nd=://\ne=https", ""},
      {"", ""},
      {"\n\n\n", ""}};
  for (const auto& [bytes, expected] : table) BOOST_TEST(places_in(bytes) == expected, bytes);
}

BOOST_AUTO_TEST_CASE(every_encoding_of_the_field_gives_the_same) {
  // 接続先 in CP932; its second bytes are letters and signs.
  BOOST_TEST(places_in("; \x90\xda\x91\xb1\x90\xe6\nu=https://cp932.example") == "2:cp932.example");
  // A character of two bytes whose second is a colon's neighbour must not swallow what follows.
  BOOST_TEST(places_in("\x83\x5c\x83\x7c u=https://cp932.example") == "1:cp932.example");
  BOOST_TEST(places_in(utf16("[x]\r\nu=https://wide.example\r\n", false)) == "2:wide.example");
  BOOST_TEST(places_in(utf16("u=https://wide.example", true)) == "1:wide.example");
  BOOST_TEST(places_in(std::string("u=https://x.example\0y", 21)) == "no text");
}

BOOST_AUTO_TEST_CASE(of_an_account_only_its_end_is_kept) {
  const auto settings = connection_settings_in(
      "[reader1]\ndeviceId = "
      "KaoRiyou0012\n[reader2]\nDEVICEID=abc\n[reader3]\ndeviceId=\n;deviceId=old12345\n"
      "password=hush-hush\n");
  BOOST_REQUIRE(settings);
  BOOST_TEST(settings->account_ends == (std::vector<std::string>{"0012", "c"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_section_that_names_an_account_is_a_registered_reader_in_every_encoding) {
  const std::string plain =
      "[Logging]\r\nLevel=3\r\n[Reader1]\r\ndeviceId=KaoRiyou0012\r\n\r\n  [Reader 2] \r\n"
      "name=x\r\ndeviceid = \r\n[Spare]\r\n;deviceId=old\r\n";
  for (const std::string& bytes : {plain, "\xEF\xBB\xBF" + plain, utf16(plain, false), utf16(plain, true),
                                   "; \x8e\xf3\x95\x74\r\n" + plain}) {
    const auto settings = connection_settings_in(bytes);
    BOOST_REQUIRE(settings);
    BOOST_TEST(settings->registered == (std::vector<std::string>{"Reader1", "Reader 2"}),
               boost::test_tools::per_element());
    BOOST_TEST(settings->has_sections);
  }
}

BOOST_AUTO_TEST_CASE(sections_that_nothing_tells_apart_are_counted_each) {
  const auto settings =
      connection_settings_in("[\x8e\xf3\x95\x74]\ndeviceId=a\ndeviceId=b\n[\x8e\xf3\x95\x74]\ndeviceId=c\n");
  BOOST_REQUIRE(settings);
  BOOST_TEST(settings->registered == (std::vector<std::string>{"????", "????"}),
             boost::test_tools::per_element());
  BOOST_TEST(
      connection_settings_in("[" + std::string(9000, 'x') + "]\ndeviceId=a")->registered.at(0).size() == 64U);
}

BOOST_AUTO_TEST_CASE(damaged_sections_register_nothing) {
  for (const char* bytes : {"", "[", "[]\ndeviceId=a", "[unended\ndeviceId=a", "deviceId=a\n[Last]", "[ ]"}) {
    BOOST_TEST(connection_settings_in(bytes)->registered.empty(), bytes);
  }
  BOOST_TEST(!connection_settings_in("deviceId=a")->has_sections);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_here_is_told_from_one_that_cannot_be_read) {
  const test::ScratchFolder folder;
  const auto good = folder.write("api_table.conf", "a=https://portal.example\n");
  BOOST_TEST(read_connection_settings(good.string()).value().places.at(0).host == "portal.example");
  BOOST_TEST((read_connection_settings((folder.path() / "none").string()).error().why == Why::not_here));
  BOOST_TEST(
      (read_connection_settings("C:\\Program Files\\OQS\\api_table.conf").error().why == Why::not_here));
  BOOST_TEST((read_connection_settings(folder.path().string()).error().why == Why::failed));
  const auto binary = folder.write("binary", std::string(8, '\0'));
  BOOST_TEST((read_connection_settings(binary.string()).error().why == Why::failed));
  const auto large = folder.write("large", std::string((1 << 20) + 1, 'x'));
  BOOST_TEST((read_connection_settings(large.string()).error().why == Why::failed));
  const auto pipe = folder.path() / "pipe";
  BOOST_REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  BOOST_TEST((read_connection_settings(pipe.string()).error().why == Why::failed));
}

BOOST_AUTO_TEST_CASE(names_are_compared_without_regard_to_width) {
  const std::string pattern = "資格確認(接続検証環境).url";
  for (const char* name :
       {"資格確認(接続検証環境).url", "資格確認（接続検証環境）.url", "資格確認（接続検証環境）.URL"}) {
    BOOST_TEST(is_file_like(name, pattern), name);
  }
  BOOST_TEST(!is_file_like("資格確認.url", pattern));
  BOOST_TEST(is_file_like("初期アカウント情報（UKETSUKE-1）.txt", "初期アカウント情報(*).txt"));
  BOOST_TEST(is_file_like("初期アカウント情報().txt", "初期アカウント情報(*).txt"));
  BOOST_TEST(!is_file_like("初期アカウント情報.txt", "初期アカウント情報(*).txt"));
  BOOST_TEST(!is_file_like("a", "a*a"));
}

BOOST_AUTO_TEST_CASE(a_folder_is_looked_through) {
  const test::ScratchFolder folder;
  const std::string place = folder.path().string();
  BOOST_TEST(!folder_holds_file_like(place, "初期アカウント情報(*).txt").value());
  folder.write("初期アカウント情報（受付1号機）.txt", "hush-hush");
  BOOST_TEST(folder_holds_file_like(place, "初期アカウント情報(*).txt").value());
  BOOST_TEST(!folder_holds_file_like(place + "/none", "x").value());
  BOOST_TEST(!folder_holds_file_like("C:\\Users\\Public\\Desktop", "x").value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
