// SPDX-License-Identifier: GPL-3.0-or-later
// What was asked on the command line, already checked for form. Made once in main; a value.
#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "probes/check/group.h"
#include "wizard/words/words.h"

namespace onshi {

struct Invocation {
  enum class Command { check, sheet, certificate, setup, explain, report, prepare, not_yet, help, version };
  enum class Format { text, json, prometheus };

  Command command = Command::help;
  std::string named;  // the command as typed
  Language language = Language::japanese;
  Format format = Format::text;
  std::filesystem::path program;  // argv[0], resolved
  std::filesystem::path assets;
  std::filesystem::path site;
  std::filesystem::path profile;
  std::filesystem::path password_file;
  std::filesystem::path record;
  std::filesystem::path world;
  std::filesystem::path answers;
  std::filesystem::path output;
  std::filesystem::path kit;  // folder to fill for the terminal
  std::vector<std::filesystem::path> files;
  std::vector<Group> only;
  std::chrono::milliseconds budget{15000};
  bool budget_given = false;  // else reading a scan may take longer than a check
  int number = 0;
  std::string answer;  // id of a question that people ask, such as "0-12"
  std::string search;  // words to find such questions by
  bool show_passwords = false;
  bool secret_number = false;  // ask for it, to compare both entries
  bool install = false;
  bool undo = false;
  std::string serial;  // its end: which certificate, where the file holds several
  std::optional<std::chrono::year_month_day> applied;       // for the certificate
  std::optional<std::chrono::year_month_day> code_changed;  // since when the old code is given up
  std::string help;                                         // for Command::help
};

/// Wrong usage: one sentence in the reader's language, exit status 2.
struct WrongUsage {
  std::string text;
};

/// The language is wanted before the words are there, to say what is wrong with the rest: --language, else
/// the system's.
Language language_of(int argc, const char* const* argv);

std::expected<Invocation, WrongUsage> parse_command_line(int argc, const char* const* argv,
                                                         const Words& words, Language language);

}  // namespace onshi
