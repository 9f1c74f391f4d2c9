// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is by its first bytes, never by its name. Shared by the small program and its parent. Pure, any
// thread.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace onshi {

enum class FileKind { pdf, zip, xml, picture, other };

/// PNG, JPEG or TIFF.
inline bool is_picture(std::string_view bytes) {
  using namespace std::string_view_literals;
  constexpr std::array kBeginnings{"\x89PNG\r\n\x1A\n"sv, "\xFF\xD8\xFF"sv, "II*\0"sv, "MM\0*"sv};
  return std::ranges::any_of(kBeginnings, [bytes](auto beginning) { return bytes.starts_with(beginning); });
}

inline FileKind kind_of_file(std::string_view bytes) {
  constexpr std::size_t kLead = 1024;  // readers accept a PDF's header this late
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return FileKind::zip;
  if (is_picture(bytes)) return FileKind::picture;
  if (bytes.substr(0, std::min(bytes.size(), kLead)).find("%PDF-") != std::string_view::npos) {
    return FileKind::pdf;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto first = bytes.find_first_not_of(" \t\r\n");
  const bool marked = first != std::string_view::npos && bytes[first] == '<';
  return marked ? FileKind::xml : FileKind::other;
}

}  // namespace onshi
