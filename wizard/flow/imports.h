// SPDX-License-Identifier: GPL-3.0-or-later
// The files that an answers file names, read and judged before anything is stored. What is wrong with one
// comes as the finding that the window would show. Blocks while the files are read; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "probes/certificate/open_certificate.h"
#include "probes/check/run.h"
#include "wizard/flow/answers.h"

namespace onshi {

struct ImportedCertificate {
  std::string bytes;
  std::string source;
  Secret password;
  OpenedCertificate opened;
};

struct Imports {
  std::map<Environment, SheetWithPassword> sheets;
  std::optional<ImportedCertificate> certificate;
  std::vector<Finding> faults;
};

/// `subject`: the site as it is before the import, and the world and profile to judge with.
Imports read_imports(const RunSubject& subject, const Answers& answers, const Secret* certificate_password,
                     const RunLimits& limits);

}  // namespace onshi
