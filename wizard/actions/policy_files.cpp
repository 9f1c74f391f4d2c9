// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/actions/policy_files.h"

#include <algorithm>
#include <ranges>

#include "probes/world/files.h"

namespace onshi {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kLargest = std::size_t{1} << 20;  // bytes
constexpr fs::perms kFolder = fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec |
                              fs::perms::others_read | fs::perms::others_exec;
constexpr fs::perms kFile =
    fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read | fs::perms::others_read;

bool make_folders(const fs::path& file) {
  std::error_code error;
  for (const std::string& folder : missing_folders(file)) {
    fs::create_directory(folder, error);
    if (error) return false;
    fs::permissions(folder, kFolder, error);
  }
  return true;
}

}  // namespace

std::vector<std::string> missing_folders(const fs::path& file) {
  std::vector<std::string> missing;
  std::error_code error;
  for (fs::path folder = file.parent_path(); !fs::exists(folder, error) && folder.has_relative_path();
       folder = folder.parent_path()) {
    missing.push_back(folder.string());
  }
  std::ranges::reverse(missing);
  return missing;
}

std::optional<std::string> policy_text(const fs::path& file) {
  auto text = read_file(file, kLargest);
  return text ? std::optional(*std::move(text)) : std::nullopt;
}

bool write_policy(const fs::path& file, const std::string& text) {
  if (policy_text(file) == text) return true;
  if (!make_folders(file) || !write_file_safely(file, text)) return false;
  std::error_code error;
  fs::permissions(file, kFile, error);
  return !error;
}

bool remove_policy(const fs::path& file) {
  std::error_code error;
  fs::remove(file, error);
  return !error;
}

void remove_empty(const std::vector<std::string>& folders) {
  for (const std::string& folder : folders | std::views::reverse) {
    std::error_code error;
    if (fs::is_empty(folder, error) && !error) fs::remove(folder, error);
  }
}

}  // namespace onshi
