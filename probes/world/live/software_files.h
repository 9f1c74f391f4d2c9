// SPDX-License-Identifier: GPL-3.0-or-later
// The settings and leftovers of the service's own programs on the terminal's disk. Files are read, never
// written; of a settings file only the hosts of its addresses and the ends of its accounts leave this room.
// Any thread.
#pragma once

#include <string>
#include <string_view>

#include "probes/world/machine.h"

namespace onshi {

/// From the bytes of a file in CP932, UTF-8 or UTF-16 with its mark; the only reader of ReaderInfo.ini, too.
/// Lines of comment (";", "#", "//") count for nothing. Empty when the bytes are no text.
std::optional<ConnectionSettings> connection_settings_in(std::string_view bytes);

Seen<ConnectionSettings> read_connection_settings(const std::string& file);

bool is_file_like(std::string_view name, std::string_view pattern);
Seen<bool> folder_holds_file_like(const std::string& folder, const std::string& name);

}  // namespace onshi
