// SPDX-License-Identifier: GPL-3.0-or-later
// Small helper processes of our own for hostile input: bytes in, bytes out, with limits on time, memory and
// output. Called from any thread; thread-safe.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "probes/world/limit.h"
#include "probes/world/seen.h"

namespace onshi {

struct ProgramTask {
  std::filesystem::path program{};
  std::vector<std::string> arguments{};
  std::string input{};                    // to its standard input
  std::chrono::milliseconds time{15000};  // by the clock on the wall: a busy machine gives little of it
  std::chrono::seconds work{6};           // of the processor
  std::size_t memory_bytes = std::size_t{512} << 20;
  std::size_t output_bytes = std::size_t{4} << 20;
};

struct ProgramResult {
  enum class End { exited, killed, too_long, too_much_output };
  End end = End::exited;
  int status = 0;  // exit status or signal
  std::string output{};
};

class Programs {
 public:
  virtual ~Programs() = default;
  virtual Seen<ProgramResult> run(const ProgramTask& task, const Limit& limit) = 0;
};

}  // namespace onshi
