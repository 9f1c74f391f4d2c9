// SPDX-License-Identifier: GPL-3.0-or-later
// A practice clinic on a healthy フレッツ line of the east, as recorded observations: what each test of the
// line starts from and breaks one thing of. Names and addresses are those of tests/lab/profile.xml.
#pragma once

#include <string>

#include "tests/unit/support/ask.h"

namespace onshi::test {

inline const std::string kLink = "enp1s0";
inline const std::string kAddress = "2001:db8:100:1::10";
inline const std::string kClosed1 = "2001:db8:1ff::53:1";
inline const std::string kClosed2 = "2001:db8:1ff::53:2";
inline const std::string kWest1 = "2001:db8:2ff::53:1";
inline const std::string kWest2 = "2001:db8:2ff::53:2";
inline const std::string kNgn = "2001:db8:1fe::3";
inline const std::string kLineauth = "www.lineauth.example";
inline const std::string kAuxiliary = "assv.asc.flets-east.example";
inline const std::string kCrl = "crl.managedpki.example";
inline const std::string kDistribution = "pweb.distribution.example";
inline const std::string kTime = "ntp.distribution.example";
inline const std::string kPortal = "hweb.verification.example";
inline const std::string kDistributionAddress = "2001:db8:1ff:d::1";

Situation healthy_line();

NetworkView& network_of(Situation& situation);
Link& link_of(Situation& situation);
Address address(const std::string& ip, int prefix_length = 64);

/// From now on `server` answers `name` so; with `Result::answer` it gives `ip`.
void answer_name(Situation& situation, const std::string& server, const std::string& name,
                 NameAnswer::Result result, const std::string& ip = kDistributionAddress,
                 NameQuestion::Type type = NameQuestion::Type::aaaa,
                 NameQuestion::Way way = NameQuestion::Way::udp_edns);
/// Every name, of this server.
void answer_all(Situation& situation, const std::string& server, NameAnswer::Result result);
void connect_distribution(Situation& situation, TcpAnswer::Result result);

/// What TLS with it came to.
void prove_distribution(Situation& situation, TlsAnswer::Result result);

/// The healthy line as type 3: IPv4 behind a provider's router that is also the resolver.
Situation healthy_ipv4_line();

int cause_of(const Answer& answer);  // 0 when it is good

/// The check's answer after those that it reads have been asked in the same situation.
Answer ask_line(const std::string& check, const Situation& situation);

}  // namespace onshi::test
