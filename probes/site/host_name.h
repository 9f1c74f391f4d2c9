// SPDX-License-Identifier: GPL-3.0-or-later
// Host names as files and people write them. DNS reads letters without case and a last dot as nothing, so two
// spellings of one host must become one before they are compared. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>

namespace onshi {

/// Lower case, without a last dot.
std::string plain_host(std::string_view host);

/// A plain name of at least two labels; never an address, which would slip past rules about names.
bool is_host_name(std::string_view host);

}  // namespace onshi
