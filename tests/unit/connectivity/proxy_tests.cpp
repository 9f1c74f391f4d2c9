// SPDX-License-Identifier: GPL-3.0-or-later
// Proxy settings, what they do to the hosts, and the comparison with the other way.
#include <boost/test/unit_test.hpp>

#include "probes/connectivity/connectivity_checks.h"
#include "probes/connectivity/proxy_way.h"
#include "tests/unit/connectivity/ladder.h"

namespace onshi::test {
namespace {

const std::string kProxyHost = "proxy.distribution.example";
const std::string kProxyAddress = "2001:db8:1ff:d::8080";
const ProxyServer kProxy{kProxyHost, 8080};
const ProxyHop kHop{kProxyHost, kProxyAddress, 8080};
constexpr int kForbidden = 403;
constexpr int kWantsPassword = 407;

TlsAnswer agreed() {
  TlsAnswer answer;
  answer.result = TlsAnswer::Result::agreed;
  return answer;
}

TlsAnswer refused(int status) {
  TlsAnswer answer;
  answer.result = TlsAnswer::Result::no_connection;
  answer.proxy_status = status;
  return answer;
}

/// The healthy service with a proxy that answers, which nobody is told of yet.
Situation with_proxy() {
  Situation situation = healthy_service();
  answer_host(situation, kResolver1, kProxyHost, NameAnswer::Result::answer, {kProxyAddress});
  connect_host(situation, {kProxyHost, kProxyAddress, 8080}, TcpAnswer::Result::connected);
  const Target lists{.host = kCrlHost, .port = 80, .proxy = kHop};
  situation.seen.requests.push_back({lists, "/", false, http(404), false});
  return situation;
}

Situation told(ProxySettings settings) {
  Situation situation = with_proxy();
  situation.seen.proxy_settings = std::move(settings);
  return situation;
}

Target through_proxy(const std::string& host, const std::string& address) {
  Target target{host, address, 443};
  target.proxy = kHop;
  return target;
}

/// What the proxy answers for a host that the terminal found at `address`; empty when the proxy is asked
/// alone.
void answer_through(Situation& situation, const std::string& host, const std::string& address,
                    const TlsAnswer& answer) {
  situation.seen.handshakes.push_back({through_proxy(host, address), answer});
}

void silence_portal(Situation& situation) {
  connect_host(situation, {kPortalHost, kPortalAddress, 443}, TcpAnswer::Result::timeout);
}

Run run_ladder(const Situation& situation) {
  auto checks = connectivity_checks(situation.site, situation.profile, good_client(), {});
  checks.insert(checks.begin(), names_found(situation));
  return run_all(std::move(checks), situation);
}

int foremost_number(const Run& run) {
  const Finding* first = run.foremost();
  return first == nullptr ? 0 : static_cast<int>(first->number);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(proxy_tests)

BOOST_AUTO_TEST_CASE(the_exemptions_are_read_as_programs_read_them) {
  struct Row {
    std::string item;
    std::string host;
    bool bypassed;
  };
  for (const Row& row : std::vector<Row>{{"*", "a.example", true},
                                         {"a.example", "a.example", true},
                                         {"example", "a.example", true},
                                         {".example", "a.example", true},
                                         {"*.example", "a.example", true},
                                         {"*.a.example", "a.example", false},
                                         {"ample", "a.example", false},
                                         {"b.example", "a.example", false},
                                         {".a.example", "a.example", true},
                                         {"", "a.example", false},
                                         {".", "a.example", false},
                                         {"*.", "a.example", false}}) {
    BOOST_TEST(is_bypassed({.bypass = {row.item}}, row.host) == row.bypassed, row.item);
  }
}

BOOST_AUTO_TEST_CASE(no_proxy_and_a_complete_list_of_exemptions_are_both_good) {
  for (const ProxySettings& settings :
       {ProxySettings{}, ProxySettings{.https = kProxy, .bypass = {"*.verification.example"}},
        ProxySettings{.bypass = {"*"}, .unread = "socks5://proxy.example:1080"}}) {
    const Run run = run_ladder(told(settings));
    BOOST_TEST(foremost_number(run) == 0);
  }
}

BOOST_AUTO_TEST_CASE(the_settings_have_a_number_for_each_way_of_being_wrong) {
  struct Row {
    ProxySettings settings;
    int number;
    Verdict verdict;
  };
  const ProxySettings other_port{.https = ProxyServer{kProxyHost, 8081}};
  const ProxySettings stranger{.https = ProxyServer{"proxy.stranger.example", 8080}};
  const ProxySettings script{.unread = "pac+http://wpad.example/"};
  for (const Row& row : std::vector<Row>{{other_port, 781, Verdict::fail},
                                         {stranger, 782, Verdict::attention},
                                         {script, 784, Verdict::unknown}}) {
    const Answer answer = ask_ladder("connectivity.proxy", told(row.settings));
    BOOST_TEST(cause_of(answer) == row.number);
    BOOST_CHECK(answer.verdict == row.verdict);
  }
  Situation unreadable = with_proxy();
  unreadable.seen.proxy_settings = std::unexpected(CannotSee{CannotSee::Why::failed, 5, "EIO"});
  BOOST_TEST(cause_of(ask_ladder("connectivity.proxy", unreadable)) == 783);
  Situation nameless = told({.https = kProxy});
  answer_host(nameless, kResolver1, kProxyHost, NameAnswer::Result::no_such_name);
  BOOST_TEST(cause_of(ask_ladder("connectivity.proxy", nameless)) == 781);
}

BOOST_AUTO_TEST_CASE(two_places_that_lead_a_host_different_ways_are_both_named) {
  const ProxySettings here{.https = kProxy, .bypass = {"*.verification.example"}, .place = "https_proxy"};
  const ProxySettings same{
      .https = kProxy, .bypass = {kPortalHost, kApiHost, kReaderHost}, .place = "WinHTTP"};
  const ProxySettings lacks_one{.https = kProxy, .bypass = {kApiHost, kReaderHost}, .place = "WinHTTP"};
  const ProxySettings stranger{.https = ProxyServer{"proxy.stranger.example", 8080}, .place = "WinHTTP"};
  for (const auto& [other, number] : {std::pair{same, 0}, {lacks_one, 785}, {stranger, 785}}) {
    ProxySettings settings = here;
    settings.others = {other};
    const Answer answer = ask_ladder("connectivity.proxy", told(settings));
    BOOST_TEST(cause_of(answer) == number);
    BOOST_TEST(answer.facts.value("also_set_in").value() == "WinHTTP");
    BOOST_TEST(answer.facts.value("set_in").value() == "https_proxy");
    if (number == 0) continue;
    BOOST_CHECK(answer.verdict == Verdict::attention);
    BOOST_TEST(answer.facts.value("host").value() == kPortalHost);
    BOOST_TEST(foremost_number(run_ladder(told(settings))) == number);
  }
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_the_place_that_is_heeded_comes_before_the_difference) {
  ProxySettings settings{.https = ProxyServer{kProxyHost, 8081}, .place = "https_proxy"};
  settings.others = {ProxySettings{.https = kProxy, .place = "org.gnome.system.proxy"}};
  BOOST_TEST(cause_of(ask_ladder("connectivity.proxy", told(settings))) == 781);
}

BOOST_AUTO_TEST_CASE(a_proxy_that_the_profile_does_not_know_is_never_asked) {
  Situation situation = told({.https = ProxyServer{"proxy.stranger.example", 8080}});
  const Run run = run_ladder(situation);
  BOOST_TEST(foremost_number(run) == 782);
  for (const Finding& finding : run.findings) BOOST_CHECK(finding.verdict != Verdict::fail);
}

BOOST_AUTO_TEST_CASE(a_host_that_goes_through_the_proxy_is_climbed_that_way) {
  Situation situation = told({.https = kProxy, .bypass = {kApiHost, kReaderHost}});
  silence_portal(situation);
  answer_through(situation, kPortalHost, kPortalAddress, agreed());
  HttpAnswer page = http(200);
  situation.seen.requests.push_back({through_proxy(kPortalHost, kPortalAddress), "/", true, page, false});
  BOOST_TEST(foremost_number(run_ladder(situation)) == 0);
}

BOOST_AUTO_TEST_CASE(a_host_that_answers_only_through_the_profiles_proxy_lacks_the_setting) {
  Situation situation = told({});
  silence_portal(situation);
  BOOST_TEST(foremost_number(run_ladder(situation)) == 712);
  answer_through(situation, kPortalHost, "", refused(kForbidden));
  BOOST_TEST(foremost_number(run_ladder(situation)) == 712);
  situation.seen.handshakes.pop_back();
  answer_through(situation, kPortalHost, "", agreed());
  BOOST_TEST(foremost_number(run_ladder(situation)) == 791);
}

BOOST_AUTO_TEST_CASE(a_host_that_answers_only_directly_lacks_the_exemption) {
  Situation situation = told({.https = kProxy, .bypass = {kApiHost, kReaderHost}});
  answer_through(situation, kPortalHost, kPortalAddress, refused(kForbidden));
  BOOST_TEST(foremost_number(run_ladder(situation)) == 792);
  situation.seen.proxy_settings->place = "org.gnome.system.proxy";
  const Run run = run_ladder(situation);
  BOOST_TEST(run.foremost()->facts.value("set_in").value() == "org.gnome.system.proxy");
}

BOOST_AUTO_TEST_CASE(where_neither_way_leads_the_proxys_own_word_is_told) {
  for (const auto& [status, number] :
       std::vector<std::pair<int, int>>{{kWantsPassword, 786}, {kForbidden, 787}}) {
    Situation situation = told({.https = kProxy, .bypass = {kApiHost, kReaderHost}});
    answer_through(situation, kPortalHost, kPortalAddress, refused(status));
    TlsAnswer stalled;
    stalled.result = TlsAnswer::Result::stalled;
    shake_host(situation, kPortalHost, stalled);
    BOOST_TEST(foremost_number(run_ladder(situation)) == number);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
