// SPDX-License-Identifier: GPL-3.0-or-later
// Holds open the two character conversions that poppler makes for every word. Their modules are files, which
// cannot be opened any more after confinement; while these are open they stay in memory. Made by main before
// it confines itself.
#pragma once

#include <cstdint>

#include <iconv.h>

namespace onshi::sheet_reader {

class Conversion {
 public:
  Conversion(const char* to, const char* from) : handle_(::iconv_open(to, from)) {}
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;
  ~Conversion() {
    if (good()) ::iconv_close(handle_);
  }
  // iconv_open's error value is (iconv_t)-1, a number in a pointer.
  [[nodiscard]] bool good() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }

 private:
  iconv_t handle_;
};

struct WarmConversions {
  Conversion in{"UTF-16", "UTF-8"};
  Conversion out{"UTF-8", "UTF-16"};
  [[nodiscard]] bool good() const { return in.good() && out.good(); }
};

}  // namespace onshi::sheet_reader
