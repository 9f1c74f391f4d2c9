// SPDX-License-Identifier: GPL-3.0-or-later
// What the service made of the client certificate: read from the first answer after it was presented, because
// a finished handshake proves nothing under TLS 1.3 (certificate.md §8, T4-T8, T11), and only from a server
// that asked for one and got it. Servers refuse by a TLS alert or, as nginx does, by HTTP 400; both are read
// against what is known locally. Pure, any thread.
#pragma once

#include "probes/connectivity/local_certificate.h"
#include "probes/world/network.h"

namespace onshi {

enum class Acceptance {
  accepted,
  not_asked,  // a server that did not ask says nothing about the certificate
  not_received,
  refused_expired,
  refused_not_yet_valid,
  refused_revoked,
  refused_issuer,
  refused_otherwise,       // by an alert that means another certificate
  refused_without_reason,  // all that can be seen from here is in order
  answer_timeout,
  answer_empty,
  answer_cut_off,
  answer_not_had
};

Acceptance judge_acceptance(const HttpAnswer& answer, const LocalCertificate& local);

}  // namespace onshi
