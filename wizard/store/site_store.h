// SPDX-License-Identifier: GPL-3.0-or-later
// One terminal's folder on disk: site.xml, the still encrypted certificate.p12, progress.xml and the latest
// runs. Every file is replaced whole (temporary name, flush, rename), so a crash leaves the old or the new
// one. Never a password. Used by one thread at a time; owned by the Session or the command.
#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "probes/site/file_fault.h"
#include "probes/site/site.h"

namespace onshi {

struct StoreTrouble {
  enum class What { read_only, full, not_found, damaged, failed };
  What what = What::failed;
  std::filesystem::path file;
  std::string detail;  // technical
};

/// The id of its sentence, which speaks of a `{file}`, in assets/locale/flow.xml.
std::string_view text_of(const StoreTrouble& trouble);

/// Where the wizard was, so that it comes back there after being killed.
struct Progress {
  std::string mode;  // "setup" or "health"; empty before the first choice
  std::string step;  // name of the step
  std::string language;
  int text_percent = 100;
  bool operator==(const Progress&) const = default;
};

class SiteStore {
 public:
  explicit SiteStore(std::filesystem::path folder);

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  /// An absent site.xml is an empty Site; a damaged one is a fault and is kept beside under another name on
  /// the next save.
  std::expected<Site, FileFault> load_site() const;
  std::expected<void, StoreTrouble> save_site(const Site& site);

  std::expected<std::string, StoreTrouble> load_certificate()
      const;  // the PKCS#12 bytes; not_found when none
  std::expected<void, StoreTrouble> save_certificate(const std::string& bytes);

  Progress load_progress() const;  // defaults when absent or damaged
  std::expected<void, StoreTrouble> save_progress(const Progress& progress);

  std::expected<void, StoreTrouble> save_run(const std::string& json);  // run.json, the latest
  std::optional<std::string> load_run() const;

 private:
  std::filesystem::path folder_;
};

/// $XDG_DATA_HOME/onshi-setup, ~/.local/share/onshi-setup, %APPDATA%\onshi-setup: where a site lives without
/// --site.
std::filesystem::path default_site_folder();

}  // namespace onshi
