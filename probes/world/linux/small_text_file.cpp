// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/small_text_file.h"

#include <fstream>

namespace onshi {

std::optional<std::string> small_text_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return {};
  std::string text(65536, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad()) return {};
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

std::string first_line_of(const std::filesystem::path& file) {
  std::string text = small_text_file(file).value_or("");
  text.resize(std::min(text.size(), text.find('\n')));
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.pop_back();
  return text;
}

}  // namespace onshi
