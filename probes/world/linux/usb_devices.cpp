// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/usb_devices.h"

#include <algorithm>
#include <charconv>

#include "probes/world/linux/small_text_file.h"

namespace onshi {
namespace {

constexpr std::string_view hub_class = "09";

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

}  // namespace

std::vector<UsbDevice> usb_devices_in(const std::filesystem::path& folder) {
  std::vector<UsbDevice> devices;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
    if (auto device = device_in(entry.path())) devices.push_back(std::move(*device));
  }
  std::ranges::sort(devices, {}, &UsbDevice::path);
  return devices;
}

}  // namespace onshi
