// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/reader_catalogue.h"

#include <algorithm>

#include "probes/site/name_table.h"

namespace onshi {
namespace {

using Kind = KnownReader::Kind;
using DriverList = KnownReader::DriverList;

constexpr NameTable<Kind, 5> kKinds{{{Kind::face, "face"},
                                     {Kind::contact, "contact"},
                                     {Kind::contactless, "contactless"},
                                     {Kind::dual, "dual"},
                                     {Kind::unknown, "unknown"}}};
constexpr NameTable<DriverList, 5> kDriverLists{{{DriverList::supported, "supported"},
                                                 {DriverList::should_work, "should_work"},
                                                 {DriverList::unsupported, "unsupported"},
                                                 {DriverList::absent, "absent"},
                                                 {DriverList::not_listed, "not_listed"}}};

}  // namespace

bool KnownReader::is(const UsbDevice& device) const {
  return vendor == device.vendor && std::ranges::find(products, device.product) != products.end();
}

bool KnownReader::is_named(const std::string& reader) const {
  return name_regex && std::regex_search(reader, *name_regex);
}

const KnownReader* ReaderCatalogue::of_usb(const UsbDevice& device) const {
  auto found = std::ranges::find_if(readers, [&](const KnownReader& known) { return known.is(device); });
  return found == readers.end() ? nullptr : &*found;
}

const KnownReader* ReaderCatalogue::of_name(const std::string& reader) const {
  auto found =
      std::ranges::find_if(readers, [&](const KnownReader& known) { return known.is_named(reader); });
  return found == readers.end() ? nullptr : &*found;
}

bool ReaderCatalogue::is_no_reader(const std::string& name) const {
  return std::ranges::any_of(not_readers, [&](const NotAReader& not_reader) {
    return std::regex_search(name, not_reader.name_regex);
  });
}

std::string_view name_of(KnownReader::Kind kind) { return name_in(kKinds, kind); }

std::string_view name_of(KnownReader::DriverList list) { return name_in(kDriverLists, list); }

}  // namespace onshi
