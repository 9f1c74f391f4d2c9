// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the XML files under assets/ strictly: an unknown element, a missing language or a doubled id is a
// fault with file and line. Called once at start; pure apart from reading files.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <string>

#include "wizard/words/words.h"

namespace onshi {

struct TextPair {
  std::string japanese;
  std::string english;
};

std::expected<std::map<std::string, TextPair>, FileFault> load_texts(const std::filesystem::path& folder);
std::expected<std::map<int, CatalogueEntry>, FileFault> load_catalogue(const std::filesystem::path& folder);

}  // namespace onshi
