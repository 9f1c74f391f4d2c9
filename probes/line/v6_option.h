// SPDX-License-Identifier: GPL-3.0-or-later
// フレッツ・v6オプション as 確認, 未確認 or 矛盾, by the table of line.md §5: the first matching row decides.
// Absence is never 未契約; only a contract paper or NTT can say that. Pure functions, any thread.
#pragma once

#include <optional>

#include "probes/site/site.h"

namespace onshi {

struct V6Observations {
  bool on_ngn = false;      // A: an address of NTT or a VNE, and a sign of the NGN itself
  bool closed_dns = false;  // B: a closed resolver answers for the 回線認証 name
  std::optional<bool>
      reaches_distribution;  // C: TCP to a host that only the option reaches; empty: not asked
  bool proven = false;       // and that host showed by TLS that it is the one, as nobody on the way can
};

/// The rows of the table by their numbers there, and two for C that could not be asked or not be
/// believed.
enum class V6Row {
  confirmed = 1,
  line_not_seen = 2,
  contradiction = 3,
  unconfirmed = 4,
  unconfirmed_without_closed_dns = 5,
  distribution_not_asked,
  distribution_not_proven
};

V6Row v6_row(V6Declaration declared, const V6Observations& seen);

}  // namespace onshi
