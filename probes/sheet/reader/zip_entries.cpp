// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/reader/zip_entries.h"

#include <array>
#include <memory>

#include <archive.h>
#include <archive_entry.h>

#include "probes/sheet/reader_protocol.h"

namespace onshi::sheet_reader {
namespace {

struct FreeArchive {
  void operator()(archive* opened) const { archive_read_free(opened); }
};
using Archive = std::unique_ptr<archive, FreeArchive>;

constexpr std::size_t kSmallEnough = std::size_t{1} << 20;  // below this no ratio is suspicious
constexpr std::size_t kMostRatio = 100;
constexpr std::string_view kEmptyZip = "PK\x05\x06";

Archive open_archive(std::string_view bytes) {
  Archive opened(archive_read_new());
  archive_read_support_format_zip(opened.get());
  if (archive_read_open_memory(opened.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return nullptr;
  return opened;
}

bool is_drive(std::string_view name) { return name.size() > 1 && name[1] == ':'; }

class Unpacking {
 public:
  explicit Unpacking(std::string_view zip) : zip_(zip), archive_(open_archive(zip)) {}

  std::expected<std::vector<ZipEntry>, ZipFault> all() {
    if (!archive_) return fault("zip_damaged");
    archive_entry* entry = nullptr;
    int code = ARCHIVE_OK;
    while ((code = archive_read_next_header(archive_.get(), &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN) {
      if (auto taken = take(*entry); !taken) return std::unexpected(taken.error());
    }
    if (code != ARCHIVE_EOF) return fault("zip_damaged");
    if (seen_ == 0 && !zip_.starts_with(kEmptyZip)) return fault("zip_damaged");
    return std::move(entries_);
  }

 private:
  static std::unexpected<ZipFault> fault(std::string_view word, std::string detail = {}) {
    return std::unexpected(ZipFault{word, std::move(detail)});
  }

  std::expected<void, ZipFault> take(archive_entry& entry) {
    const char* raw = archive_entry_pathname(&entry);
    const std::string name = raw == nullptr ? "" : raw;
    if (++seen_ > reader_protocol::kMostEntries) return fault("zip_too_many");
    if (!stays_inside(name)) return fault("zip_climbs", name);
    if (archive_entry_is_encrypted(&entry) != 0) return fault("zip_encrypted", name);
    if (archive_entry_filetype(&entry) != AE_IFREG) return {};
    return read(name);
  }

  std::expected<void, ZipFault> read(const std::string& name) {
    ZipEntry entry{name, {}};
    std::array<char, 65536> block{};
    la_ssize_t got = 0;
    while ((got = archive_read_data(archive_.get(), block.data(), block.size())) > 0) {
      entry.bytes.append(block.data(), static_cast<std::size_t>(got));
      unpacked_ += static_cast<std::size_t>(got);
      if (swells()) return fault("zip_too_large", name);
    }
    if (got < 0) return fault("zip_damaged", name);
    entries_.push_back(std::move(entry));
    return {};
  }

  [[nodiscard]] bool swells() const {
    return unpacked_ > reader_protocol::kMostUnpacked ||
           (unpacked_ > kSmallEnough && unpacked_ / kMostRatio > zip_.size());
  }

  std::string_view zip_;
  Archive archive_;
  std::vector<ZipEntry> entries_;
  std::size_t unpacked_ = 0;
  int seen_ = 0;
};

}  // namespace

bool stays_inside(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.front() == '\\' || is_drive(name)) return false;
  while (!name.empty()) {
    const auto end = name.find_first_of("/\\");
    if (name.substr(0, end) == "..") return false;
    name = end == std::string_view::npos ? std::string_view{} : name.substr(end + 1);
  }
  return true;
}

std::expected<std::vector<ZipEntry>, ZipFault> unpack_zip(std::string_view bytes) {
  return Unpacking(bytes).all();
}

}  // namespace onshi::sheet_reader
