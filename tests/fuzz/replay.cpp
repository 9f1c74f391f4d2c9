// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds a fuzz target the files of the folders that are named, and every file again cut off at some places:
// what libFuzzer would begin with, in builds that have no libFuzzer. No file at all is a failure.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/target.h"

namespace {

void feed(std::string_view bytes) {
  // A copy of its own without an end sign, so that reading beyond it is seen.
  const std::vector<std::uint8_t> exact(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

void feed_with_cuts(const std::string& bytes) {
  constexpr std::size_t kPieces = 16;
  for (std::size_t piece = 0; piece <= kPieces; ++piece) feed({bytes.data(), bytes.size() * piece / kPieces});
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  if (!exists(folder)) return files;  // nothing was ever found by this target
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

int main(int count, char** arguments) {
  int passed = 0;
  for (const std::filesystem::path folder : std::vector<std::string>(arguments + 1, arguments + count)) {
    for (const auto& file : files_in(folder)) {
      std::cout << "replay " << file.filename().string() << std::endl;  // before it, for the one that crashes
      std::ifstream stream(file, std::ios::binary);
      feed_with_cuts({std::istreambuf_iterator<char>(stream), {}});
      ++passed;
    }
  }
  std::cout << passed << " passed, " << (passed == 0 ? 1 : 0) << " failed\n";
  return passed == 0 ? 1 : 0;
}
