// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/cp932.h"

#include <array>
#include <cstdint>
#include <memory>
#include <type_traits>

#include <iconv.h>

namespace onshi {
namespace {

struct CloseConversion {
  void operator()(iconv_t conversion) const { ::iconv_close(conversion); }
};
using Conversion = std::unique_ptr<std::remove_pointer_t<iconv_t>, CloseConversion>;

Conversion open_conversion() {
  iconv_t opened = ::iconv_open("UTF-8", "CP932");
  // iconv_open's error value is (iconv_t)-1, a number in a pointer.
  return Conversion(reinterpret_cast<std::intptr_t>(opened) == -1 ? nullptr : opened);
}

}  // namespace

std::expected<std::string, std::size_t> utf8_from_cp932(std::string_view bytes) {
  const Conversion conversion = open_conversion();
  if (!conversion) return std::unexpected(std::size_t{0});
  std::string source(bytes);
  std::string text;
  std::array<char, 4096> block{};
  char* from = source.data();
  std::size_t left = source.size();
  while (left > 0) {
    char* to = block.data();
    std::size_t room = block.size();
    const auto converted = ::iconv(conversion.get(), &from, &left, &to, &room);
    text.append(block.data(), block.size() - room);
    const bool stuck = converted == static_cast<std::size_t>(-1) && room == block.size();
    if (stuck) return std::unexpected(bytes.size() - left);
  }
  return text;
}

}  // namespace onshi
