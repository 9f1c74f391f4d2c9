// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/store/site_store.h"

#include <fmt/format.h>

#include "probes/world/files.h"
#include "wizard/store/progress_xml.h"
#include "wizard/store/site_xml.h"

namespace onshi {
namespace {

using Stored = std::expected<void, StoreTrouble>;

constexpr const char* kSiteFile = "site.xml";
constexpr const char* kProgressFile = "progress.xml";
constexpr const char* kRunFile = "run.json";
constexpr std::size_t kMostCertificateBytes = std::size_t{1} << 20;
constexpr std::size_t kMostRunBytes = std::size_t{4} << 20;
constexpr int kMostKeptAside = 1000;

StoreTrouble::What what_of(FileTrouble::What what) {
  switch (what) {
    case FileTrouble::What::not_found:
      return StoreTrouble::What::not_found;
    case FileTrouble::What::read_only:
      return StoreTrouble::What::read_only;
    case FileTrouble::What::full:
      return StoreTrouble::What::full;
    case FileTrouble::What::too_large:
      return StoreTrouble::What::damaged;
    case FileTrouble::What::refused:
    case FileTrouble::What::failed:
      break;
  }
  return StoreTrouble::What::failed;
}

std::unexpected<StoreTrouble> trouble(const std::filesystem::path& file, const FileTrouble& why) {
  return std::unexpected(StoreTrouble{what_of(why.what), file, why.detail});
}

/// A place that is not there is no file that went away.
std::unexpected<StoreTrouble> not_written(const std::filesystem::path& file, const FileTrouble& why) {
  auto lost = trouble(file, why);
  if (lost.error().what == StoreTrouble::What::not_found) lost.error().what = StoreTrouble::What::failed;
  return lost;
}

Stored write(const std::filesystem::path& file, std::string_view bytes) {
  if (const auto made = make_private_folder(file.parent_path()); !made)
    return not_written(file, made.error());
  if (const auto written = write_file_safely(file, bytes); !written)
    return not_written(file, written.error());
  return {};
}

/// site.damaged.xml, or with the first number that is free.
std::filesystem::path name_aside(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::filesystem::path aside = folder / "site.damaged.xml";
  for (int number = 2; number < kMostKeptAside && std::filesystem::exists(aside, ignored); ++number) {
    aside = folder / fmt::format("site.damaged-{}.xml", number);
  }
  return aside;
}

bool is_damaged(const std::filesystem::path& file) {
  const auto site = read_site(file);
  return !site && site.error().what != FileFault::What::missing;
}

/// What a person might still want to read is never overwritten.
Stored keep_aside(const std::filesystem::path& file) {
  std::error_code error;
  std::filesystem::rename(file, name_aside(file.parent_path()), error);
  if (!error) return {};
  const bool denied = error == std::errc::permission_denied || error == std::errc::read_only_file_system ||
                      error == std::errc::operation_not_permitted;
  const auto what = denied ? StoreTrouble::What::read_only : StoreTrouble::What::failed;
  return std::unexpected(StoreTrouble{what, file, error.message()});
}

}  // namespace

SiteStore::SiteStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

std::expected<Site, FileFault> SiteStore::load_site() const {
  auto site = read_site(folder_ / kSiteFile);
  if (!site && site.error().what == FileFault::What::missing) return Site{};
  return site;
}

Stored SiteStore::save_site(const Site& site) {
  const std::filesystem::path file = folder_ / kSiteFile;
  if (is_damaged(file)) {
    if (const auto kept = keep_aside(file); !kept) return kept;
  }
  return write(file, site_xml(site));
}

std::expected<std::string, StoreTrouble> SiteStore::load_certificate() const {
  const std::filesystem::path file = folder_ / kCertificateFile;
  auto bytes = read_file(file, kMostCertificateBytes);
  if (!bytes) return trouble(file, bytes.error());
  return *std::move(bytes);
}

Stored SiteStore::save_certificate(const std::string& bytes) {
  return write(folder_ / kCertificateFile, bytes);
}

Progress SiteStore::load_progress() const { return read_progress(folder_ / kProgressFile); }

Stored SiteStore::save_progress(const Progress& progress) {
  return write(folder_ / kProgressFile, progress_xml(progress));
}

Stored SiteStore::save_run(const std::string& json) { return write(folder_ / kRunFile, json); }

std::optional<std::string> SiteStore::load_run() const {
  auto json = read_file(folder_ / kRunFile, kMostRunBytes);
  if (!json) return std::nullopt;
  return *std::move(json);
}

std::string_view text_of(const StoreTrouble& trouble) {
  switch (trouble.what) {
    case StoreTrouble::What::read_only:
      return "store.read_only";
    case StoreTrouble::What::full:
      return "store.full";
    case StoreTrouble::What::not_found:
      return "store.not_found";
    case StoreTrouble::What::damaged:
      return "store.damaged";
    case StoreTrouble::What::failed:
      break;
  }
  return "store.failed";
}

}  // namespace onshi
