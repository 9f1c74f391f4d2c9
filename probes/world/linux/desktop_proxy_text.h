// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings of GNOME and KDE say about proxies, from their text. Pure functions, any thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probes/world/machine.h"

namespace onshi {

inline constexpr const char* kGnomeProxy = "org.gnome.system.proxy";
inline constexpr const char* kKdeProxy = "kioslaverc";

/// The texts in a value as `gsettings get` prints it: "'manual'", "['localhost', '*.example']", "@as []".
std::vector<std::string> gsettings_texts(std::string_view printed);

/// `printed` gives the value of a schema's key, or an empty text. Empty when no proxy is set. User name and
/// password have keys of their own, which are not asked for.
std::optional<ProxySettings> gnome_proxy(
    const std::function<std::string(const std::string& schema, const std::string& key)>& printed);

/// From the text of the file "kioslaverc". Empty when no proxy is set there, or the environment's is to be
/// taken.
std::optional<ProxySettings> kde_proxy(std::string_view text);

}  // namespace onshi
