// SPDX-License-Identifier: GPL-3.0-or-later
// What the environment variables of Linux programs say about proxies, from their text. Pure functions, any
// thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "probes/world/machine.h"

namespace onshi {

/// By the variables that programs ask for an https:// address, in their order; `value_of` gives an empty text
/// for one that is not set. Empty when none is. User name and password are dropped.
std::optional<ProxySettings> proxy_settings_of(const std::function<std::string(const char*)>& value_of);

/// The value of `name` in the text of /etc/environment, without quotes; empty when it is not set there.
std::string environment_value(std::string_view text, std::string_view name);

}  // namespace onshi
