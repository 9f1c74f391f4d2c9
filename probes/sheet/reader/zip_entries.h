// SPDX-License-Identifier: GPL-3.0-or-later
// The files inside a ZIP, in memory only. Whatever a hostile ZIP may try is a fault with its own word: names
// that climb out, too many entries, entries that swell, passwords, a ZIP in the ZIP. Runs inside the confined
// process.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace onshi::sheet_reader {

struct ZipEntry {
  std::string name;  // bytes as in the ZIP, of whatever encoding
  std::string bytes;
};

struct ZipFault {
  std::string_view
      word;            // of SheetFault: zip_encrypted, zip_damaged, zip_climbs, zip_too_large, zip_too_many
  std::string detail;  // the entry, when one is meant
};

std::expected<std::vector<ZipEntry>, ZipFault> unpack_zip(std::string_view bytes);

/// Whether an entry's name stays inside of the folder where the ZIP would be unpacked, on every system.
bool stays_inside(std::string_view name);

}  // namespace onshi::sheet_reader
