// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/reader/entries_answer.h"

#include <fmt/format.h>

#include "probes/sheet/reader/zip_entries.h"
#include "probes/sheet/reader_protocol.h"

namespace onshi::sheet_reader {
namespace {

using reader_protocol::kLongestName;

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The last part of a path that is too long, which tells more than the first.
std::string_view end_of(std::string_view name) {
  if (name.size() <= kLongestName) return name;
  name.remove_prefix(name.size() - kLongestName);
  while (name.size() > 1 && continues_character(name.front())) name.remove_prefix(1);
  return name;
}

bool is_control(unsigned char byte, unsigned char before) {
  return byte < 0x20 || byte == 0x7F || (before == 0xC2 && byte >= 0x80 && byte < 0xA0);
}

/// The name of an entry as our parent takes it: no longer than that, and without control characters.
std::string name_field(std::string_view name) {
  std::string shown(name.empty() ? "?" : end_of(name));
  unsigned char before = 0;
  for (char& character : shown) {
    const auto byte = static_cast<unsigned char>(character);
    if (is_control(byte, before)) character = byte < 0x80 ? '?' : '\xA0';  // U+00A0, a space
    before = byte;
  }
  return reader_protocol::escaped(shown);
}

std::string lines_of(const ZipFault& fault) {
  return fmt::format("fault {} {}\n", fault.word, fault.detail.empty() ? "-" : name_field(fault.detail));
}

}  // namespace

std::string entries_answer(std::string_view zip) {
  std::string answer = fmt::format("{}\n", reader_protocol::kFirstLineOfEntries);
  auto entries = unpack_zip(zip);
  if (!entries) return answer + lines_of(entries.error()) + "end\n";
  for (ZipEntry& entry : *entries) {
    answer += fmt::format("entry {} {}\n", name_field(entry.name), entry.bytes.size());
    answer += entry.bytes;
    answer += '\n';
    std::string().swap(entry.bytes);
  }
  return answer + "end\n";
}

}  // namespace onshi::sheet_reader
