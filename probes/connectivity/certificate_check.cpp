// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/certificate_check.h"

#include <map>

#include "probes/check/right_time.h"
#include "probes/connectivity/acceptance.h"
#include "probes/site/japan_time.h"

namespace onshi {
namespace {

constexpr std::chrono::milliseconds kPatience{3000};
constexpr int kAnswers = 5;  // TCP, TLS in two rounds, HTTP, and one more should a packet get lost
constexpr std::size_t kIssuersShown = 3;

FindingNumber cause_of(Acceptance acceptance) {
  static const std::map<Acceptance, FindingNumber> causes{
      {Acceptance::not_asked, FindingNumber::certificate_not_asked_for},
      {Acceptance::not_received, FindingNumber::certificate_not_received},
      {Acceptance::refused_expired, FindingNumber::certificate_refused_expired},
      {Acceptance::refused_not_yet_valid, FindingNumber::certificate_refused_not_yet_valid},
      {Acceptance::refused_revoked, FindingNumber::certificate_refused_revoked},
      {Acceptance::refused_issuer, FindingNumber::certificate_refused_issuer},
      {Acceptance::refused_otherwise, FindingNumber::certificate_refused_otherwise},
      {Acceptance::refused_without_reason, FindingNumber::certificate_refused_without_reason},
      {Acceptance::answer_timeout, FindingNumber::answer_timeout},
      {Acceptance::answer_empty, FindingNumber::answer_empty},
      {Acceptance::answer_cut_off, FindingNumber::answer_cut_off},
      {Acceptance::answer_not_had, FindingNumber::answer_not_had}};
  return causes.at(acceptance);
}

Facts facts_of(const Target& target, const HttpAnswer& answer, const LocalCertificate& local) {
  Facts facts{{"host", target.host}, {"address", target.address}};
  facts.add("result", std::string(name_of(answer.result)));
  if (answer.status != 0) facts.add("http_status", answer.status);
  if (answer.tls.alert != 0) facts.add("alert", answer.tls.alert);
  if (!answer.error.empty()) facts.add("error", answer.error);
  facts.add("certificate_issuer", local.issuer);
  facts.add("certificate_not_before", iso_date(local.not_before));
  facts.add("certificate_not_after", iso_date(local.not_after));
  for (std::size_t i = 0; i < std::min(kIssuersShown, answer.tls.accepted_issuers.size()); ++i) {
    facts.add("accepted_issuer", answer.tls.accepted_issuers[i]);
  }
  return facts;
}

Answer present(const Inquiry& inquiry, const LadderHost& host,
               const std::shared_ptr<const ClientCertificate>& certificate) {
  if (!certificate) {
    return raise(Verdict::unknown, FindingNumber::certificate_not_at_hand, {{"host", host.service.host}});
  }
  const auto& reached = *inquiry.evidence.of<HostAddresses>(host.check_name("tls"));
  HttpRequest request{.target = host.on(reached),
                      .method = HttpRequest::Method::get,
                      .certificate = certificate,
                      .roots_pem = inquiry.profile.server_roots_pem};
  auto answer = inquiry.world.network().request(
      request, inquiry.limit.within(reached.delay.patience(kPatience, kAnswers)));
  auto local = look_at(*certificate, inquiry.profile, right_time(inquiry));
  Facts facts = facts_of(request.target, answer, local);
  Acceptance acceptance = judge_acceptance(answer, local);
  if (acceptance == Acceptance::accepted) return good(facts, answer);
  Verdict verdict = acceptance == Acceptance::not_asked ? Verdict::unknown : Verdict::fail;
  return raise(verdict, cause_of(acceptance), facts, answer);
}

}  // namespace

Check certificate_check(const LadderHost& host, const std::shared_ptr<const ClientCertificate>& certificate,
                        std::vector<std::string> after) {
  return {
      .name = host.check_name("certificate"),
      .question = FindingNumber::certificate_accepted,
      .needs = {host.check_name("tls")},
      .after = std::move(after),
      .budget = LineDelay{LineDelay::kLongest}.patience(kPatience, kAnswers) + std::chrono::milliseconds{300},
      .run = [host, certificate](const Inquiry& inquiry) { return present(inquiry, host, certificate); },
      .subject = host.service.host};
}

}  // namespace onshi
