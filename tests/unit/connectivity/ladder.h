// SPDX-License-Identifier: GPL-3.0-or-later
// A healthy verification environment as recorded observations, for line type 1: what each test of the
// connectivity checks starts from and breaks one rung of. Hosts are those of tests/lab/profile.xml.
#pragma once

#include <memory>
#include <string>

#include "tests/unit/connectivity/made_certificate.h"
#include "tests/unit/support/ask.h"

namespace onshi::test {

inline const std::string kResolver1 = "2001:db8:1ff::53:1";
inline const std::string kResolver2 = "2001:db8:1ff::53:2";
inline const std::string kPortalHost = "hweb.verification.example";
inline const std::string kApiHost = "hweb-api.verification.example";
inline const std::string kReaderHost = "hweb-mnc.verification.example";
inline const std::string kPortalAddress = "2001:db8:1ff:a::1";
inline const std::string kOtherPortalAddress = "2001:db8:1ff:a::11";
inline const std::string kLineauthHost = "www.lineauth.example";
inline const std::string kCrlHost = "crl.managedpki.example";
inline const std::string kDistributionHost = "pweb.distribution.example";

/// The authority that the practice service knows.
const Authority& known_authority();
std::shared_ptr<const ClientCertificate> good_client();

/// `evidence` already holds what "line.names" hands on.
Situation healthy_service();

void answer_host(Situation& situation, const std::string& server, const std::string& host,
                 NameAnswer::Result result, std::vector<std::string> addresses = {});
void connect_host(Situation& situation, const Target& target, TcpAnswer::Result result);
void shake_host(Situation& situation, const std::string& host, const TlsAnswer& answer);
void answer_request(Situation& situation, const std::string& host, const HttpAnswer& answer);
void answer_upgrade(Situation& situation, const HttpAnswer& answer);  // of the reader's gateway
HttpAnswer http(int status);
HttpAnswer upgraded();

int cause_of(const Answer& answer);  // 0 when it is good

/// The check's answer after those that it reads have been asked in the same situation.
Answer ask_ladder(const std::string& check, const Situation& situation,
                  std::shared_ptr<const ClientCertificate> certificate = good_client());

/// "line.names" as a check that only hands on the evidence of `situation`, for runs through the real runner.
Check names_found(const Situation& situation);

}  // namespace onshi::test
