// SPDX-License-Identifier: GPL-3.0-or-later
// Observations as an XML file: what --record writes and --world reads. It holds what the terminal saw of its
// network, readers and service, and no key, password, name of a person or entry of the clinic; what it says
// of certificates is listed in docs/privacy.md. Any thread.
#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "probes/site/file_fault.h"
#include "probes/world/files.h"
#include "probes/world/recorded/observations.h"

namespace onshi {

/// A list of revoked certificates may have some megabytes, and stands in a record with two digits a byte.
inline constexpr std::uintmax_t kLargestRecord = std::uintmax_t{64} << 20;

/// A fault names file, line, key and what is allowed. What the file does not tell is answered as not
/// recorded.
std::expected<Observations, FileFault> load_observations(const std::filesystem::path& file);

std::expected<void, FileTrouble> save_observations(const Observations& observations,
                                                   const std::filesystem::path& file);

std::string observations_text(const Observations& observations);

}  // namespace onshi
