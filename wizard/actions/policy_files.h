// SPDX-License-Identifier: GPL-3.0-or-later
// Files in a browser's policy folder: everybody reads them, an administrator writes them. Free functions; one
// thread.
#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace onshi {

/// The folders above `file` that are not there, each after the one that it lies in.
std::vector<std::string> missing_folders(const std::filesystem::path& file);

/// The text of the file; empty when there is none, or it cannot be read.
std::optional<std::string> policy_text(const std::filesystem::path& file);

/// Readable by everybody, folders included; false, and nothing is changed, without the right.
bool write_policy(const std::filesystem::path& file, const std::string& text);
bool remove_policy(const std::filesystem::path& file);

/// Those of the folders that nothing lies in, the innermost first. What cannot be removed stays.
void remove_empty(const std::vector<std::string>& folders);

}  // namespace onshi
