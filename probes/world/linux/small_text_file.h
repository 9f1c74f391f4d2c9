// SPDX-License-Identifier: GPL-3.0-or-later
// Short files of /sys, /proc and /etc. Any thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace onshi {

/// At most 64 KiB; empty optional when it cannot be read.
std::optional<std::string> small_text_file(const std::filesystem::path& file);

/// The first line without trailing spaces, or an empty text.
std::string first_line_of(const std::filesystem::path& file);

}  // namespace onshi
