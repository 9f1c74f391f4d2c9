// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/site/profile.h"
#include "probes/site/small_file.h"
#include "tests/unit/support/practice.h"

using namespace onshi;

namespace {

using What = FileFault::What;

// One entry a line, so that a case can say which line it spoils.
const std::vector<std::string> kLines{
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

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// The good profile with `from` on line `line` written as `to`.
std::string spoiled(std::size_t line, const std::string& from, const std::string& to) {
  auto lines = kLines;
  std::string& text = lines.at(line - 1);
  auto at = text.find(from);
  BOOST_TEST_REQUIRE(at != std::string::npos, "line " << line << " has no " << from);
  text.replace(at, from.size(), to);
  return joined(lines);
}

std::string with_line(std::size_t after, const std::string& line) {
  auto lines = kLines;
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(after), line);
  return joined(lines);
}

std::string without_lines(std::size_t first, std::size_t last) {
  auto lines = kLines;
  lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(first - 1),
              lines.begin() + static_cast<std::ptrdiff_t>(last));
  return joined(lines);
}

struct Folder {
  test::ScratchFolder scratch;

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

BOOST_AUTO_TEST_SUITE(profile_file_tests)

BOOST_FIXTURE_TEST_CASE(a_good_profile_is_read_whole, Folder) {
  const std::string text = joined(kLines);
  Profile profile = good(text);
  BOOST_TEST(profile.name == "example");
  BOOST_TEST(profile.version == "7");
  BOOST_TEST(profile.sha256 == sha256_of(text));
  BOOST_TEST_REQUIRE(profile.services.size() == 3U);
  const Service portal{Service::Role::portal,     "p.example",  443, true,
                       Environment::verification, std::nullopt, "",  false};
  BOOST_TEST((profile.services[0] == portal));
  const Service name{
      Service::Role::auxiliary_name, "name.example", 0, false, std::nullopt, Region::east, "", true};
  BOOST_TEST((profile.services[1] == name));
  const Service crl{Service::Role::crl, "crl.example", 80, false, std::nullopt, std::nullopt, "", true};
  BOOST_TEST((profile.services[2] == crl));
  BOOST_TEST_REQUIRE(profile.resolvers.size() == 1U);
  BOOST_TEST(profile.resolvers[0].ip == "2001:db8::53");
  BOOST_TEST((profile.resolvers[0].region == Region::west));
  BOOST_TEST(!profile.resolvers[0].closed);
  BOOST_TEST(!profile.resolvers[0].confirmed);
  BOOST_TEST_REQUIRE(profile.prefixes.size() == 1U);
  BOOST_TEST(profile.prefixes[0].network == "2001:db8::");
  BOOST_TEST(profile.prefixes[0].length == 32);
  BOOST_TEST(profile.prefixes[0].owner == "ntt_east");
  BOOST_TEST(profile.prefixes[0].confirmed);
  BOOST_TEST_REQUIRE(profile.search_domains.size() == 1U);
  BOOST_TEST(profile.search_domains[0].name == "flets.example");
  BOOST_TEST_REQUIRE(profile.certificate_issuers.size() == 1U);
  BOOST_TEST(profile.certificate_issuers[0] == "Example CA");
  BOOST_TEST(!profile.certificate_issuers_confirmed);
  BOOST_TEST(profile.certificate_months == 0);
  BOOST_TEST(good(spoiled(3, R"(confirmed="no")", R"(confirmed="no" months="39")")).certificate_months == 39);
  BOOST_TEST(
      (fault(spoiled(3, R"(confirmed="no")", R"(confirmed="no" months="0")")).what == What::bad_value));
  BOOST_TEST(profile.server_roots_pem.empty());
  BOOST_TEST(profile.client_roots_pem.empty());
}

BOOST_AUTO_TEST_CASE(the_digest_is_the_one_that_everybody_computes) {
  BOOST_TEST(sha256_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

BOOST_FIXTURE_TEST_CASE(every_wrong_entry_is_named_with_its_line, Folder) {
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

BOOST_FIXTURE_TEST_CASE(what_would_be_allowed_is_said, Folder) {
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

BOOST_FIXTURE_TEST_CASE(a_missing_or_doubled_or_strange_section_is_said, Folder) {
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

BOOST_FIXTURE_TEST_CASE(a_host_may_stand_for_one_environment_in_several_entries, Folder) {
  Profile profile = good(with_line(
      5,
      R"(<service role="api" environment="verification" host="p.example" port="8443" tls="yes" confirmed="no"/>)"));
  BOOST_TEST(profile.services.size() == 4U);
}

BOOST_FIXTURE_TEST_CASE(only_a_reader_gateway_has_a_websocket_and_its_path_is_a_path, Folder) {
  const auto gateway = [](const std::string& role, const std::string& more) {
    return with_line(5, "<service role=\"" + role +
                            "\" environment=\"verification\" host=\"p.example\" port=\"443\" tls=\"yes\" " +
                            more + " confirmed=\"no\"/>");
  };
  BOOST_TEST(good(gateway("reader_gateway", "")).services[1].websocket.empty());
  for (const char* path : {"/", "/reader", "/a/b?c=d"}) {
    const Profile profile = good(gateway("reader_gateway", std::string("websocket=\"") + path + "\""));
    BOOST_TEST(profile.services[1].websocket == path);
  }
  for (const char* path : {"", " ", "reader", "/a b", "/a#b", "/読", "wss://p.example/"}) {
    const FileFault spoiled = fault(gateway("reader_gateway", std::string("websocket=\"") + path + "\""));
    BOOST_TEST(name_of(spoiled.what) == "bad_value", path);
    BOOST_TEST(spoiled.key == "websocket", path);
  }
  BOOST_TEST(name_of(fault(gateway("api", "websocket=\"/\"")).what) == "unknown_key");
}

BOOST_FIXTURE_TEST_CASE(comments_and_windows_line_ends_and_a_mark_at_the_start_are_fine, Folder) {
  std::string text = "\xEF\xBB\xBF" + with_line(4, "<!-- 未確認 -->");
  for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
    text.insert(at, "\r");
  BOOST_TEST(good(text).services.size() == 3U);
  auto at = text.find("p.example");
  BOOST_TEST((at == std::string::npos));
  text.replace(text.find("crl.example"), 11, "crl example");
  BOOST_TEST(fault(text).line == 8);
}

BOOST_FIXTURE_TEST_CASE(a_cut_file_is_no_xml_and_says_where, Folder) {
  std::string text = joined(kLines);
  FileFault found = fault(text.substr(0, text.find("port=")));
  BOOST_TEST(name_of(found.what) == "not_xml");
  BOOST_TEST(found.line == 5);
  BOOST_TEST(name_of(fault("").what) == "not_xml");
  BOOST_TEST(name_of(fault("%PDF-1.7").what) == "not_xml");
}

BOOST_FIXTURE_TEST_CASE(text_in_another_encoding_is_said_with_its_line, Folder) {
  FileFault found = fault(spoiled(3, "Example CA", "\x8A\x4F"));
  BOOST_TEST(name_of(found.what) == "not_utf8");
  BOOST_TEST(found.line == 3);
  for (const char* encoding : {"Shift_JIS", "EUC-JP", "UTF-16"}) {
    const std::string declared = std::string("<?xml version=\"1.0\" encoding=\"") + encoding + "\"?>\n";
    BOOST_TEST(name_of(fault(declared + "<profile/>").what) == "not_utf8", encoding);
  }
}

BOOST_FIXTURE_TEST_CASE(an_xml_of_something_else_is_not_a_profile, Folder) {
  FileFault found = fault("<site/>");
  BOOST_TEST(name_of(found.what) == "unknown_key");
  BOOST_TEST(found.key == "site");
  BOOST_TEST((found.allowed == std::vector<std::string>{"profile"}));
}

BOOST_FIXTURE_TEST_CASE(a_file_that_cannot_be_read_is_said, Folder) {
  auto missing = load_profile(scratch.path() / "absent.xml");
  BOOST_TEST_REQUIRE(!missing.has_value());
  BOOST_TEST(name_of(missing.error().what) == "missing");
  BOOST_TEST(missing.error().file.filename() == "absent.xml");
  BOOST_TEST(missing.error().line == 0);
  auto folder = load_profile(scratch.path());
  BOOST_TEST_REQUIRE(!folder.has_value());
  BOOST_TEST(name_of(folder.error().what) == "folder");
}

BOOST_FIXTURE_TEST_CASE(a_file_over_one_mebibyte_is_too_large_and_one_of_that_size_is_not, Folder) {
  std::string text = joined(kLines);
  text.resize((std::size_t{1} << 20), '\n');
  BOOST_TEST(load(text).has_value());
  BOOST_TEST(name_of(fault(text + "\n").what) == "too_large");
}

BOOST_FIXTURE_TEST_CASE(a_revocation_list_may_lie_beside_the_profile, Folder) {
  scratch.write("issuing.crl", std::string("\x30\x00\xff", 3));
  BOOST_TEST(good(with_line(2, R"(<crl file="issuing.crl"/>)")).client_crl == std::string("\x30\x00\xff", 3));
  BOOST_TEST(good(joined(kLines)).client_crl.empty());
  const std::string long_list(kLargestRevocationList, 'x');
  scratch.write("issuing.crl", long_list);
  BOOST_TEST((good(with_line(2, R"(<crl file="issuing.crl"/>)")).client_crl == long_list));
  scratch.write("issuing.crl", long_list + "x");
  BOOST_TEST((fault(with_line(2, R"(<crl file="issuing.crl"/>)")).what == What::too_large));
  BOOST_TEST((fault(with_line(2, R"(<crl file="gone.crl"/>)")).what == What::missing));
  BOOST_TEST((fault(with_line(2, R"(<crl file="../issuing.crl"/>)")).what == What::bad_value));
  BOOST_TEST((fault(with_line(2, R"(<crl/>)")).what == What::missing_key));
}

BOOST_FIXTURE_TEST_CASE(roots_come_from_a_file_beside_the_profile_or_from_its_text, Folder) {
  const std::string pem = test::invented_root_pem();
  scratch.write("ca.crt", pem + pem);
  Profile beside = good(with_line(2, R"(<roots for="servers" file="ca.crt"/>)"));
  BOOST_TEST(beside.server_roots_pem == pem + pem);
  BOOST_TEST(beside.client_roots_pem.empty());
  std::string indented = "    " + pem;
  for (auto at = indented.find('\n'); at + 1 < indented.size(); at = indented.find('\n', at + 2)) {
    indented.insert(at + 1, "    ");
  }
  Profile inside = good(with_line(2, R"(<roots for="clients">)"
                                     "\n" +
                                         indented + "</roots>"));
  BOOST_TEST(inside.client_roots_pem == pem);
  BOOST_TEST(inside.server_roots_pem.empty());
}

BOOST_FIXTURE_TEST_CASE(roots_that_are_none_are_said, Folder) {
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

BOOST_FIXTURE_TEST_CASE(a_root_file_that_is_not_there_is_named_itself, Folder) {
  FileFault found = fault(with_line(2, R"(<roots for="servers" file="absent.crt"/>)"));
  BOOST_TEST(name_of(found.what) == "missing");
  BOOST_TEST(found.file.filename() == "absent.crt");
}

BOOST_AUTO_TEST_CASE(where_face_readers_are_registered_may_be_said) {
  test::ScratchFolder folder;
  const auto read = [&](const std::string& line) {
    return load_profile(folder.write("profile.xml", with_line(17, line)));
  };
  const auto said = read(R"(<face_readers registry="C:\Data\ReaderInfo.ini" confirmed="no"/>)");
  BOOST_TEST_REQUIRE(said.has_value());
  BOOST_TEST(said->face_registry == R"(C:\Data\ReaderInfo.ini)");
  BOOST_TEST(!said->face_registry_confirmed);
  for (const auto& [line, key] :
       {std::pair{R"(<face_readers confirmed="no"/>)", "registry"},
        std::pair{R"(<face_readers registry="x"/>)", "confirmed"},
        std::pair{R"(<face_readers registry="x" confirmed="no" device="y"/>)", "device"}}) {
    const auto faulty = read(line);
    BOOST_TEST_REQUIRE(!faulty.has_value());
    BOOST_TEST(faulty.error().key == key);
    BOOST_TEST(faulty.error().line == 18);
  }
}

BOOST_AUTO_TEST_SUITE_END()
