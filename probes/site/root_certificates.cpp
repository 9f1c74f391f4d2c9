// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/root_certificates.h"

#include <memory>

#include <openssl/err.h>
#include <openssl/pem.h>

#include "probes/site/client_certificate.h"

namespace onshi {
namespace {

struct BioFree {
  void operator()(BIO* bio) const { BIO_free(bio); }
};

// Inline roots stand indented in the XML, which PEM does not allow.
std::string with_trimmed_lines(std::string_view text) {
  std::string trimmed;
  while (!text.empty()) {
    auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    auto first = line.find_first_not_of(" \t\r");
    if (first == line.npos) continue;
    auto last = line.find_last_not_of(" \t\r");
    trimmed.append(line.substr(first, last - first + 1)).push_back('\n');
  }
  return trimmed;
}

std::size_t occurrences(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) ++count;
  return count;
}

std::size_t readable_certificates(const std::string& pem) {
  std::unique_ptr<BIO, BioFree> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  std::size_t count = 0;
  while (X509Pointer(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))) ++count;
  ERR_clear_error();  // the end of the text is an error to OpenSSL
  return count;
}

}  // namespace

std::optional<std::string> pem_certificates(std::string_view text) {
  std::string pem = with_trimmed_lines(text);
  std::size_t begun = occurrences(pem, "-----BEGIN ");
  if (begun == 0 || readable_certificates(pem) != begun) return std::nullopt;
  return pem;
}

}  // namespace onshi
