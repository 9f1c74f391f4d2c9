// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/websocket_check.h"

namespace onshi {
namespace {

using Result = HttpAnswer::Result;
constexpr std::chrono::milliseconds kPatience{3000};
constexpr int kAnswers = 5;  // TCP, TLS in two rounds, HTTP, and one more should a packet get lost

Facts facts_of(const HttpRequest& request, const HttpAnswer& answer) {
  Facts facts{{"host", request.target.host}, {"address", request.target.address}, {"path", request.path}};
  facts.add("result", std::string(name_of(answer.result))).add("answer_ms", answer.elapsed.count());
  if (answer.status != 0) facts.add("http_status", answer.status);
  if (answer.tls.alert != 0) facts.add("alert", answer.tls.alert);
  if (!answer.server.empty()) facts.add("server_software", answer.server);
  if (!answer.error.empty()) facts.add("error", answer.error);
  return facts;
}

/// What was refused is the certificate and not the upgrade; the rows of the other hosts say why.
bool is_about_certificate(const HttpAnswer& answer) {
  const bool wanted = answer.tls.certificate_requested && !answer.tls.certificate_sent;
  return wanted || answer.certificate_missing || answer.certificate_refused || answer.result == Result::alert;
}

/// After TLS was agreed and the upgrade was asked for.
bool is_silence(const HttpAnswer& answer) {
  return answer.result == Result::timeout || answer.result == Result::empty ||
         answer.result == Result::closed;
}

Answer judge(const HttpAnswer& answer, const Facts& facts) {
  constexpr int kSwitchingProtocols = 101;
  if (answer.upgraded) return good(facts);
  if (is_about_certificate(answer)) {
    return raise(Verdict::unknown, FindingNumber::websocket_not_tried, facts);
  }
  if (answer.status == kSwitchingProtocols) {
    return raise(Verdict::fail, FindingNumber::websocket_granted_by_stranger, facts);
  }
  if (answer.result == Result::answered) {
    return raise(Verdict::fail, FindingNumber::websocket_refused, facts);
  }
  if (is_silence(answer)) return raise(Verdict::fail, FindingNumber::websocket_unanswered, facts);
  return raise(Verdict::unknown, FindingNumber::websocket_not_judged, facts);
}

Answer ask_for_upgrade(const Inquiry& inquiry, const LadderHost& host,
                       const std::shared_ptr<const ClientCertificate>& certificate) {
  const auto& reached = *inquiry.evidence.of<HostAddresses>(host.check_name("tls"));
  const HttpRequest request{.target = host.on(reached),
                            .path = host.service.websocket,
                            .method = HttpRequest::Method::get,
                            .websocket = true,
                            .certificate = certificate,
                            .roots_pem = inquiry.profile.server_roots_pem};
  const auto answer = inquiry.world.network().request(
      request, inquiry.limit.within(reached.delay.patience(kPatience, kAnswers)));
  return judge(answer, facts_of(request, answer));
}

}  // namespace

Check websocket_check(const LadderHost& host, const std::shared_ptr<const ClientCertificate>& certificate,
                      std::vector<std::string> after) {
  return {
      .name = host.check_name("websocket"),
      .question = FindingNumber::reader_websocket,
      .needs = {host.check_name("tls")},
      .after = std::move(after),
      .budget = LineDelay{LineDelay::kLongest}.patience(kPatience, kAnswers) + std::chrono::milliseconds{300},
      .run = [host,
              certificate](const Inquiry& inquiry) { return ask_for_upgrade(inquiry, host, certificate); },
      .subject = host.service.host};
}

}  // namespace onshi
