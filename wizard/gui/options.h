// SPDX-License-Identifier: GPL-3.0-or-later
// What the window was started with. Made once in main; a value.
#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>

#include "wizard/words/words.h"

namespace onshi::gui {

struct Options {
  std::filesystem::path site;
  std::filesystem::path profile;
  std::filesystem::path world;
  std::optional<Language> language;
  bool quit_after_first_paint = false;
};

/// Why there is no window: what to print, and the exit status (0 after --help and --version, 2 for wrong
/// usage).
struct NoWindow {
  std::string text;
  int status = 0;
};

std::expected<Options, NoWindow> parse_options(int argc, const char* const* argv, const Words& words);

}  // namespace onshi::gui
