// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/actions/linux/nss_browser_store.h"

#include <array>
#include <charconv>

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/x509.h>

#include "probes/world/linux/nss_database.h"

namespace onshi {
namespace {

using Database = std::unique_ptr<NssDatabase>;

struct FreePublicKey {
  void operator()(SECKEYPublicKey* key) const { SECKEY_DestroyPublicKey(key); }
};
struct FreeKeys {
  void operator()(SECKEYPrivateKeyList* keys) const { SECKEY_DestroyPrivateKeyList(keys); }
};

Seen<Database> opened(const std::filesystem::path& folder, NssDatabase::Way way) {
  auto database = NssDatabase::open(folder, way);
  if (database && (*database)->locked()) {
    return std::unexpected(CannotSee{CannotSee::Why::refused, 0, "locked"});
  }
  return database;
}

/// Bytes that are wiped when they go.
class WipedBytes {
 public:
  /// The key in PKCS#8, which is what NSS takes.
  explicit WipedBytes(const EVP_PKEY& key) {
    PKCS8_PRIV_KEY_INFO* info = EVP_PKEY2PKCS8(&key);
    const int length = info == nullptr ? 0 : i2d_PKCS8_PRIV_KEY_INFO(info, &bytes_);
    PKCS8_PRIV_KEY_INFO_free(info);
    length_ = length > 0 ? static_cast<unsigned>(length) : 0;
  }
  WipedBytes(const WipedBytes&) = delete;
  WipedBytes& operator=(const WipedBytes&) = delete;
  ~WipedBytes() { OPENSSL_clear_free(bytes_, length_); }
  [[nodiscard]] SECItem item() const { return {siBuffer, bytes_, length_}; }

