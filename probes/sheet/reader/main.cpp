// SPDX-License-Identifier: GPL-3.0-or-later
// onshi-sheet-reader: the bytes of a PDF or ZIP on standard input, words with boxes on standard output.
// Started by read_sheets only; it takes no arguments and confines itself before it reads the first byte.
#include <array>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>

#include "probes/sheet/reader/read_input.h"
#include "probes/sheet/reader/warm_conversions.h"
#include "probes/sheet/reader_protocol.h"

namespace {

using onshi::reader_protocol::Exit;

std::string standard_input() {
  std::string bytes;
  std::array<char, 65536> block{};
  std::size_t got = 0;
  while ((got = std::fread(block.data(), 1, block.size(), stdin)) > 0) bytes.append(block.data(), got);
  return bytes;
}

Exit answer() {
  try {
    const std::string lines = onshi::sheet_reader::answer_to(standard_input());
    const bool written =
        std::fwrite(lines.data(), 1, lines.size(), stdout) == lines.size() && std::fflush(stdout) == 0;
    return written ? Exit::answered : Exit::no_output;
  } catch (const std::bad_alloc&) {
    return Exit::no_memory;
  }
}

[[noreturn]] void leave(Exit exit) { std::_Exit(static_cast<int>(exit)); }

}  // namespace

int main(int count, char**) {
  if (count != 1) leave(Exit::usage);
  std::setlocale(LC_CTYPE, "C.UTF-8");  // so that names of ZIP entries marked as UTF-8 come through
  const onshi::sheet_reader::WarmConversions conversions;
  if (!conversions.good()) leave(Exit::not_prepared);
  if (!onshi::confine_self(onshi::sheet_reader::confinement())) leave(Exit::not_confined);
  leave(answer());
}
