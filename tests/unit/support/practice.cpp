// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/support/practice.h"

#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>

#include <fmt/format.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "probes/site/client_certificate.h"

namespace onshi::test {
namespace {

struct BioFree {
  void operator()(BIO* bio) const { BIO_free(bio); }
};

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream input(file, std::ios::binary);
  if (!input) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(input), std::istreambuf_iterator<char>()};
}

X509Pointer self_signed() {
  KeyPointer key(EVP_EC_gen("P-256"));
  X509Pointer certificate(X509_new());
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 86400);
  X509_NAME* name = X509_get_subject_name(certificate.get());
  const auto* text = reinterpret_cast<const unsigned char*>("Practice Online Billing NW System");
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text, -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  X509_set_pubkey(certificate.get(), key.get());
  X509_sign(certificate.get(), key.get(), EVP_sha256());
  return certificate;
}

}  // namespace

ScratchFolder::ScratchFolder() {
  std::random_device random;
  path_ = std::filesystem::temp_directory_path() / fmt::format("onshi-test-{:08x}{:08x}", random(), random());
  std::filesystem::create_directories(path_);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path ScratchFolder::write(const std::string& name, const std::string& bytes) const {
  std::ofstream output(path_ / name, std::ios::binary);
  output << bytes;
  if (!output.flush()) throw std::runtime_error("cannot write " + name);
  return path_ / name;
}

std::string invented_root_pem() {
  std::unique_ptr<BIO, BioFree> bio(BIO_new(BIO_s_mem()));
  PEM_write_bio_X509(bio.get(), self_signed().get());
  char* text = nullptr;
  auto length = BIO_get_mem_data(bio.get(), &text);
  return {text, static_cast<std::size_t>(length)};
}

Profile practice_profile() {
  ScratchFolder folder;
  folder.write("ca.crt", invented_root_pem());
  auto file = folder.write("profile.xml",
                           bytes_of(std::filesystem::path(ONSHI_SOURCE_DIR) / "tests/lab/profile.xml"));
  auto profile = load_profile(file);
  if (!profile) {
    throw std::runtime_error(fmt::format("tests/lab/profile.xml, line {}: {} {} {}", profile.error().line,
                                         name_of(profile.error().what), profile.error().key,
                                         profile.error().value));
  }
  return *profile;
}

}  // namespace onshi::test
