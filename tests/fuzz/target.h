// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzz target: bytes as a stranger might send them, handed to one reader of the product. It must neither
// crash nor hang nor break what the reader promises; `promise` ends the program when it does. With clang's
// libFuzzer it is fed for minutes (run.sh), in every build by replay.cpp with its seeds. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace onshi::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline void promise(bool kept, const char* what) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

}  // namespace onshi::fuzz
