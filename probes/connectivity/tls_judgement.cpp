// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/tls_judgement.h"

#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

namespace onshi {
namespace {

using Time = std::chrono::system_clock::time_point;

/// The right time lies inside the dates that the terminal's own time is outside of. A clock that is off
/// explains nothing about a certificate that is over by any clock.
bool explains_dates(const ClockOffset& clock, Time now, const ServerCertificate& failing) {
  Time right = now + clock.offset;
  return clock.known && right >= failing.not_before && right <= failing.not_after;
}

TlsJudgement of_verify_error(const TlsAnswer& answer, const ClockOffset& clock, Time now) {
  bool by_our_clock = explains_dates(clock, now, answer.failing);
  switch (answer.verify_error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return by_our_clock ? TlsJudgement::dates_by_our_clock : TlsJudgement::expired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return by_our_clock ? TlsJudgement::dates_by_our_clock : TlsJudgement::not_yet_valid;
    case X509_V_ERR_HOSTNAME_MISMATCH:
      return TlsJudgement::other_name;
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      return TlsJudgement::chain_incomplete;
    default:
      return TlsJudgement::not_trusted;
  }
}

/// A chain that was shown and found good.
bool server_is_proved(const TlsAnswer& answer) {
  bool shown = !answer.server.subject.empty() || !answer.server.names.empty();
  return shown && answer.verify_error == X509_V_OK;
}

bool wants_certificate(const TlsAnswer& answer) {
  return answer.certificate_requested && server_is_proved(answer) &&
         (answer.alert == SSL3_AD_HANDSHAKE_FAILURE || answer.alert == TLS13_AD_CERTIFICATE_REQUIRED);
}

TlsJudgement of_alert(const TlsAnswer& answer) {
  if (wants_certificate(answer)) return TlsJudgement::trusted;
  switch (answer.alert) {
    case SSL3_AD_HANDSHAKE_FAILURE:
    case TLS1_AD_PROTOCOL_VERSION:
    case TLS1_AD_INSUFFICIENT_SECURITY:
      return TlsJudgement::too_old;
    default:
      return TlsJudgement::closed;
  }
}

/// OpenSSL's own words when our side ends the handshake because the server offers only what is too old.
bool speaks_of_protocol(const std::string& error) {
  return error.find("unsupported protocol") != std::string::npos ||
         error.find("version too low") != std::string::npos;
}

}  // namespace

TlsJudgement judge_tls(const TlsAnswer& answer, const ClockOffset& clock, Time now) {
  switch (answer.result) {
    case TlsAnswer::Result::agreed:
      return TlsJudgement::trusted;
    case TlsAnswer::Result::not_trusted:
      return of_verify_error(answer, clock, now);
    case TlsAnswer::Result::alert:
      return of_alert(answer);
    case TlsAnswer::Result::stalled:
      return TlsJudgement::stalled;
    case TlsAnswer::Result::closed:
      return TlsJudgement::closed;
    case TlsAnswer::Result::failed:
      return speaks_of_protocol(answer.error) ? TlsJudgement::too_old : TlsJudgement::not_judged;
    default:
      return TlsJudgement::not_judged;
  }
}

}  // namespace onshi