 private:
  unsigned char* bytes_ = nullptr;
  unsigned length_ = 0;
};

NssOwned<CERTCertificate> as_nss(const X509& certificate) {
  unsigned char* bytes = nullptr;
  const int length = i2d_X509(&certificate, &bytes);
  SECItem item{siBuffer, bytes, static_cast<unsigned>(std::max(length, 0))};
  NssOwned<CERTCertificate> copy(
      CERT_NewTempCertificate(CERT_GetDefaultCertDB(), &item, nullptr, PR_FALSE, PR_TRUE));
  OPENSSL_free(bytes);
  return copy;
}

std::string nickname_for(const CERTCertificate& certificate) {
  constexpr std::size_t kEnough = 8;
  return "onshi-setup " + fingerprint_of(certificate).substr(0, kEnough);
}

Seen<void> answer(SECStatus status) {
  if (status == SECSuccess) return {};
  return std::unexpected(nss_fault());
}

Seen<void> put_certificate(NssDatabase& database, CERTCertificate& certificate) {
  if (database.certificate(fingerprint_of(certificate))) return {};
  return answer(PK11_ImportCert(database.slot(), &certificate, CK_INVALID_HANDLE,
                                nickname_for(certificate).c_str(), PR_FALSE));
}

/// By this the store finds the key of a certificate again.
const SECItem* mark_of(const SECKEYPublicKey& key) {
  return key.keyType == ecKey ? &key.u.ec.publicValue : &key.u.rsa.modulus;
}

Seen<void> put_key(NssDatabase& database, CERTCertificate& certificate, const EVP_PKEY& key) {
  if (database.has_key(certificate)) return {};
  const std::unique_ptr<SECKEYPublicKey, FreePublicKey> open_half(CERT_ExtractPublicKey(&certificate));
  if (!open_half) return std::unexpected(nss_fault());
  const WipedBytes bytes(key);
  SECItem item = bytes.item();
  std::string name = nickname_for(certificate);
  SECItem label{siBuffer, reinterpret_cast<unsigned char*>(name.data()), static_cast<unsigned>(name.size())};
  SECItem mark = *mark_of(*open_half);
  SECKEYPrivateKey* stored = nullptr;
  const SECStatus status = PK11_ImportDERPrivateKeyInfoAndReturnKey(
      database.slot(), &item, &label, &mark, PR_TRUE, PR_TRUE, KU_ALL, &stored, nullptr);
  const NssOwned<SECKEYPrivateKey> owner(stored);
  return answer(status);
}

std::string trust_text(const CERTCertificate& certificate) {
  CERTCertTrust trust{};
  if (CERT_GetCertTrust(&certificate, &trust) != SECSuccess) return {};
  return fmt::format("{},{},{}", trust.sslFlags, trust.emailFlags, trust.objectSigningFlags);
}

CERTCertTrust trust_in(std::string_view text) {
  CERTCertTrust trust{};
  std::array<unsigned*, 3> flags{&trust.sslFlags, &trust.emailFlags, &trust.objectSigningFlags};
  for (unsigned* flag : flags) {
    std::from_chars(text.data(), text.data() + text.size(), *flag);
    text.remove_prefix(std::min(text.size(), text.find(',') + 1));
  }
  return trust;
}

Seen<void> set_trust(CERTCertificate& certificate, CERTCertTrust trust) {
  return answer(CERT_ChangeCertTrust(CERT_GetDefaultCertDB(), &certificate, &trust));
}

Seen<void> put_root(NssDatabase& database, const X509& root) {
  const auto certificate = as_nss(root);
  if (!certificate) return std::unexpected(nss_fault());
  if (auto put = put_certificate(database, *certificate); !put) return put;
  const auto stored = database.certificate(fingerprint_of(*certificate));
  if (!stored) return std::unexpected(nss_fault());
  if (is_trusted(*stored)) return {};
  CERTCertTrust trust{};
  CERT_GetCertTrust(stored.get(), &trust);
  trust.sslFlags |= CERTDB_TRUSTED_CA | CERTDB_VALID_CA;
  return set_trust(*stored, trust);
}

/// The certificate first: a key without it, as a crash between the two would leave it, would not be found
/// again.
Seen<void> put_client(NssDatabase& database, const ClientCertificate& client) {
  const auto certificate = as_nss(*client.certificate);
  if (!certificate) return std::unexpected(nss_fault());
  if (auto put = put_certificate(database, *certificate); !put) return put;
  return put_key(database, *certificate, *client.key);
}

HeldCertificate held(const NssDatabase& database, const std::string& fingerprint) {
  const auto certificate = database.certificate(fingerprint);
  if (!certificate) return {fingerprint, false, false, {}};
  return {fingerprint, true, database.has_key(*certificate), trust_text(*certificate)};
}

Seen<void> restore_one(NssDatabase& database, const HeldCertificate& before) {
  const auto certificate = database.certificate(before.fingerprint);
  if (!certificate) return {};
  const bool key = database.has_key(*certificate);
  if (!before.there) {
    return answer(key ? PK11_DeleteTokenCertAndKey(certificate.get(), nullptr)
                      : SEC_DeletePermCertificate(certificate.get()));
  }
  if (key && !before.key) {
    SECKEYPrivateKey* added = PK11_FindKeyByDERCert(database.slot(), certificate.get(), nullptr);
    if (added != nullptr) PK11_DeleteTokenPrivateKey(added, PR_TRUE);  // which takes it
  }
  if (trust_text(*certificate) == before.trust) return {};
  return set_trust(*certificate, trust_in(before.trust));
}

/// A store that cannot be listed is not empty.
bool is_empty(const NssDatabase& database) {
  const NssOwned<CERTCertList> list(PK11_ListCertsInSlot(database.slot()));
  if (!list || !CERT_LIST_EMPTY(list)) return false;
  const std::unique_ptr<SECKEYPrivateKeyList, FreeKeys> keys(PK11_ListPrivateKeysInSlot(database.slot()));
  return keys && PR_CLIST_IS_EMPTY(&keys->list);
}

}  // namespace

bool NssBrowserStore::there() const { return is_browser_store(folder_); }

Seen<std::vector<HeldCertificate>> NssBrowserStore::look(const std::vector<std::string>& fingerprints) {
  std::vector<HeldCertificate> all;
  all.reserve(fingerprints.size());
  Database database;
  if (there()) {
    auto open = opened(folder_, NssDatabase::Way::look);
    if (!open) return std::unexpected(open.error());
    database = std::move(*open);
  }
  for (const std::string& each : fingerprints) {
    all.push_back(database ? held(*database, each) : HeldCertificate{each, false, false, {}});
  }
  return all;
}

Seen<void> NssBrowserStore::add(const ClientCertificate& client, const std::vector<X509Pointer>& roots) {
  const auto database = opened(folder_, NssDatabase::Way::change);
  if (!database) return std::unexpected(database.error());
  for (const X509Pointer& root : roots) {
    if (auto put = put_root(**database, *root); !put) return put;
  }
  for (const X509Pointer& authority : client.chain) {
    const auto certificate = as_nss(*authority);
    if (!certificate) return std::unexpected(nss_fault());
    if (auto put = put_certificate(**database, *certificate); !put) return put;
  }
  return put_client(**database, client);
}

Seen<void> NssBrowserStore::restore(const std::vector<HeldCertificate>& before) {
  if (!there()) return {};
  const auto database = opened(folder_, NssDatabase::Way::change);
  if (!database) return std::unexpected(database.error());
  for (const HeldCertificate& each : before) {
    if (auto restored = restore_one(**database, each); !restored) return restored;
  }
  return {};
}

Seen<void> NssBrowserStore::discard_if_empty() {
  if (!there()) return {};
  {
    const auto database = opened(folder_, NssDatabase::Way::look);
    if (!database) return std::unexpected(database.error());
    if (!is_empty(**database)) return {};
  }
  std::error_code error;
  for (const char* file : {"key4.db", "pkcs11.txt", "cert9.db"})
    std::filesystem::remove(folder_ / file, error);
  if (error) return std::unexpected(CannotSee{CannotSee::Why::failed, error.value(), error.message()});
  return {};
}

std::unique_ptr<BrowserStore> system_browser_store() {
  const std::filesystem::path home = home_folder();
  if (home.empty()) return nullptr;
  return std::make_unique<NssBrowserStore>(browser_store_folder(home));
}

}  // namespace onshi
