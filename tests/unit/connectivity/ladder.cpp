// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/connectivity/ladder.h"

#include <algorithm>

#include "probes/connectivity/connectivity_checks.h"
#include "probes/site/resolved_names.h"
#include "tests/unit/support/practice.h"

namespace onshi::test {
namespace {

const std::vector<std::pair<std::string, std::string>> kHosts{
    {kPortalHost, kPortalAddress}, {kApiHost, "2001:db8:1ff:a::2"}, {kReaderHost, "2001:db8:1ff:a::3"}};

const Profile& profile() {
  static const Profile loaded = [] {
    Profile made = practice_profile();
    made.client_roots_pem = known_authority().pem();
    return made;
  }();
  return loaded;
}

Target target_of(const std::string& host) {
  auto found = std::ranges::find(kHosts, host, &std::pair<std::string, std::string>::first);
  return {host, found->second, 443};
}

TlsAnswer agreed() {
  TlsAnswer answer;
  answer.result = TlsAnswer::Result::agreed;
  answer.protocol = "TLSv1.3";
  return answer;
}

ResolvedNames line_names() {
  return {.resolvers = {kResolver1, kResolver2},
          .ipv6 = true,
          .addresses = {{kLineauthHost, {"2001:db8:1ff::80:1"}}, {kCrlHost, {"2001:db8:1ff::80:2"}}}};
}

}  // namespace

const Authority& known_authority() {
  static const Authority made = make_authority("Practice Online Billing NW System CA");
  return made;
}

std::shared_ptr<const ClientCertificate> good_client() { return make_client(known_authority()); }

Situation healthy_service() {
  Situation situation;
  situation.profile = profile();
  situation.site.line.type = LineType::ip_vpn_ntt;
  situation.seen.now = kToday;
  for (const auto& [host, address] : kHosts) {
    answer_host(situation, kResolver1, host, NameAnswer::Result::answer, {address});
    connect_host(situation, {host, address, 443}, TcpAnswer::Result::connected);
    shake_host(situation, host, agreed());
    answer_request(situation, host, http(200));
  }
  answer_upgrade(situation, upgraded());
  connect_host(situation, {kLineauthHost, "2001:db8:1ff::80:1", 443}, TcpAnswer::Result::connected);
  connect_host(situation, {kCrlHost, "2001:db8:1ff::80:2", 80}, TcpAnswer::Result::connected);
  situation.evidence.put("line.names", line_names());
  return situation;
}

void answer_host(Situation& situation, const std::string& server, const std::string& host,
                 NameAnswer::Result result, std::vector<std::string> addresses) {
  NameQuestion question;
  question.name = host;
  question.server = server;
  NameAnswer answer;
  answer.result = result;
  answer.addresses = std::move(addresses);
  std::erase_if(situation.seen.names, [&](const auto& named) { return named.question == question; });
  situation.seen.names.push_back({question, answer});
}

void connect_host(Situation& situation, const Target& target, TcpAnswer::Result result) {
  TcpAnswer answer;
  answer.result = result;
  std::erase_if(situation.seen.connections, [&](const auto& done) { return done.target == target; });
  situation.seen.connections.push_back({target, answer});
}

void shake_host(Situation& situation, const std::string& host, const TlsAnswer& answer) {
  Target target = target_of(host);
  std::erase_if(situation.seen.handshakes, [&](const auto& done) { return done.target == target; });
  situation.seen.handshakes.push_back({target, answer});
}

void answer_request(Situation& situation, const std::string& host, const HttpAnswer& answer) {
  Target target = target_of(host);
  std::erase_if(situation.seen.requests, [&](const auto& done) { return done.target == target; });
  situation.seen.requests.push_back({target, "/", true, answer, false});
}

void answer_upgrade(Situation& situation, const HttpAnswer& answer) {
  std::erase_if(situation.seen.requests, [](const auto& done) { return done.websocket; });
  situation.seen.requests.push_back({target_of(kReaderHost), "/", true, answer, true});
}

HttpAnswer upgraded() {
  HttpAnswer answer = http(101);
  answer.upgraded = true;
  return answer;
}

HttpAnswer http(int status) {
  HttpAnswer answer;
  answer.result = HttpAnswer::Result::answered;
  answer.status = status;
  answer.tls.certificate_requested = true;
  answer.tls.certificate_sent = true;
  return answer;
}

int cause_of(const Answer& answer) { return answer.cause ? static_cast<int>(*answer.cause) : 0; }

Answer ask_ladder(const std::string& name, const Situation& situation,
                  std::shared_ptr<const ClientCertificate> certificate) {
  Situation with_evidence = situation;
  for (const Check& check :
       connectivity_checks(situation.site, situation.profile, std::move(certificate), {"terminal.clock"})) {
    Answer answer = ask(check, with_evidence);
    if (check.name == name) return answer;
    if (answer.evidence.has_value()) with_evidence.evidence.put(check.name, answer.evidence);
  }
  throw std::logic_error("no such check");
}

Check names_found(const Situation& situation) {
  ResolvedNames names = *situation.evidence.of<ResolvedNames>("line.names");
  return {.name = "line.names", .question = FindingNumber::line_names, .run = [names](const Inquiry&) {
            return good({}, names);
          }};
}

}  // namespace onshi::test
