// SPDX-License-Identifier: GPL-3.0-or-later
// PC/SC names taken apart: a choice is remembered without the index, which changes with the socket (reader.md
// §3). Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>

namespace onshi {

/// "Vendor Product (serial) 00 00" and "Vendor Product 0" without what the service appends; for names as
/// PC/SC says them.
std::string without_index(std::string_view reader);

/// A name without index, also without interface and serial: "Vendor Product".
std::string model_of(std::string_view name_without_index);

}  // namespace onshi
