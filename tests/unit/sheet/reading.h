// SPDX-License-Identifier: GPL-3.0-or-later
// Helpers of the sheet tests: real files through the real small program. One thread.
#pragma once

#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "probes/sheet/sheet_reader.h"
#include "probes/world/live/system_parts.h"

namespace onshi::test {

inline Limit plenty() { return Limit::of(std::chrono::seconds{300}); }

/// Of a test file, named with its folder.
inline std::string file_bytes(const std::string& name) {
  std::ifstream file(std::string(SHEET_FILES) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string pdf_bytes(const std::string& name) { return file_bytes("pdfs/" + name); }

inline SheetReading read_bytes(const std::string& name, std::string bytes) {
  return read_sheets(*system_programs(), SheetInput{name, std::move(bytes)}, plenty(), SHEET_READER);
}

inline SheetReading read_file(const std::string& name) { return read_bytes(name, file_bytes(name)); }
inline SheetReading read_pdf(const std::string& name) { return read_bytes(name, pdf_bytes(name)); }

/// The only fault of a reading without a sheet.
inline std::optional<SheetFault> only_fault_of(const SheetReading& reading) {
  if (!reading.sheets.empty() || reading.faults.size() != 1) return std::nullopt;
  return reading.faults.front();
}

inline std::string characters_of(const Secret& secret) {
  return secret.reveal([](std::string_view characters) { return std::string(characters); });
}

}  // namespace onshi::test
