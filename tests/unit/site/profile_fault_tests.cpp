// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/small_file.h"
#include "tests/unit/site/example_profile.h"

using namespace onshi;
using namespace onshi::test;

namespace {

using What = FileFault::What;

struct Spoiled {
  std::size_t line;
  const char* from;
  const char* to;
  What what;
  const char* key;
  const char* value;
};

const Spoiled kSpoiled[] = {
    {2, R"(format="1")", R"(format="2")", What::wrong_version, "format", "2"},
    {2, R"( format="1")", "", What::missing_key, "format", ""},
    {2, R"( name="example")", "", What::missing_key, "name", ""},
    {2, R"(name="example")", R"(name=" ")", What::bad_value, "name", " "},
    {2, R"( version="7")", "", What::missing_key, "version", ""},
    {2, R"(version="7")", R"(version="7" colour="red")", What::unknown_key, "colour", "red"},
    {3, R"( confirmed="no")", "", What::missing_key, "confirmed", ""},
    {3, R"(confirmed="no")", R"(confirmed="maybe")", What::bad_value, "confirmed", "maybe"},
    {3, R"(contains="Example CA")", R"(contain="Example CA")", What::missing_key, "contains", ""},
    {3, R"(contains="Example CA")", R"(contains="")", What::bad_value, "contains", ""},
    {3, R"(<issuer contains="Example CA"/>)", "<name/>", What::unknown_key, "name", ""},
    {3, R"(<issuer contains="Example CA"/>)", "Example CA", What::bad_value, "issuers", "Example CA"},
    {5, R"(role="portal")", R"(role="gate")", What::bad_value, "role", "gate"},
    {5, R"(role="portal" )", "", What::missing_key, "role", ""},
    {5, R"(environment="verification")", R"(environment="test")", What::bad_value, "environment", "test"},
    {5, R"( environment="verification")", "", What::missing_key, "environment", ""},
    {5, R"( host="P.example")", "", What::missing_key, "host", ""},
    {5, R"(host="P.example")", R"(host="192.0.2.1")", What::bad_value, "host", "192.0.2.1"},
    {5, R"(host="P.example")", R"(host="2001:db8::1")", What::bad_value, "host", "2001:db8::1"},
    {5, R"(host="P.example")", R"(host="portal")", What::bad_value, "host", "portal"},
    {5, R"(host="P.example")", R"(host="p.example..")", What::bad_value, "host", "p.example.."},
    {5, R"(host="P.example")", R"(host="https://p.example")", What::bad_value, "host", "https://p.example"},
    {5, R"(host="P.example")", R"(host="-p.example")", What::bad_value, "host", "-p.example"},
    {5, R"(host="P.example")", R"(host="p..example")", What::bad_value, "host", "p..example"},
    {5, R"(host="P.example")", R"(host="ｐ.example")", What::bad_value, "host", "ｐ.example"},
    {5, R"(port="443")", R"(port="0")", What::bad_value, "port", "0"},
    {5, R"(port="443")", R"(port="65536")", What::bad_value, "port", "65536"},
    {5, R"(port="443")", R"(port="443x")", What::bad_value, "port", "443x"},
    {5, R"( port="443")", "", What::missing_key, "port", ""},
    {5, R"(port="443")", R"(port="443" port="444")", What::bad_value, "port", "444"},
    {5, R"(tls="yes")", R"(tls="true")", What::bad_value, "tls", "true"},
    {5, R"( tls="yes")", "", What::missing_key, "tls", ""},
    {5, R"( confirmed="no")", "", What::missing_key, "confirmed", ""},
    {5, R"(confirmed="no")", R"(confirmed="no" path="/")", What::unknown_key, "path", "/"},
    {6, R"(region="east")", R"(region="north")", What::bad_value, "region", "north"},
    {6, R"(confirmed="yes")", R"(confirmed="yes" port="443")", What::unknown_key, "port", "443"},
    {7, R"(<service )", R"(<server )", What::unknown_key, "server", ""},
    {7, R"(host="crl.example")", R"(host="p.example")", What::bad_value, "environment", ""},
    {7, R"(host="crl.example")", R"(environment="production" host="p.example")", What::bad_value,
     "environment", "production"},
    {10, R"( region="west")", "", What::missing_key, "region", ""},
    {10, R"(kind="ngn")", R"(kind="open")", What::bad_value, "kind", "open"},
    {10, R"(ip="2001:DB8:0::53")", R"(ip="resolver.example")", What::bad_value, "ip", "resolver.example"},
    {10, R"(ip="2001:DB8:0::53")", R"(ip="fe80::1%eth0")", What::bad_value, "ip", "fe80::1%eth0"},
    {10, R"(confirmed="no")", R"(confirmed="")", What::bad_value, "confirmed", ""},
    {13, R"(network="2001:db8::/32")", R"(network="2001:db8::")", What::bad_value, "network", "2001:db8::"},
    {13, R"(network="2001:db8::/32")", R"(network="2001:db8::1/32")", What::bad_value, "network",
     "2001:db8::1/32"},
    {13, R"(network="2001:db8::/32")", R"(network="2001:db8::/129")", What::bad_value, "network",
     "2001:db8::/129"},
    {13, R"( owner="ntt_east")", "", What::missing_key, "owner", ""},
    {16, R"(name="flets.example")", R"(name="flets_east")", What::bad_value, "name", "flets_east"},
    {16, R"(region="east")", R"(region="East")", What::bad_value, "region", "East"},
    {16, "/>", "><x/></domain>", What::unknown_key, "x", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(profile_fault_tests)

BOOST_FIXTURE_TEST_CASE(every_wrong_entry_is_named_with_its_line, ProfileFolder) {
  for (const Spoiled& row : kSpoiled) {
    BOOST_TEST_CONTEXT("line " << row.line << ": " << row.from << " -> " << row.to) {
      FileFault found = fault(spoiled(row.line, row.from, row.to));
      BOOST_TEST(found.line == static_cast<int>(row.line));
      BOOST_TEST(name_of(found.what) == name_of(row.what));
      BOOST_TEST(found.key == row.key);
      BOOST_TEST(found.value == row.value);
      BOOST_TEST(found.file.filename() == "profile.xml");
    }
  }
}

BOOST_FIXTURE_TEST_CASE(what_would_be_allowed_is_said, ProfileFolder) {
  auto allowed = [this](std::size_t line, const char* from, const char* to) {
    return fault(spoiled(line, from, to)).allowed;
  };
  using Words = std::vector<std::string>;
  BOOST_TEST((allowed(5, "yes", "on") == Words{"yes", "no"}));
  BOOST_TEST((allowed(5, "verification", "x") == Words{"production", "verification"}));
  BOOST_TEST((allowed(5, R"( environment="verification")", "") == Words{"production", "verification"}));
  BOOST_TEST((allowed(5, R"("portal")", R"("x")") == role_names()));
  BOOST_TEST((allowed(5, "443", "x") == Words{"1-65535"}));
  BOOST_TEST((allowed(10, "ngn", "x") == Words{"closed", "ngn"}));
  BOOST_TEST((allowed(2, R"("1")", R"("2")") == Words{"1"}));
  BOOST_TEST((allowed(7, R"(host="crl.example")", R"(environment="production" host="p.example")") ==
              Words{"verification"}));
  BOOST_TEST((allowed(13, "<prefix ", "<net ") == Words{"prefix"}));
}

BOOST_FIXTURE_TEST_CASE(a_missing_or_doubled_or_strange_section_is_said, ProfileFolder) {
  const std::pair<std::pair<std::size_t, std::size_t>, const char*> sections[] = {
      {{3, 3}, "issuers"},
      {{4, 8}, "services"},
      {{9, 11}, "resolvers"},
      {{12, 14}, "prefixes"},
      {{15, 17}, "search_domains"}};
  for (const auto& [lines, name] : sections) {
    BOOST_TEST_CONTEXT(name) {
      FileFault found = fault(without_lines(lines.first, lines.second));
      BOOST_TEST(name_of(found.what) == "missing_key");
      BOOST_TEST(found.key == name);
      BOOST_TEST(found.line == 2);
    }
  }
  FileFault doubled = fault(with_line(17, "<resolvers/>"));
  BOOST_TEST(doubled.line == 18);
  BOOST_TEST(doubled.key == "resolvers");
  FileFault strange = fault(with_line(8, "<servers/>"));
  BOOST_TEST(name_of(strange.what) == "unknown_key");
  BOOST_TEST(strange.line == 9);
  BOOST_TEST(strange.key == "servers");
}

BOOST_FIXTURE_TEST_CASE(a_cut_file_is_no_xml_and_says_where, ProfileFolder) {
  std::string text = joined(kLines);
  FileFault found = fault(text.substr(0, text.find("port=")));
  BOOST_TEST(name_of(found.what) == "not_xml");
  BOOST_TEST(found.line == 5);
  BOOST_TEST(name_of(fault("").what) == "not_xml");
  BOOST_TEST(name_of(fault("%PDF-1.7").what) == "not_xml");
}

BOOST_FIXTURE_TEST_CASE(text_in_another_encoding_is_said_with_its_line, ProfileFolder) {
  FileFault found = fault(spoiled(3, "Example CA", "\x8A\x4F"));
  BOOST_TEST(name_of(found.what) == "not_utf8");
  BOOST_TEST(found.line == 3);
  for (const char* encoding : {"Shift_JIS", "EUC-JP", "UTF-16"}) {
    const std::string declared = std::string("<?xml version=\"1.0\" encoding=\"") + encoding + "\"?>\n";
    BOOST_TEST(name_of(fault(declared + "<profile/>").what) == "not_utf8", encoding);
  }
}

BOOST_FIXTURE_TEST_CASE(an_xml_of_something_else_is_not_a_profile, ProfileFolder) {
  FileFault found = fault("<site/>");
  BOOST_TEST(name_of(found.what) == "unknown_key");
  BOOST_TEST(found.key == "site");
  BOOST_TEST((found.allowed == std::vector<std::string>{"profile"}));
}

BOOST_FIXTURE_TEST_CASE(a_file_that_cannot_be_read_is_said, ProfileFolder) {
  auto missing = load_profile(scratch.path() / "absent.xml");
  BOOST_TEST_REQUIRE(!missing.has_value());
  BOOST_TEST(name_of(missing.error().what) == "missing");
  BOOST_TEST(missing.error().file.filename() == "absent.xml");
  BOOST_TEST(missing.error().line == 0);
  auto folder = load_profile(scratch.path());
  BOOST_TEST_REQUIRE(!folder.has_value());
  BOOST_TEST(name_of(folder.error().what) == "folder");
}

BOOST_FIXTURE_TEST_CASE(a_file_over_one_mebibyte_is_too_large_and_one_of_that_size_is_not, ProfileFolder) {
  std::string text = joined(kLines);
  text.resize((std::size_t{1} << 20), '\n');
  BOOST_TEST(load(text).has_value());
  BOOST_TEST(name_of(fault(text + "\n").what) == "too_large");
}

BOOST_FIXTURE_TEST_CASE(roots_that_are_none_are_said, ProfileFolder) {
  const std::string pem = test::invented_root_pem();
  scratch.write("ca.crt", pem);
  scratch.write("empty.crt", "");
  scratch.write("cut.crt", pem.substr(0, pem.size() / 2));
  scratch.write("half.crt", pem + "-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n");
  const std::pair<std::string, const char*> rows[] = {
      {R"(<roots for="servers" file="empty.crt"/>)", "roots"},
      {R"(<roots for="servers" file="cut.crt"/>)", "roots"},
      {R"(<roots for="servers" file="half.crt"/>)", "roots"},
      {R"(<roots for="servers"/>)", "roots"},
      {R"(<roots for="servers">nothing</roots>)", "roots"},
      {R"(<roots for="all" file="ca.crt"/>)", "for"},
      {R"(<roots file="ca.crt"/>)", "for"},
      {R"(<roots for="servers" file="../ca.crt"/>)", "file"},
      {R"(<roots for="servers" file="/etc/ssl/ca.crt"/>)", "file"},
      {R"(<roots for="servers" file="ca.crt">text</roots>)", "roots"},
      {R"(<roots for="servers" file="ca.crt"/><roots for="servers" file="ca.crt"/>)", "for"},
      {R"(<roots for="servers" file="ca.crt" confirmed="yes"/>)", "confirmed"},
  };
  for (const auto& [line, key] : rows) {
    BOOST_TEST_CONTEXT(line) {
      FileFault found = fault(with_line(2, line));
      BOOST_TEST(found.line == 3);
      BOOST_TEST(found.key == key);
    }
  }
}

BOOST_FIXTURE_TEST_CASE(a_root_file_that_is_not_there_is_named_itself, ProfileFolder) {
  FileFault found = fault(with_line(2, R"(<roots for="servers" file="absent.crt"/>)"));
  BOOST_TEST(name_of(found.what) == "missing");
  BOOST_TEST(found.file.filename() == "absent.crt");
}

BOOST_AUTO_TEST_SUITE_END()
