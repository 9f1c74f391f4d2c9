// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one ordinary file of limited size into memory, and digests bytes. What every reader of a person's
// files starts with; errors are FileFault for the whole file. Pure functions, any thread.
#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

#include "probes/site/file_fault.h"

namespace onshi {

std::expected<std::string, FileFault> read_small_file(const std::filesystem::path& file,
                                                      std::size_t most_bytes);

/// SHA-256, lower-case hexadecimal.
std::string sha256_of(std::string_view bytes);

}  // namespace onshi
