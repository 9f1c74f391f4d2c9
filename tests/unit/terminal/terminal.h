// SPDX-License-Identifier: GPL-3.0-or-later
// An invented healthy terminal, and the checks of the page asked about it.
#pragma once

#include <string>

#include "probes/terminal/terminal_checks.h"
#include "tests/unit/support/ask.h"

namespace onshi::test {

inline const std::string kTimeHost = "ntp.distribution.example";
inline const std::string kTimeAddress = "2001:db8:1ff:d::123";

Situation healthy_terminal();
/// How the time host's name is answered for one kind of address.
void set_name_answer(Situation& situation, NameQuestion::Type type, NameAnswer::Result result,
                     const std::vector<std::string>& addresses = {});

Run check_terminal(const Situation& situation);
/// What that check said; throws std::logic_error when it is not in the run.
Finding terminal_finding(const Situation& situation, const std::string& check);

}  // namespace onshi::test
