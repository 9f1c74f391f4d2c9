// SPDX-License-Identifier: GPL-3.0-or-later
// What a TLS handshake without a client certificate says about the server (certificate.md §8, T1-T3, T9-T11).
// A server that ends it only because it wants a client certificate is judged good: that is the next rung.
// Pure, any thread.
#pragma once

#include <chrono>

#include "probes/site/clock_offset.h"
#include "probes/world/network.h"

namespace onshi {

enum class TlsJudgement {
  trusted,
  expired,
  not_yet_valid,
  dates_by_our_clock,  // the server's dates look wrong because the terminal's clock is
  other_name,
  not_trusted,
  chain_incomplete,
  stalled,
  closed,
  too_old,
  not_judged  // the handshake did not come to its end for a reason that is not the server's word
};

/// `now` is the terminal's time, by which the handshake was judged.
TlsJudgement judge_tls(const TlsAnswer& answer, const ClockOffset& clock,
                       std::chrono::system_clock::time_point now);

}  // namespace onshi
