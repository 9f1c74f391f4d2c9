// SPDX-License-Identifier: GPL-3.0-or-later
// pkcs12_seeds FOLDER: PKCS#12 files of every kind, good and incomplete.
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/unit/certificate/made_certificate.h"

using namespace onshi;
using namespace onshi::test;

namespace {

void write(const std::filesystem::path& file, const std::string& bytes) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

void write_pkcs12(const std::filesystem::path& folder) {
  Signed root = authority(authority_wish("Kakuu Root"));
  Signed leaf = issued_by(root, ec_key(), {});
  const std::vector<X509*> both{leaf.certificate.get(), root.certificate.get()};
  constexpr int kPlain = -1;
  const Packing open{.password = "himitsu", .key_cipher = kPlain, .certificate_cipher = kPlain, .mac = false};
  write(folder / "usual", packed(leaf.key.get(), both));
  write(folder / "not_encrypted", packed(leaf.key.get(), both, open));
  write(folder / "not_encrypted_one", packed(leaf.key.get(), {leaf.certificate.get()}, open));
  write(folder / "without_key", packed(nullptr, both, open));
  write(folder / "without_certificate", packed(leaf.key.get(), {}, open));
  write(folder / "without_mac", packed(leaf.key.get(), both, {.mac = false}));
  write(folder / "triple_des", packed(leaf.key.get(), both,
                                      {.key_cipher = NID_pbe_WithSHA1And3_Key_TripleDES_CBC,
                                       .certificate_cipher = NID_pbe_WithSHA1And3_Key_TripleDES_CBC}));
  write(folder / "rc2", packed(leaf.key.get(), both,
                               {.key_cipher = NID_pbe_WithSHA1And3_Key_TripleDES_CBC,
                                .certificate_cipher = NID_pbe_WithSHA1And40BitRC2_CBC}));
  write(folder / "plain_certificate", der_of(*leaf.certificate));
  write(folder / "pem", pem_of(*leaf.certificate));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  write_pkcs12(std::filesystem::path(arguments[1]) / "pkcs12_front");
}
