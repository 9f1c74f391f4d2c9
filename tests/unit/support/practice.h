// SPDX-License-Identifier: GPL-3.0-or-later
// The invented service of the practice clinic, for tests: its profile as shipped in tests/lab, with a root
// certificate made on the spot, because the laboratory's own is made at build time. Everything is made anew
// for each call.
#pragma once

#include <filesystem>
#include <string>

#include "probes/site/profile.h"

namespace onshi::test {

/// A folder of its own under the system's temporary folder, gone with this object.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Writes the bytes and returns the file's path.
  std::filesystem::path write(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path path_;
};

/// A self-signed certificate, valid for a day, as PEM.
std::string invented_root_pem();

/// tests/lab/profile.xml, loaded with an invented root. Throws when it does not load.
Profile practice_profile();

}  // namespace onshi::test
