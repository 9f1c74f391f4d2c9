// SPDX-License-Identifier: GPL-3.0-or-later
// Makes real ZIP files in memory for the tests, good ones and hostile ones. One thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onshi::test {

struct Packed {
  std::string name;
  std::string bytes;
};

/// With a password, every entry is encrypted in the traditional way.
std::string zip_of(const std::vector<Packed>& entries, std::string_view password = {});

}  // namespace onshi::test
