// SPDX-License-Identifier: GPL-3.0-or-later
// Helper processes on Linux: memory and processor time bounded by the kernel, time and output by us; the
// child and its group are gone when `run` returns. Holds nothing; thread-safe.
#pragma once

#include "probes/world/programs.h"

namespace onshi {

class LinuxPrograms : public Programs {
 public:
  Seen<ProgramResult> run(const ProgramTask& task, const Limit& limit) override;
};

}  // namespace onshi
