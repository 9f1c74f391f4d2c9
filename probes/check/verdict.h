// SPDX-License-Identifier: GPL-3.0-or-later
// The six things that an answer can be. `unknown` means asked but not decided; `not_run` means not asked,
// because something before it failed; neither is ever shown as good. Plain values, any thread.
#pragma once

#include <string_view>

namespace onshi {

enum class Verdict { ok, attention, fail, unknown, not_run, cancelled };

/// The word used in JSON, records and style names: "ok", "attention", "fail", "unknown", "not_run",
/// "cancelled".
std::string_view name_of(Verdict verdict);

/// The one to show for both: fail, then unknown, cancelled, not_run, attention, ok.
Verdict worse_of(Verdict left, Verdict right);

/// Whether a check that needs this answer may run: only after `ok` and `attention`.
bool carries_on(Verdict verdict);

}  // namespace onshi
