// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/acceptance.h"

#include <openssl/ssl.h>

namespace onshi {
namespace {

constexpr int kBadRequest = 400;

/// The server said no without a reason that can be trusted: what is wrong with the certificate as seen from
/// here?
Acceptance explain(const LocalCertificate& local, Acceptance otherwise) {
  if (local.expired) return Acceptance::refused_expired;
  if (local.not_yet_valid) return Acceptance::refused_not_yet_valid;
  if (!local.issuer_fits.value_or(true)) return Acceptance::refused_issuer;
  return otherwise;
}

/// Alert 40 is said by TLS 1.2 servers for a missing certificate, for one that they do not like, and, before
/// any was asked for, for protocol and cipher: what was sent decides (certificate.md §8).
Acceptance of_handshake_failure(const TlsAnswer& tls, const LocalCertificate& local) {
  if (tls.certificate_sent) return explain(local, Acceptance::refused_otherwise);
  return tls.certificate_requested ? Acceptance::not_received : Acceptance::answer_not_had;
}

Acceptance of_alert(const TlsAnswer& tls, const LocalCertificate& local) {
  switch (tls.alert) {
    case TLS13_AD_CERTIFICATE_REQUIRED:
      return Acceptance::not_received;
    case SSL3_AD_HANDSHAKE_FAILURE:
      return of_handshake_failure(tls, local);
    case SSL3_AD_CERTIFICATE_EXPIRED:
      return local.not_yet_valid ? Acceptance::refused_not_yet_valid : Acceptance::refused_expired;
    case SSL3_AD_CERTIFICATE_REVOKED:
      return Acceptance::refused_revoked;
    case TLS1_AD_UNKNOWN_CA:
      return Acceptance::refused_issuer;
    default:
      return explain(local, Acceptance::refused_otherwise);
  }
}

Acceptance of_status(const HttpAnswer& answer, const LocalCertificate& local) {
  if (answer.certificate_missing) return Acceptance::not_received;
  if (!answer.tls.certificate_requested) return Acceptance::not_asked;
  if (!answer.tls.certificate_sent) return Acceptance::not_received;
  if (answer.certificate_refused || answer.status == kBadRequest) {
    return explain(local, Acceptance::refused_without_reason);
  }
  return Acceptance::accepted;
}

}  // namespace

Acceptance judge_acceptance(const HttpAnswer& answer, const LocalCertificate& local) {
  switch (answer.result) {
    case HttpAnswer::Result::answered:
      return of_status(answer, local);
    case HttpAnswer::Result::alert:
      return of_alert(answer.tls, local);
    case HttpAnswer::Result::timeout:
      return Acceptance::answer_timeout;
    case HttpAnswer::Result::empty:
      return Acceptance::answer_empty;
    case HttpAnswer::Result::closed:
      return Acceptance::answer_cut_off;
    default:
      return Acceptance::answer_not_had;
  }
}

}  // namespace onshi
