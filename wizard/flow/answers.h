// SPDX-License-Identifier: GPL-3.0-or-later
// The answers file of `onshi setup`: what a person would enter into the window, as XML, version 1. Reading is
// strict and changes nothing: an unknown key, a bad value, a password or a file that is not there is a fault
// with file, line, key and what is allowed. Paths are relative to the answers file. Pure, any thread.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "probes/site/file_fault.h"
#include "probes/site/site.h"
#include "wizard/flow/step.h"

namespace onshi {

/// What a person says the line really is; without a kind an earlier statement is taken back.
struct StatedLine {
  std::optional<LineKind> kind;
  std::string reason;
  std::string by;
};

struct Answers {
  std::optional<Institution> institution;
  std::optional<DeclaredLine> line;
  std::optional<Preparation> preparation;
  std::optional<StatedLine> line_override;
  std::vector<std::string> readers;  // names without index
  bool any_reader = false;           // confirm whatever reader is attached
  std::vector<std::filesystem::path> sheets;
  std::map<Environment, PasswordStory> password_stories;
  std::optional<std::filesystem::path> certificate;
  std::string certificate_serial;  // its end: which one, where the file holds several
  std::optional<CertificateDates> certificate_dates;
  std::map<StepId, std::string> waivers;  // with the reason
};

std::expected<Answers, FileFault> load_answers(const std::filesystem::path& file);

}  // namespace onshi
