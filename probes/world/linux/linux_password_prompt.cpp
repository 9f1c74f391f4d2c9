// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <iostream>
#include <utility>

#include <termios.h>
#include <unistd.h>

#include "probes/world/password_prompt.h"

namespace onshi {
namespace {

// Puts the terminal back also when reading throws.
class WithoutEcho {
 public:
  WithoutEcho() {
    tcgetattr(STDIN_FILENO, &before_);
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  WithoutEcho(const WithoutEcho&) = delete;
  WithoutEcho& operator=(const WithoutEcho&) = delete;
  ~WithoutEcho() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }

 private:
  termios before_{};
};

}  // namespace

std::optional<Secret> ask_password(const std::string& prompt) {
  if (isatty(STDIN_FILENO) == 0 || isatty(STDERR_FILENO) == 0) return std::nullopt;
  std::cerr << prompt << std::flush;
  std::string line;
  {
    const WithoutEcho silent;
    std::getline(std::cin, line);
  }
  std::cerr << '\n';
  return Secret::take(std::move(line));
}

}  // namespace onshi
