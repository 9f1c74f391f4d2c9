// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/face_registry.h"

namespace onshi {
namespace {

constexpr std::size_t kLongestName = 64;

std::string plain(std::string_view name) {
  std::string text;
  for (const char letter : name.substr(0, kLongestName)) {
    text += letter >= 0x20 && letter < 0x7F ? letter : '?';
  }
  return text;
}

}  // namespace

FaceRegistry sections_in(std::string_view ini) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (ini.starts_with(kByteOrderMark)) ini.remove_prefix(kByteOrderMark.size());
  FaceRegistry registry;
  while (!ini.empty()) {
    const std::size_t end = ini.find_first_of("\r\n");
    const std::string_view line = ini.substr(0, end);
    ini.remove_prefix(end == std::string_view::npos ? ini.size() : end + 1);
    const std::size_t open = line.find_first_not_of(" \t");
    if (open == std::string_view::npos || line[open] != '[') continue;
    const std::size_t close = line.find(']', open);
    if (close == std::string_view::npos || close == open + 1) continue;
    registry.sections.push_back(plain(line.substr(open + 1, close - open - 1)));
  }
  return registry;
}

}  // namespace onshi
