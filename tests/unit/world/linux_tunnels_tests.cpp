// SPDX-License-Identifier: GPL-3.0-or-later
// The whole conversation with charon's socket, against a program that says what the case wants.
#include <filesystem>
#include <map>
#include <thread>

#include <boost/test/unit_test.hpp>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "probes/world/linux/descriptor.h"
#include "probes/world/linux/linux_tunnels.h"
#include "tests/unit/world/vici_bytes.h"

namespace onshi::test {
namespace {

using namespace std::chrono_literals;
using Why = CannotSee::Why;
const Limit generous = Limit::of(24h);

/// Answers each question, by its kind and name, with these bytes; hangs up on any other.
using Script = std::map<std::string, std::string>;

class FakeCharon {
 public:
  explicit FakeCharon(Script script) : script_(std::move(script)), path_(unique_path()) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::ranges::copy(path_.string(), address.sun_path);
    listening_ = Descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    BOOST_REQUIRE(::bind(listening_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    BOOST_REQUIRE(::listen(listening_.get(), 1) == 0);
    serving_ = std::jthread([this] { serve(); });
  }
  FakeCharon(const FakeCharon&) = delete;
  FakeCharon& operator=(const FakeCharon&) = delete;
  ~FakeCharon() {
    ::shutdown(listening_.get(), SHUT_RDWR);
    serving_.join();
    std::filesystem::remove(path_);
  }
  [[nodiscard]] std::string path() const { return path_; }

 private:
  static std::filesystem::path unique_path() {
    static int count = 0;
    return std::filesystem::temp_directory_path() /
           ("onshi-vici-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
  }
  static std::string take(int socket, std::size_t count) {
    std::string bytes(count, '\0');
    auto got = ::recv(socket, bytes.data(), count, MSG_WAITALL);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
  }
  void serve() {
    Descriptor client(::accept(listening_.get(), nullptr, nullptr));
    while (client) {
      std::string header = take(client.get(), 4);
      if (header.size() < 4) return;
      std::string question = take(client.get(), static_cast<std::uint8_t>(header[3]));
      auto answer = script_.find(std::to_string(question.at(0)) +
                                 question.substr(2, static_cast<std::uint8_t>(question.at(1))));
      if (answer == script_.end()) return;
      if (answer->second.empty()) continue;  // says nothing
      ::send(client.get(), answer->second.data(), answer->second.size(), MSG_NOSIGNAL);
    }
  }

  Script script_;
  std::filesystem::path path_;
  Descriptor listening_;
  std::jthread serving_;
};

/// Root may open anything, so the case is somebody else while it lasts.
class OrdinaryUser {
 public:
  OrdinaryUser() {
    if (self_ == 0) BOOST_REQUIRE(::seteuid(65534) == 0);
  }
  OrdinaryUser(const OrdinaryUser&) = delete;
  OrdinaryUser& operator=(const OrdinaryUser&) = delete;
  ~OrdinaryUser() {
    if (self_ == 0) BOOST_CHECK(::seteuid(0) == 0);
  }

 private:
  uid_t self_ = ::geteuid();
};

const std::string connection =
    event("list-conn",
          section("closed", list("remote_addrs", {"198.51.100.1"}) +
                                section("children", section("s", list("remote-ts", {"10.20.0.0/16"})))));

std::string conversation(const std::string& state, const std::string& child_state) {
  return event("list-sa",
               section("closed", pair("uniqueid", "1") + pair("state", state) +
                                     section("child-sas", section("s-1", pair("state", child_state)))));
}

Script standing() {
  return {{"3list-conn", confirmed},
          {"0list-conns", connection + response()},
          {"4list-conn", confirmed},
          {"3list-sa", confirmed},
          {"0list-sas", conversation("ESTABLISHED", "INSTALLED") + response()},
          {"4list-sa", confirmed},
          {"0get-counters", response(section("counters", section("closed", pair("ike-init-out-req", "1"))))}};
}

bool wants_more(const TunnelView& /*view*/) { return false; }

Seen<TunnelView> watch(const Script& script, const Limit& limit = generous) {
  FakeCharon charon(script);
  return LinuxTunnels(charon.path()).watch(wants_more, 0ms, limit);
}

Script with(Script script, const std::string& question, const std::string& answer) {
  script[question] = answer;
  return script;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(linux_tunnels_tests)

BOOST_AUTO_TEST_CASE(connections_conversations_and_counters_come_together) {
  auto view = watch(standing());
  BOOST_REQUIRE(view.has_value());
  BOOST_TEST(view->counted);
  BOOST_TEST(view->connections.at(0).networks.at(0) == "10.20.0.0/16");
  BOOST_TEST(view->connections.at(0).since_start.init_sent == 1U);
  BOOST_TEST(view->connections.at(0).while_watched.init_sent == 0U);
  BOOST_TEST(view->conversations.at(0).state == "ESTABLISHED");
  BOOST_TEST(carries_packets(view->conversations.at(0).children.at(0)));
}

BOOST_AUTO_TEST_CASE(a_charon_that_counts_nothing_is_no_fault) {
  auto view = watch(with(standing(), "0get-counters", unknown_command));
  BOOST_REQUIRE(view.has_value());
  BOOST_TEST(!view->counted);
}

BOOST_AUTO_TEST_CASE(what_does_not_concern_the_question_is_passed_over) {
  auto view = watch(with(standing(), "0list-sas", event("log", pair("group", "IKE")) + response()));
  BOOST_REQUIRE(view.has_value());
  BOOST_TEST(view->conversations.empty());
}

BOOST_AUTO_TEST_CASE(without_a_socket_there_is_no_such_program) {
  auto view = LinuxTunnels("/nowhere/at/all").watch(wants_more, 0ms, generous);
  BOOST_REQUIRE(!view.has_value());
  BOOST_CHECK(view.error().why == Why::not_here);
}

BOOST_AUTO_TEST_CASE(a_socket_that_nobody_listens_at_is_told_apart) {
  const auto path =
      std::filesystem::temp_directory_path() / ("onshi-dead-vici-" + std::to_string(::getpid()));
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::ranges::copy(path.string(), address.sun_path);
  {
    Descriptor left_over(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    BOOST_REQUIRE(::bind(left_over.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  }
  auto view = LinuxTunnels(path).watch(wants_more, 0ms, generous);
  std::filesystem::remove(path);
  BOOST_REQUIRE(!view.has_value());
  BOOST_CHECK(view.error().why == Why::failed);
}

BOOST_AUTO_TEST_CASE(what_is_not_vici_ends_the_conversation) {
  const std::vector<std::string> answers{"HTTP/1.1 400 Bad Request\r\n\r\n",
                                         number(0, 4),
                                         number(600000, 4) + "x",
                                         packet("\x09"),
                                         packet("\x01\x02"),
                                         packet(named(0, "list-conns"))};
  for (const std::string& answer : answers) {
    auto view = watch(with(standing(), "0list-conns", answer));
    BOOST_REQUIRE(!view.has_value());
    BOOST_CHECK(view.error().why == Why::failed);
  }
}

BOOST_AUTO_TEST_CASE(events_without_end_are_not_listened_to_without_end) {
  std::string flood;
  for (int i = 0; i < 1000; ++i) flood += conversation("CONNECTING", "CREATED");
  auto view = watch(with(standing(), "0list-sas", flood));
  BOOST_REQUIRE(!view.has_value());
  BOOST_CHECK(view.error().why == Why::failed);
}

BOOST_AUTO_TEST_CASE(a_silent_program_is_given_up_at_the_limit) {
  auto view = watch(with(standing(), "0list-conns", {}), Limit::of(50ms));
  BOOST_REQUIRE(!view.has_value());
  BOOST_CHECK(view.error().why == Why::timeout);
}

BOOST_AUTO_TEST_CASE(a_person_who_stops_the_run_is_obeyed) {
  std::stop_source source;
  source.request_stop();
  auto view = watch(standing(), Limit::of(24h, source.get_token()));
  BOOST_REQUIRE(!view.has_value());
  BOOST_CHECK(view.error().why == Why::cancelled);
}

BOOST_AUTO_TEST_CASE(who_may_not_ask_is_told_so) {
  const OrdinaryUser nobody;
  FakeCharon charon(standing());
  BOOST_REQUIRE(::chmod(charon.path().c_str(), 0) == 0);
  auto view = LinuxTunnels(charon.path()).watch(wants_more, 0ms, generous);
  BOOST_REQUIRE(!view.has_value());
  BOOST_CHECK(view.error().why == Why::refused);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
