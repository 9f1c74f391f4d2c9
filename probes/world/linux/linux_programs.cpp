// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/linux_programs.h"

#include <cerrno>
#include <cstring>

#include "probes/world/linux/attended_child.h"
#include "probes/world/linux/limited_child.h"
#include "probes/world/live/system_parts.h"

namespace onshi {
namespace {

CannotSee cannot_start(int error) {
  auto why = error == ENOENT || error == ENOTDIR ? CannotSee::Why::not_here
             : error == EACCES                   ? CannotSee::Why::refused
                                                 : CannotSee::Why::failed;
  return {why, error, std::strerror(error)};
}

}  // namespace

Seen<ProgramResult> LinuxPrograms::run(const ProgramTask& task, const Limit& limit) {
  if (limit.cancelled()) return std::unexpected(CannotSee{CannotSee::Why::cancelled, 0, {}});
  auto started = start_limited_child(task);
  if (!started) return std::unexpected(cannot_start(started.error()));
  ProgramResult result =
      attend_child(started->pid, started->output, task.output_bytes, limit.within(task.time));
  if (limit.cancelled()) return std::unexpected(CannotSee{CannotSee::Why::cancelled, 0, {}});
  return result;
}

std::unique_ptr<Programs> system_programs() { return std::make_unique<LinuxPrograms>(); }

}  // namespace onshi
