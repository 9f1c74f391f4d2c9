// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/tls_check.h"

#include <algorithm>
#include <map>

#include "probes/check/right_time.h"
#include "probes/connectivity/http_check.h"
#include "probes/connectivity/proxy_way.h"
#include "probes/connectivity/tls_judgement.h"
#include "probes/site/japan_time.h"

namespace onshi {
namespace {

constexpr std::chrono::milliseconds kPatience{3000};
constexpr int kAnswers = 4;  // TCP, TLS in two rounds and one more should a packet get lost
constexpr std::chrono::milliseconds kSmallPatience{1500};
// A packet of 1280 bytes, which every IPv6 path carries (RFC 8200), without its headers.
constexpr int kSmallSegment = 1200;
constexpr int kProxyWantsPassword = 407;
constexpr std::chrono::milliseconds kPagePatience{1000};

FindingNumber cause_of(TlsJudgement judgement) {
  static const std::map<TlsJudgement, FindingNumber> causes{
      {TlsJudgement::expired, FindingNumber::server_certificate_expired},
      {TlsJudgement::not_yet_valid, FindingNumber::server_certificate_not_yet_valid},
      {TlsJudgement::dates_by_our_clock, FindingNumber::server_dates_by_our_clock},
      {TlsJudgement::other_name, FindingNumber::server_name_differs},
      {TlsJudgement::not_trusted, FindingNumber::server_not_trusted},
      {TlsJudgement::chain_incomplete, FindingNumber::server_chain_incomplete},
      {TlsJudgement::stalled, FindingNumber::tls_stalled},
      {TlsJudgement::closed, FindingNumber::tls_closed},
      {TlsJudgement::too_old, FindingNumber::tls_too_old},
      {TlsJudgement::not_judged, FindingNumber::tls_not_judged}};
  return causes.at(judgement);
}

void add_server(Facts& facts, const ServerCertificate& server) {
  if (server.subject.empty() && server.issuer.empty()) return;
  facts.add("server_subject", server.subject).add("server_issuer", server.issuer);
  facts.add("server_not_before", iso_date(server.not_before))
      .add("server_not_after", iso_date(server.not_after));
  for (const std::string& name : server.names) facts.add("server_name", name);
}

Facts facts_of(const Target& target, const TlsAnswer& answer, const ClockOffset& clock) {
  Facts facts{{"host", target.host}, {"address", target.address}};
  facts.add("result", std::string(name_of(answer.result)));
  if (!answer.protocol.empty()) facts.add("protocol", answer.protocol);
  if (answer.verify_error != 0) facts.add("verify_error", answer.verify_error);
  if (answer.alert != 0) facts.add("alert", answer.alert);
  if (!answer.error.empty()) facts.add("error", answer.error);
  add_server(facts, answer.server);
  if (clock.known) facts.add("clock_offset_ms", clock.offset.count());
  return facts;
}

TlsAnswer shake_once_more(const Inquiry& inquiry, const Target& target, const LineDelay& delay) {
  return inquiry.world.network().handshake(target, inquiry.profile.server_roots_pem,
                                           inquiry.limit.within(delay.patience(kSmallPatience, kAnswers)));
}

bool came_further(const TlsAnswer& answer) {
  using Result = TlsAnswer::Result;
  return answer.result == Result::agreed || answer.result == Result::not_trusted ||
         answer.result == Result::alert;
}

struct Shaken {
  TlsAnswer answer;
  bool in_small_packets_alone = false;
};

/// After a stall: in small packets, and if those come further, once more as usual. If that stalls too, large
/// packets vanish on the way (line.md §9); if not, the stall has passed, and what came of it counts.
Shaken shake(const Inquiry& inquiry, const Target& target, const LineDelay& delay) {
  auto first = inquiry.world.network().handshake(target, inquiry.profile.server_roots_pem,
                                                 inquiry.limit.within(delay.patience(kPatience, kAnswers)));
  if (first.result != TlsAnswer::Result::stalled) return {std::move(first)};
  Target small = target;
  small.largest_segment = kSmallSegment;
  if (!came_further(shake_once_more(inquiry, small, delay))) return {std::move(first)};
  auto again = shake_once_more(inquiry, target, delay);
  const bool stalled_again = again.result == TlsAnswer::Result::stalled;
  return {.answer = std::move(again), .in_small_packets_alone = stalled_again};
}

Answer refused_by_proxy(const Target& target, const TlsAnswer& answer, Facts facts) {
  facts.add("through_proxy", name_of(*target.proxy)).add("proxy_status", answer.proxy_status);
  const auto cause = answer.proxy_status == kProxyWantsPassword ? FindingNumber::proxy_wants_password
                                                                : FindingNumber::proxy_refuses;
  return raise(Verdict::fail, cause, facts);
}

/// The certificate is somebody else's altogether; dates and protocols say nothing of whose it is.
bool is_of_a_stranger(TlsJudgement judgement) {
  return judgement == TlsJudgement::not_trusted || judgement == TlsJudgement::other_name ||
         judgement == TlsJudgement::chain_incomplete;
}

/// A device that answers in the host's place, and without TLS sends everybody to a page of its own, as where
/// guests have to log in.
std::optional<Answer> find_captive_portal(const Inquiry& inquiry, const Target& target,
                                          const LineDelay& delay, Facts facts) {
  constexpr std::uint16_t kHttpPort = 80;
  constexpr int kLoginRequired = 511;  // RFC 6585
  const HttpRequest request{.target = {.host = target.host, .address = target.address, .port = kHttpPort},
                            .tls = false};
  const auto page =
      inquiry.world.network().request(request, inquiry.limit.within(delay.patience(kPagePatience, kAnswers)));
  const bool is_sent_away = page.status / 100 == 3 && !stays_on(page.location, target.host);
  if (!is_sent_away && page.status != kLoginRequired) return std::nullopt;
  facts.add("http_status", page.status);
  if (!page.location.empty()) facts.add("location", page.location);
  return raise(Verdict::fail, FindingNumber::captive_portal, facts);
}

Answer shake_hands(const Inquiry& inquiry, const LadderHost& host) {
  HostAddresses reached = *inquiry.evidence.of<HostAddresses>(host.check_name("tcp"));
  Target target = host.on(reached);
  ClockOffset clock = clock_of(inquiry.evidence);
  const auto [answer, in_small_packets_alone] = shake(inquiry, target, reached.delay);
  Facts facts = facts_of(target, answer, clock);
  const bool refused = answer.result == TlsAnswer::Result::no_connection && answer.proxy_status != 0;
  if (target.proxy && refused) return refused_by_proxy(target, answer, std::move(facts));
  TlsJudgement judgement = judge_tls(answer, clock, inquiry.world.machine().now());
  if (judgement == TlsJudgement::trusted) return good(facts, reached);
  if (in_small_packets_alone) {
    facts.add("largest_segment", kSmallSegment);
    return raise(Verdict::fail, FindingNumber::large_packets_lost, facts);
  }
  if (is_of_a_stranger(judgement) && !target.proxy) {
    if (const auto portal = find_captive_portal(inquiry, target, reached.delay, facts)) return *portal;
  }
  Verdict verdict = judgement == TlsJudgement::not_judged ? Verdict::unknown : Verdict::fail;
  return raise(verdict, cause_of(judgement), facts);
}

}  // namespace

Check tls_check(const LadderHost& host, std::vector<std::string> after) {
  return {.name = host.check_name("tls"),
          .question = FindingNumber::server_tls,
          .needs = {host.check_name("tcp")},
          .after = std::move(after),
          .budget = LineDelay{LineDelay::kLongest}.patience(kPatience, kAnswers) +
                    2 * LineDelay{LineDelay::kLongest}.patience(kSmallPatience, kAnswers) +
                    std::chrono::milliseconds{300},
          .run = [host](const Inquiry& inquiry) { return shake_hands(inquiry, host); },
          .subject = host.service.host};
}

}  // namespace onshi
