// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include <boost/test/unit_test.hpp>
#include <unistd.h>

#include "probes/world/recorded/observations_file.h"
#include "probes/world/recorded/recorded_world.h"

using namespace onshi;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

const Limit limit = Limit::of(24h);
const Target portal{"portal.verification.example", "2001:db8::1", 443};

class TemporaryFile {
 public:
  TemporaryFile()
      : path_(fs::temp_directory_path() / ("onshi-observations-" + std::to_string(::getpid()) + ".xml")) {}
  explicit TemporaryFile(const std::string& text) : TemporaryFile() { std::ofstream(path_) << text; }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { fs::remove(path_); }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

TlsAnswer full_handshake() {
  TlsAnswer tls;
  tls.result = TlsAnswer::Result::not_trusted;
  tls.tcp = {.result = TcpAnswer::Result::connected, .error = {}, .source = "2001:db8::9", .elapsed = 3ms};
  tls.verify_error = 62;
  tls.protocol = "TLSv1.3";
  tls.certificate_requested = true;
  tls.certificate_sent = true;
  tls.proxy_status = 407;
  tls.accepted_issuers = {"CN = 架空認証局 & \"Sons\"", "CN = Two <b>"};
  tls.server = {"CN = elsewhere.example",
                "CN = Root",
                {"elsewhere.example", "other.example"},
                std::chrono::sys_days{std::chrono::year{2024} / 1 / 1},
                std::chrono::sys_days{std::chrono::year{2025} / 1 / 1}};
  tls.failing = tls.server;
  tls.error = "hostname mismatch";
  tls.elapsed = 12ms;
  return tls;
}

/// Every field with a value that is not its ordinary one.
Observations full() {
  Observations seen;
  seen.now = std::chrono::sys_days{std::chrono::year{2026} / 11 / 21} + 3h;
  Link link{"enp1s0",
            Link::Kind::wireless,
            true,
            true,
            1500,
            1000,
            {{"2001:db8::9", 64, true, false, true, true, true, true}}};
  seen.network =
      NetworkView{{link},
                  {{"::", 0, "fe80::1", "enp1s0", 1024, true, Route::Origin::router_advertisement}},
                  {{"fe80::1", "enp1s0"}, {"2001:db8::53", {}}},
                  {"flets-east.example"}};
  seen.sources = {{"2001:db8::1", "2001:db8::9"}};
  seen.path_mtus = {{"2001:db8::53", 1454}};
  seen.address_calls = AddressCalls{{"enp1s0"}, {"enp2s0"}};
  NameQuestion question{.name = portal.host, .server = "2001:db8::53", .way = NameQuestion::Way::tcp};
  NameAnswer answer{.result = NameAnswer::Result::answer,
                    .addresses = {"2001:db8::1", "2001:db8::2"},
                    .ttl = 300,
                    .tries = 2,
                    .by_tcp = true,
                    .bytes = 739,
                    .elapsed = 7ms,
                    .error = "x"};
  seen.names = {
      {question, answer},
      {{.name = "absent.example", .server = {}}, {.result = NameAnswer::Result::no_such_name, .error = {}}}};
  Target from_ours = portal;
  from_ours.source = "2001:db8::9";
  seen.connections = {{portal, {TcpAnswer::Result::prohibited, 13, "EACCES", "2001:db8::9", 5ms}},
                      {from_ours, {TcpAnswer::Result::connected, 0, "", "2001:db8::9", 6ms}}};
  Target small = portal;
  small.largest_segment = 1200;
  seen.handshakes = {{portal, full_handshake()}, {small, full_handshake()}};
  seen.proxy_settings =
      ProxySettings{ProxyServer{"proxy.example", 8080}, {"*.a.example", "b"}, "socks5://x", "https_proxy"};
  seen.proxy_settings->others = {
      ProxySettings{ProxyServer{"other.example", 3128}, {"c"}, "", "org.gnome.system.proxy"}};
  HttpAnswer http;
  http.result = HttpAnswer::Result::answered;
  http.tls = full_handshake();
  http.status = 400;
  http.date = "Sat, 21 Nov 2026 03:00:00 GMT";
  http.location = "https://elsewhere.example/";
  http.server = "nginx";
  http.body = std::string("\0\x30\xff\n", 4);
  http.body_complete = true;
  http.certificate_missing = http.certificate_refused = true;
  http.error = "y";
  http.elapsed = 20ms;
  Target behind_proxy = portal;
  behind_proxy.proxy = ProxyHop{"proxy.example", "2001:db8::8080", 8080};
  seen.requests = {{portal, "/health", true, http}, {behind_proxy, "/", true, http}};
  seen.readers = std::vector{ReaderState{"Invented Reader 00 00", true, true, true, true, "3B8880", 0x3A0}};
  seen.cards["Invented Reader 00 00"] = {
      true, {{"00A4040C0AD392F000260100000001", "9000"}, {"00A4020C020018 00200080", "63C3"}}};
  seen.cards["Invented Reader 01 00"].opens =
      std::unexpected(CardTrouble{CardTrouble::What::sharing_violation, 0x8010000B});
  seen.usb = std::vector{UsbDevice{0x054C, 0x0DC9, "PaSoRi", "0123456", "1-2", true}};
  seen.card_programs = CardPrograms{{{"filing", 4711}}, 2};
  seen.disk = DiskSpace{1ULL << 40, 1ULL << 41, true, false};
  seen.system =
      SystemFacts{"Debian", "Linux 6", "x86_64", "clinic", true, true, true, false, 77s, 1ULL << 33};
  seen.clock_offsets = {{"2001:db8::123", -7200000ms}};
  seen.connection_settings["C:\\OQS\\api_table.conf"].settings = {
      {{3, "portal.example"}, {4, "api.example"}}, {"0012"}, {"Reader1", "Reader2"}, true};
  seen.connection_settings["/srv/refused.ini"].readable =
      std::unexpected(CannotSee{CannotSee::Why::refused, 13, "open"});
  seen.found_files = {{"/srv/desktop", "初期アカウント情報(*).txt", true},
                      {"/srv/closed", "x", std::unexpected(CannotSee{CannotSee::Why::refused, 13, {}})}};
  seen.tunnels = TunnelView{
      true,
      {{"closed", "7", "ESTABLISHED", "198.51.100.1", true, 9ms, {{"INSTALLED", {"10.20.0.0/16"}}}}},
      {{"closed", "IKEv2", {"198.51.100.1"}, {"10.0.0.0/8"}, {1, 2, 3, 4, 5}, {6, 7, 8, 9, 10}}}};
  seen.browsers =
      BrowserView{"~/.pki/nssdb",
                  true,
                  true,
                  {{"ab12", "CN = Root", "1006", "1319999129", seen.now, seen.now + 24h, true, true}},
                  {"/etc/chromium/policies/managed"},
                  {{"/etc/chromium/policies/managed/a.json", "ab12cd34"}}};
  return seen;
}

Observations saved_and_loaded(const Observations& seen) {
  TemporaryFile file;
  BOOST_REQUIRE(save_observations(seen, file.path()).has_value());
  auto loaded = load_observations(file.path());
  BOOST_REQUIRE(loaded.has_value());
  return *loaded;
}

FileFault fault_of(const std::string& text) {
  TemporaryFile file(text);
  auto loaded = load_observations(file.path());
  BOOST_REQUIRE(!loaded.has_value());
  return loaded.error();
}

constexpr const char* begin = "<observations format=\"1\" now=\"2026-11-21T12:00:00+09:00\">\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(observations_file_tests)

BOOST_AUTO_TEST_CASE(everything_that_was_saved_is_loaded) {
  Observations seen = full();
  Observations loaded = saved_and_loaded(seen);
  BOOST_TEST(observations_text(loaded) == observations_text(seen));
  BOOST_TEST((loaded.now == seen.now));
  BOOST_TEST((loaded.tunnels == seen.tunnels));
  BOOST_TEST((loaded.connection_settings == seen.connection_settings));
  BOOST_TEST((loaded.found_files == seen.found_files));
  BOOST_TEST((loaded.browsers == seen.browsers));
  BOOST_TEST((loaded.requests.at(0).answer.body == seen.requests.at(0).answer.body));
  BOOST_TEST(loaded.requests.at(0).answer.body_complete);
  BOOST_TEST((loaded.network->links.at(0).addresses == seen.network->links.at(0).addresses));
  BOOST_TEST((loaded.network->resolvers.at(0).link == "enp1s0"));
  BOOST_TEST((loaded.names.at(0).question == seen.names.at(0).question));
  BOOST_TEST((loaded.names.at(0).answer.addresses == seen.names.at(0).answer.addresses));
  BOOST_TEST(loaded.names.at(0).answer.by_tcp);
  BOOST_TEST((loaded.handshakes.at(0).answer.accepted_issuers == full_handshake().accepted_issuers));
  BOOST_TEST((loaded.handshakes.at(0).answer.failing.not_after == full_handshake().failing.not_after));
  BOOST_TEST(loaded.handshakes.at(0).answer.certificate_sent);
  BOOST_TEST((loaded.handshakes.at(0).answer.server.not_after == full_handshake().server.not_after));
  BOOST_TEST((loaded.handshakes.at(0).answer.tcp.elapsed == 3ms));
  BOOST_TEST((*loaded.readers == *seen.readers));
  BOOST_TEST((loaded.cards["Invented Reader 01 00"].opens.error() ==
              seen.cards["Invented Reader 01 00"].opens.error()));
  BOOST_TEST((*loaded.usb == *seen.usb));
  BOOST_TEST((*loaded.card_programs == *seen.card_programs));
  BOOST_TEST((loaded.disk->writable == false));
  BOOST_TEST((loaded.system->firewall == true));
  BOOST_TEST((loaded.clock_offsets == seen.clock_offsets));
}

BOOST_AUTO_TEST_CASE(an_older_record_still_says_which_face_readers_were_registered) {
  TemporaryFile file(std::string(begin) +
                     "<face_registry><section value=\"Reader1\"/></face_registry>\n"
                     "<connection_settings file=\"/srv/ReaderInfo.ini\"><account_end value=\"0012\"/>"
                     "</connection_settings>\n"
                     "<connection_settings file=\"/srv/OqsAuth.ini\"><place line=\"1\" host=\"a.example\"/>"
                     "</connection_settings>\n</observations>\n");
  const auto loaded = load_observations(file.path());
  BOOST_REQUIRE(loaded.has_value());
  const auto world = recorded_world(*loaded, {});
  const auto registered = [&](const char* name) {
    return world->machine().connection_settings(name).value().registered;
  };
  BOOST_TEST(registered("/srv/ReaderInfo.ini") == std::vector<std::string>{"Reader1"},
             boost::test_tools::per_element());
  BOOST_TEST(registered("/srv/OqsAuth.ini").empty());
  BOOST_TEST(observations_text(*loaded).find("face_registry") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_loaded_world_answers_as_the_saved_one) {
  Observations seen = full();
  auto before = recorded_world(seen, {portal.host});
  auto after = recorded_world(saved_and_loaded(seen), {portal.host});
  HttpRequest request{.target = portal,
                      .path = "/health",
                      .certificate = std::make_shared<const ClientCertificate>(),
                      .roots_pem = {}};
  BOOST_TEST((before->network().request(request, limit).status == 400));
  BOOST_TEST((after->network().request(request, limit).status == 400));
  BOOST_TEST((after->network().handshake(portal, {}, limit).verify_error == 62));
  BOOST_TEST((after->network().connect(portal, limit).result == TcpAnswer::Result::prohibited));
  BOOST_TEST((after->links().source_towards("2001:db8::1").value() == "2001:db8::9"));
  BOOST_TEST(
      (after->machine().clock_offset({portal.host, "2001:db8::123", 123}, limit).value() == -7200000ms));
  BOOST_TEST((after->cards().open("Invented Reader 01 00", limit).error().what ==
              CardTrouble::What::sharing_violation));
}

BOOST_AUTO_TEST_CASE(troubles_are_kept_too) {
  Observations seen = full();
  seen.network = std::unexpected(CannotSee{CannotSee::Why::refused, 13, "denied"});
  seen.readers = std::unexpected(CardTrouble{CardTrouble::What::service_missing, 0x8010001D});
  seen.usb = std::unexpected(CannotSee{CannotSee::Why::failed, -5, "z"});
  Observations loaded = saved_and_loaded(seen);
  BOOST_TEST((loaded.network.error() == seen.network.error()));
  BOOST_TEST((loaded.readers.error() == seen.readers.error()));
  BOOST_TEST((loaded.usb.error() == seen.usb.error()));
}

BOOST_AUTO_TEST_CASE(nothing_seen_is_another_thing_than_not_looked) {
  Observations loaded = saved_and_loaded({});
  BOOST_TEST(loaded.readers.has_value());
  BOOST_TEST(loaded.usb->empty());
  TemporaryFile file(std::string(begin) + "</observations>");
  auto nothing = load_observations(file.path());
  BOOST_REQUIRE(nothing.has_value());
  BOOST_TEST((nothing->network.error().why == CannotSee::Why::not_supported));
  BOOST_TEST(nothing->disk.error().detail == "not recorded");
  BOOST_TEST((nothing->readers.error().what == CardTrouble::What::failed));
}

BOOST_AUTO_TEST_CASE(a_record_holds_a_revocation_list_of_some_megabytes) {
  constexpr std::size_t kSize = std::size_t{3} << 20;
  Observations seen = full();
  seen.requests.at(0).answer.body.clear();
  for (std::size_t at = 0; at < kSize; ++at) {
    seen.requests.at(0).answer.body += static_cast<char>(at * 131 >> 3U);
  }
  const Observations loaded = saved_and_loaded(seen);
  BOOST_TEST((loaded.requests.at(0).answer.body == seen.requests.at(0).answer.body));
}

BOOST_AUTO_TEST_CASE(a_record_names_no_person) {
  const std::string text = observations_text(full());
  BOOST_TEST(full().system->user == "clinic");
  BOOST_TEST(text.find("\"clinic\"") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_record_of_an_earlier_version_is_read) {
  TemporaryFile file(std::string(begin) +
                     "<system name=\"Debian\" user=\"somebody\"/>"
                     "<browsers place=\"/home/somebody/.pki/nssdb\" there=\"yes\">"
                     "<policy file=\"/etc/a.json\" text=\"abc\"/></browsers></observations>");
  const auto loaded = load_observations(file.path());
  BOOST_REQUIRE(loaded.has_value());
  BOOST_TEST(loaded->system->name == "Debian");
  BOOST_TEST(loaded->system->user.empty());
  BOOST_REQUIRE(loaded->browsers->policies.size() == 1U);
  BOOST_TEST(loaded->browsers->policies.front().sha256 ==
             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

BOOST_AUTO_TEST_CASE(a_bad_file_names_line_key_and_what_is_allowed) {
  BOOST_TEST((load_observations("/nonexistent/world.xml").error().what == FileFault::What::missing));
  BOOST_TEST((fault_of("<observations").what == FileFault::What::not_xml));
  BOOST_TEST((fault_of("<profile format=\"1\"/>").what == FileFault::What::unknown_key));
  FileFault version = fault_of("<observations format=\"9\" now=\"2026-11-21T12:00:00+09:00\"/>");
  BOOST_TEST((version.what == FileFault::What::wrong_version));
  BOOST_TEST(version.value == "9");
  FileFault key = fault_of(std::string(begin) + "<disk free_bytes=\"1\" colour=\"red\"/></observations>");
  BOOST_TEST((key.what == FileFault::What::unknown_key));
  BOOST_TEST(key.key == "colour");
  BOOST_TEST(key.line == 2);
  FileFault word = fault_of(std::string(begin) +
                            "<name name=\"a\" type=\"a\" way=\"tcp\" result=\"maybe\"/></observations>");
  BOOST_TEST((word.what == FileFault::What::bad_value));
  BOOST_TEST(word.value == "maybe");
  BOOST_TEST(word.allowed.size() == 11U);
  FileFault number = fault_of(std::string(begin) + "<disk free_bytes=\"-1\"/></observations>");
  BOOST_TEST((number.what == FileFault::What::bad_value));
  BOOST_TEST((fault_of(std::string(begin) + "<surprise/></observations>").key == "surprise"));
  BOOST_TEST((fault_of("<observations format=\"1\" now=\"yesterday\"/>").key == "now"));
}

BOOST_AUTO_TEST_SUITE_END()
