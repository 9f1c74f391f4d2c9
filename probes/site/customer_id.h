// SPDX-License-Identifier: GPL-3.0-or-later
// お客さまID of a フレッツ line: CAF + 10 digits, or COP + 8 digits in the east only (application.md §4.2).
// Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>

namespace onshi {

enum class CustomerIdFault { none, empty, prefix, doubled_prefix, digits, length };

/// Upper case, half-width, without spaces and hyphens.
std::string normalise_customer_id(std::string_view typed);
CustomerIdFault fault_of_customer_id(std::string_view normalised);
std::string_view name_of(CustomerIdFault fault);
/// All but the last three characters hidden, for logs and reports.
std::string masked_customer_id(std::string_view normalised);

}  // namespace onshi
