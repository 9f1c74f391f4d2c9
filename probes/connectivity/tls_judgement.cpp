// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/tls_judgement.h"

#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

namespace onshi {
namespace {

constexpr std::chrono::minutes kClockOff{5};  // line.md §8

bool explains_dates(const ClockOffset& clock) {
  return clock.known && std::chrono::abs(clock.offset) > kClockOff;
}

TlsJudgement of_dates(TlsJudgement judgement, const ClockOffset& clock) {
  return explains_dates(clock) ? TlsJudgement::dates_by_our_clock : judgement;
}

TlsJudgement of_verify_error(long error, const ClockOffset& clock) {
  switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return of_dates(TlsJudgement::expired, clock);
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return of_dates(TlsJudgement::not_yet_valid, clock);
    case X509_V_ERR_HOSTNAME_MISMATCH:
      return TlsJudgement::other_name;
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      return TlsJudgement::chain_incomplete;
    default:
      return TlsJudgement::not_trusted;
  }
}

bool wants_certificate(const TlsAnswer& answer) {
  return answer.certificate_requested &&
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

TlsJudgement judge_tls(const TlsAnswer& answer, const ClockOffset& clock) {
  switch (answer.result) {
    case TlsAnswer::Result::agreed:
      return TlsJudgement::trusted;
    case TlsAnswer::Result::not_trusted:
      return of_verify_error(answer.verify_error, clock);
    case TlsAnswer::Result::alert:
      return of_alert(answer);
    case TlsAnswer::Result::stalled:
      return TlsJudgement::stalled;
    default:
      return speaks_of_protocol(answer.error) ? TlsJudgement::too_old : TlsJudgement::closed;
  }
}

}  // namespace onshi
