// SPDX-License-Identifier: GPL-3.0-or-later
// Reads master account sheets out of PDF, ZIP, our own XML and pictures (accounts.md §1, §4). Hostile bytes
// are parsed only by the small programs onshi-sheet-reader and onshi-picture-reader, started through
// `Programs`; what they answer is validated again here. What was recognised in a picture is unconfirmed, and
// never a password. Blocks up to a few seconds, with pictures up to kLongestReading, so call it from a
// background thread. Faults and sheets may both come out of one file.
#pragma once

#include <chrono>
#include <cstddef>
#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "probes/check/finding.h"
#include "probes/sheet/sheet_fault.h"
#include "probes/site/master_account_sheet.h"
#include "probes/world/limit.h"
#include "probes/world/programs.h"

namespace onshi {

constexpr std::size_t kLargestSheetFile = std::size_t{20} << 20;  // bytes

/// With scans of both sheets, on a slow terminal.
constexpr std::chrono::seconds kLongestReading{180};

struct SheetInput {
  std::string file;   // name as shown to a person, without folder
  std::string bytes;  // all of it
};

struct SheetReading {
  std::vector<SheetWithPassword> sheets;  // in the order of files, entries and pages; pictures of a ZIP last
  std::vector<SheetFault> faults;
};

/// The small program: beside the running one, or in lib/onshi-setup of where that is installed.
std::filesystem::path sheet_reader_program();

/// A file from disk, refused when missing or too large.
std::expected<SheetInput, SheetFault> load_sheet_file(const std::filesystem::path& file);

SheetReading read_sheets(Programs& programs, const SheetInput& input, const Limit& limit,
                         const std::filesystem::path& program = sheet_reader_program());
SheetReading read_sheets(Programs& programs, std::span<const SheetInput> inputs, const Limit& limit,
                         const std::filesystem::path& program = sheet_reader_program());

/// What was read as rows to show: a good finding a sheet and another one when fields of it are unconfirmed, a
/// fault's finding a fault; the subject is the file.
std::vector<Finding> findings_of(const SheetReading& reading);

}  // namespace onshi
