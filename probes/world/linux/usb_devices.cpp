// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/usb_devices.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "probes/world/linux/small_text_file.h"

namespace onshi {
namespace {

constexpr std::string_view hub_class = "09";
constexpr std::string_view chip_card_class = "0b";

std::optional<std::uint16_t> number_in(const std::filesystem::path& file) {
  std::string text = first_line_of(file);
  std::uint16_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, 16);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return number;
}

/// Interfaces ("1-2:1.0") have no idVendor and are no devices.
std::optional<UsbDevice> device_in(const std::filesystem::path& folder) {
  auto vendor = number_in(folder / "idVendor");
  auto product = number_in(folder / "idProduct");
  if (!vendor || !product || first_line_of(folder / "bDeviceClass") == hub_class) return {};
  return UsbDevice{*vendor, *product, first_line_of(folder / "product"), first_line_of(folder / "serial"),
                   folder.filename().string()};
}

/// "1-2" of the interface "1-2:1.0" when it is one for chip cards.
std::optional<std::string> path_of_card_reader(const std::filesystem::path& folder) {
  const std::string name = folder.filename().string();
  const auto colon = name.find(':');
  if (colon == std::string::npos || first_line_of(folder / "bInterfaceClass") != chip_card_class) return {};
  return name.substr(0, colon);
}

}  // namespace

std::vector<UsbDevice> usb_devices_in(const std::filesystem::path& folder) {
  std::vector<UsbDevice> devices;
  std::set<std::string> card_readers;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
    if (auto device = device_in(entry.path())) devices.push_back(std::move(*device));
    if (auto path = path_of_card_reader(entry.path())) card_readers.insert(*std::move(path));
  }
  for (UsbDevice& device : devices) device.card_reader = card_readers.contains(device.path);
  std::ranges::sort(devices, {}, &UsbDevice::path);
  return devices;
}

}  // namespace onshi
