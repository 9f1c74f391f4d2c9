// SPDX-License-Identifier: GPL-3.0-or-later
// What the small programs have in common: the bytes on standard input, already confined, to the answer on
// standard output. Called by main, once, on the only thread.
#pragma once

#include <functional>
#include <string>

#include "probes/sheet/reader_protocol.h"

namespace onshi::sheet_reader {

/// Reads all of the input, answers it and says how that went.
reader_protocol::Exit answer_standard_input(const std::function<std::string(std::string bytes)>& answer_to);

/// Ends the program at once: what libraries would still do at the end may no longer be allowed.
[[noreturn]] void leave(reader_protocol::Exit exit);

}  // namespace onshi::sheet_reader
