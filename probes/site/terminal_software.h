// SPDX-License-Identifier: GPL-3.0-or-later
// Where オンライン資格確認's own programs keep what decides their environment, and what is left lying about
// after an installation (accounts.md §7, §4). Data of the profile, as paths of the terminal's own system;
// nobody has confirmed them. Values, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onshi {

/// A file of settings that holds addresses.
struct SoftwareSettings {
  enum class Part { exchange_app, face_library };  // 連携アプリ, 顔認証DLL
  Part part = Part::exchange_app;
  std::string file{};
  bool confirmed = false;
  bool operator==(const SoftwareSettings&) const = default;
};

/// A file that should not be there any more.
struct LeftFile {
  enum class Kind { hand_over, verification_shortcut };
  Kind kind = Kind::hand_over;
  std::string folder{};
  std::string name{};  // '*' stands for anything; widths of letters and brackets do not matter
  bool confirmed = false;
  bool operator==(const LeftFile&) const = default;
};

std::string_view name_of(SoftwareSettings::Part part);  // "exchange_app", "face_library"
std::optional<SoftwareSettings::Part> software_part_named(std::string_view name);
std::string_view name_of(LeftFile::Kind kind);  // "hand_over", "verification_shortcut"
std::optional<LeftFile::Kind> left_file_named(std::string_view name);

}  // namespace onshi
