// SPDX-License-Identifier: GPL-3.0-or-later
// The root certificates of a profile as PEM text. Pure, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onshi {

/// The text with its lines trimmed, or nothing unless it holds at least one certificate and no broken one.
std::optional<std::string> pem_certificates(std::string_view text);

}  // namespace onshi
