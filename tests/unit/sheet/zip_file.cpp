// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sheet/zip_file.h"

#include <memory>
#include <stdexcept>

#include <archive.h>
#include <archive_entry.h>

namespace onshi::test {
namespace {

struct FreeWriter {
  void operator()(archive* writer) const { archive_write_free(writer); }
};
struct FreeEntry {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

void must(bool good) {
  if (!good) throw std::runtime_error("the ZIP for a test cannot be made");
}

void add(archive* writer, const Packed& packed) {
  const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
  archive_entry_copy_pathname(entry.get(), packed.name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(packed.bytes.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0600);
  must(archive_write_header(writer, entry.get()) == ARCHIVE_OK);
  must(archive_write_data(writer, packed.bytes.data(), packed.bytes.size()) ==
       static_cast<la_ssize_t>(packed.bytes.size()));
}

}  // namespace

std::string zip_of(const std::vector<Packed>& entries, std::string_view password) {
  std::size_t room = 4096;
  for (const Packed& packed : entries) room += packed.bytes.size() + packed.name.size() * 2 + 512;
  std::string bytes(room, '\0');
  std::size_t used = 0;
  const std::unique_ptr<archive, FreeWriter> writer(archive_write_new());
  must(archive_write_set_format_zip(writer.get()) == ARCHIVE_OK);
  if (!password.empty()) {
    must(archive_write_set_options(writer.get(), "zip:encryption=traditional") == ARCHIVE_OK);
    must(archive_write_set_passphrase(writer.get(), std::string(password).c_str()) == ARCHIVE_OK);
  }
  must(archive_write_open_memory(writer.get(), bytes.data(), bytes.size(), &used) == ARCHIVE_OK);
  for (const Packed& packed : entries) add(writer.get(), packed);
  must(archive_write_close(writer.get()) == ARCHIVE_OK);
  bytes.resize(used);
  return bytes;
}

}  // namespace onshi::test
