// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/small_file.h"
#include "tests/unit/site/example_profile.h"

using namespace onshi;
using namespace onshi::test;

using What = FileFault::What;

BOOST_AUTO_TEST_SUITE(profile_file_tests)

BOOST_FIXTURE_TEST_CASE(a_good_profile_is_read_whole, ProfileFolder) {
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

BOOST_FIXTURE_TEST_CASE(a_host_may_stand_for_one_environment_in_several_entries, ProfileFolder) {
  Profile profile = good(with_line(
      5,
      R"(<service role="api" environment="verification" host="p.example" port="8443" tls="yes" confirmed="no"/>)"));
  BOOST_TEST(profile.services.size() == 4U);
}

BOOST_FIXTURE_TEST_CASE(only_a_reader_gateway_has_a_websocket_and_its_path_is_a_path, ProfileFolder) {
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

BOOST_FIXTURE_TEST_CASE(comments_and_windows_line_ends_and_a_mark_at_the_start_are_fine, ProfileFolder) {
  std::string text = "\xEF\xBB\xBF" + with_line(4, "<!-- 未確認 -->");
  for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
    text.insert(at, "\r");
  BOOST_TEST(good(text).services.size() == 3U);
  auto at = text.find("p.example");
  BOOST_TEST((at == std::string::npos));
  text.replace(text.find("crl.example"), 11, "crl example");
  BOOST_TEST(fault(text).line == 8);
}

BOOST_FIXTURE_TEST_CASE(a_revocation_list_may_lie_beside_the_profile, ProfileFolder) {
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

BOOST_FIXTURE_TEST_CASE(roots_come_from_a_file_beside_the_profile_or_from_its_text, ProfileFolder) {
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

BOOST_AUTO_TEST_CASE(where_face_readers_are_registered_may_be_said) {
  test::ScratchFolder folder;
  const auto read = [&](const std::string& line) {
    return load_profile(folder.write("profile.xml", with_line(17, line)));
  };
  const auto said = read(R"(<face_readers registry="C:\Data\ReaderInfo.ini" confirmed="no"/>)");
  BOOST_TEST_REQUIRE(said.has_value());
  BOOST_TEST(said->face_registry == R"(C:\Data\ReaderInfo.ini)");
  const auto beside = read(R"(<software>
<settings part="face_library" file="C:\Data\ReaderInfo.ini" registers="face_readers" confirmed="no"/></software>)");
  BOOST_TEST_REQUIRE(beside.has_value());
  BOOST_TEST(beside->face_registry == R"(C:\Data\ReaderInfo.ini)");
  for (const char* registers : {"faces", ""}) {
    const auto faulty =
        read(R"(<software><settings part="face_library" file="x" confirmed="no" registers=")" +
             std::string(registers) + R"("/></software>)");
    BOOST_TEST_REQUIRE(!faulty.has_value());
    BOOST_TEST(faulty.error().key == "registers");
  }
  BOOST_TEST(read(R"(<face_readers registry="x" confirmed="no"/><software>
<settings part="face_library" file="y" registers="face_readers" confirmed="no"/></software>)")
                 .error()
                 .key == "file");
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
