// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/terminal/disk_check.h"

namespace onshi {
namespace {

constexpr std::uint64_t kMegabyte = 1'000'000;
constexpr std::uint64_t kFull = 10 * kMegabyte;
constexpr std::uint64_t kLow = 500 * kMegabyte;

/// A folder that is not there yet is judged by the nearest one above it that is.
Seen<DiskSpace> look(Machine& machine, std::filesystem::path folder) {
  while (true) {
    auto space = machine.disk_space(folder);
    if (space || space.error().why != CannotSee::Why::not_here || folder == folder.parent_path())
      return space;
    folder = folder.parent_path();
  }
}

Facts facts_of(const DiskSpace& space, const std::filesystem::path& folder) {
  Facts facts{{"folder", folder.string()}};
  facts.add("free_megabytes", static_cast<std::int64_t>(space.free_bytes / kMegabyte));
  return facts.add("total_megabytes", static_cast<std::int64_t>(space.total_bytes / kMegabyte));
}

Answer judge(const DiskSpace& space, const Facts& facts) {
  if (space.read_only) return raise(Verdict::fail, FindingNumber::disk_read_only, facts, space);
  if (space.free_bytes < kFull) return raise(Verdict::fail, FindingNumber::disk_full, facts, space);
  if (space.free_bytes < kLow)
    return raise(Verdict::attention, FindingNumber::disk_nearly_full, facts, space);
  return good(facts, space);
}

Answer ask(const Inquiry& inquiry, const std::filesystem::path& folder) {
  auto space = look(inquiry.world.machine(), folder);
  if (space && space->total_bytes == 0)
    space = std::unexpected(CannotSee{CannotSee::Why::not_supported, 0, ""});
  if (space) return judge(*space, facts_of(*space, folder));
  return raise(Verdict::unknown, FindingNumber::disk_not_seen,
               {{"folder", folder.string()},
                {"trouble", std::string(name_of(space.error().why))},
                {"error", space.error().detail}});
}

}  // namespace

Check disk_check(std::filesystem::path site_folder) {
  return {.name = "terminal.disk",
          .question = FindingNumber::terminal_disk,
          .budget = std::chrono::milliseconds{2000},
          .run = [folder = std::move(site_folder)](const Inquiry& inquiry) { return ask(inquiry, folder); }};
}

}  // namespace onshi
