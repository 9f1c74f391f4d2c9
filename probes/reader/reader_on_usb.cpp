// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/reader_on_usb.h"

#include <algorithm>

#include <fmt/format.h>

namespace onshi {
namespace {

constexpr std::size_t kTelling = 4;  // shorter texts are in too many names

bool tells(const std::string& reader, const std::string& text) {
  return text.size() >= kTelling && reader.contains(text);
}

}  // namespace

bool is_reader_of(const std::string& reader, const UsbDevice& device, const ReaderCatalogue& catalogue) {
  if (tells(reader, device.serial)) return true;
  const KnownReader* known = catalogue.of_usb(device);
  if (known != nullptr && known->is_named(reader)) return true;
  return (known != nullptr || device.card_reader) && tells(reader, device.name);
}

std::string usb_id_of(const UsbDevice& device) {
  return fmt::format("{:04X}:{:04X}", device.vendor, device.product);
}

bool is_on_usb(const std::string& reader, const std::vector<UsbDevice>& devices,
               const ReaderCatalogue& catalogue) {
  return std::ranges::any_of(
      devices, [&](const UsbDevice& device) { return is_reader_of(reader, device, catalogue); });
}

}  // namespace onshi
