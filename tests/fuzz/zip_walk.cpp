// SPDX-License-Identifier: GPL-3.0-or-later
// The walk through a ZIP, which in the product happens inside the confined process.
#include "probes/sheet/reader/zip_entries.h"
#include "probes/sheet/reader_protocol.h"
#include "tests/fuzz/target.h"

using namespace onshi;
using onshi::fuzz::promise;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto entries = sheet_reader::unpack_zip(onshi::fuzz::text_of(data, size));
  if (!entries) {
    promise(!entries.error().word.empty(), "a fault has its word");
    return 0;
  }
  std::size_t unpacked = 0;
  for (const auto& entry : *entries) {
    unpacked += entry.bytes.size();
    promise(sheet_reader::stays_inside(entry.name), "no entry climbs out");
  }
  promise(entries->size() <= reader_protocol::kMostEntries, "entries are counted");
  promise(unpacked <= reader_protocol::kMostUnpacked, "a ZIP does not swell");
  return 0;
}
