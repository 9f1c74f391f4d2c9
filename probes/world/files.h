// SPDX-License-Identifier: GPL-3.0-or-later
// Files that survive a crash: a file is replaced whole or stays as it was, and only its owner may read it.
// Free functions without state; any thread, also several processes at a time. Errors tell a read-only place
// from a full one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

namespace onshi {

struct FileTrouble {
  enum class What { not_found, read_only, full, too_large, refused, failed };
  What what = What::failed;
  std::int64_t code = 0;  // errno or Windows error
  std::string detail;     // technical, such as "write: No space left on device"
};

std::string_view name_of(FileTrouble::What what);

/// Temporary name in the same folder, write, flush to disk, rename over `path`, flush the folder. The new
/// file is 0600. Waits a second at most for another writer of the same file, then it is `failed`.
std::expected<void, FileTrouble> write_file_safely(const std::filesystem::path& path, std::string_view bytes);

/// The whole file, or too_large beyond `most_bytes`, or refused when it may not be read. A folder, a pipe or
/// a device is `failed`: this never waits.
std::expected<std::string, FileTrouble> read_file(const std::filesystem::path& path, std::size_t most_bytes);

/// Makes the folder and its parents, readable by their owner alone; good when it is there already.
std::expected<void, FileTrouble> make_private_folder(const std::filesystem::path& folder);

}  // namespace onshi
