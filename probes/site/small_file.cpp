// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/small_file.h"

#include <array>
#include <fstream>
#include <system_error>

#include <fmt/format.h>
#include <openssl/evp.h>

namespace onshi {
namespace {

std::unexpected<FileFault> fault(FileFault::What what, const std::filesystem::path& file,
                                 std::vector<std::string> allowed = {}) {
  return std::unexpected(FileFault{what, file, 0, "", "", std::move(allowed)});
}

}  // namespace

std::expected<std::string, FileFault> read_small_file(const std::filesystem::path& file,
                                                      std::size_t most_bytes) {
  std::error_code error;
  auto kind = std::filesystem::status(file, error).type();
  if (kind == std::filesystem::file_type::not_found) return fault(FileFault::What::missing, file);
  if (kind != std::filesystem::file_type::regular) return fault(FileFault::What::unreadable, file);
  std::ifstream input(file, std::ios::binary);
  if (!input) return fault(FileFault::What::unreadable, file);
  std::string bytes(most_bytes + 1, '\0');
  input.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (input.bad()) return fault(FileFault::What::unreadable, file);
  bytes.resize(static_cast<std::size_t>(input.gcount()));
  if (bytes.size() > most_bytes)
    return fault(FileFault::What::too_large, file, {fmt::format("<= {}", most_bytes)});
  return bytes;
}

std::string sha256_of(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1) return {};
  std::string text;
  for (unsigned int index = 0; index < length; ++index) text += fmt::format("{:02x}", digest[index]);
  return text;
}

}  // namespace onshi
