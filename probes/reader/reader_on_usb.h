// SPDX-License-Identifier: GPL-3.0-or-later
// Which PC/SC reader is which USB device: PC/SC does not say, so by the catalogue's name for the device, by
// its product text or by its serial in the reader's name (reader.md §3). Pure functions, any thread.
#pragma once

#include <string>
#include <vector>

#include "probes/reader/reader_catalogue.h"

namespace onshi {

/// "054C:0DC9".
std::string usb_id_of(const UsbDevice& device);

bool is_reader_of(const std::string& reader, const UsbDevice& device, const ReaderCatalogue& catalogue);

/// Whether any of the devices is this reader: then it is attached to this very terminal.
bool is_on_usb(const std::string& reader, const std::vector<UsbDevice>& devices,
               const ReaderCatalogue& catalogue);

}  // namespace onshi
