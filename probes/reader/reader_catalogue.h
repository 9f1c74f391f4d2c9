// SPDX-License-Identifier: GPL-3.0-or-later
// The card readers that we know by name, from assets/readers.xml (reader.md §2, §3): makers' face readers,
// general readers with their place in the driver's list, and the names of readers that are none. What nobody
// confirmed stays empty and says so. Loaded once, then immutable; any thread.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "probes/site/file_fault.h"
#include "probes/world/machine.h"

namespace onshi {

struct KnownReader {
  enum class Kind { face, contact, contactless, dual, unknown };  // unknown: a general reader
  /// Where libccid lists it: "absent" needs the maker's own driver, "not_listed" is not a PC/SC reader as far
  /// as known.
  enum class DriverList { supported, should_work, unsupported, absent, not_listed };

  std::string id;  // "sony-rc-s300-p"
  std::string maker;
  std::string product;
  Kind kind = Kind::unknown;
  std::optional<std::uint16_t> vendor;  // USB vendor; empty when nobody confirmed it
  std::vector<std::uint16_t> products;  // USB products
  std::string name_pattern;             // the PC/SC name, as a regular expression; empty when unknown
  std::optional<std::regex> name_regex;
  DriverList driver_list = DriverList::not_listed;
  std::string driver_url;
  std::string start_order;  // "reader_first", or empty when it does not matter or is unknown
  std::string valid_from;   // ISO dates, empty when unknown
  std::string maintenance_until;
  std::string source;      // official, field, code, measured, knowledge
  bool confirmed = false;  // whether the USB numbers were confirmed
  std::string notes_ja;
  std::string notes_en;

  [[nodiscard]] bool is(const UsbDevice& device) const;
  [[nodiscard]] bool is_named(const std::string& reader) const;
};

std::string_view name_of(KnownReader::Kind kind);
std::string_view name_of(KnownReader::DriverList list);

/// A PC/SC name that stands for no reader at all, such as a TPM's virtual card (reader.md §3).
struct NotAReader {
  std::string name_pattern;
  std::regex name_regex;
};

/// A file beside the program that was left aside because the shipped one is newer.
struct OlderCatalogue {
  std::filesystem::path file;
  std::string version;
};

struct ReaderCatalogue {
  std::string version;  // of dates the later one wins
  std::filesystem::path file;
  bool beside_shipped = false;  // somebody put it there
  std::vector<KnownReader> readers;
  std::vector<NotAReader> not_readers;
  std::optional<FileFault> fault;  // of a newer file, which is therefore not used
  std::optional<OlderCatalogue> older;

  [[nodiscard]] const KnownReader* of_usb(const UsbDevice& device) const;
  [[nodiscard]] const KnownReader* of_name(const std::string& reader) const;
  [[nodiscard]] bool is_no_reader(const std::string& name) const;
};

/// The catalogue in the first of these folders that has one which is not older than the one that came with
/// the program, else that. What is wrong with a file of those folders, or that it is older, is kept in the
/// catalogue that takes its place.
std::expected<ReaderCatalogue, FileFault> reader_catalogue_from(
    const std::vector<std::filesystem::path>& folders, const std::filesystem::path& shipped);

/// Reads and checks the catalogue; a fault names file, line, key and what is allowed.
std::expected<ReaderCatalogue, FileFault> load_reader_catalogue(const std::filesystem::path& file);

}  // namespace onshi
