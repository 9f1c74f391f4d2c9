// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/nss_database.h"

#include <array>
#include <vector>

#include <openssl/sha.h>
#include <prerror.h>
#include <pwd.h>
#include <unistd.h>

namespace onshi {
namespace {

std::mutex& one_at_a_time() {
  static std::mutex mutex;
  return mutex;
}

/// A new store has no password until it is given an empty one, as browsers do.
bool needs_password(PK11SlotInfo* slot) {
  if (PK11_NeedUserInit(slot)) PK11_InitPin(slot, nullptr, "");
  if (!PK11_NeedLogin(slot)) return false;
  return PK11_CheckUserPassword(slot, "") != SECSuccess;
}

}  // namespace

std::filesystem::path browser_store_folder(const std::filesystem::path& home) {
  return home / ".pki" / "nssdb";
}

bool is_browser_store(const std::filesystem::path& folder) {
  std::error_code error;
  return std::filesystem::exists(folder / "cert9.db", error) || error;
}

std::filesystem::path home_folder() {
  // Whoever stands behind sudo does not want root's browser, and nobody says whose else.
  if (geteuid() == 0 && std::getenv("SUDO_USER") != nullptr) return {};
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/') return home;
  constexpr std::size_t kRoom = 16384;
  std::vector<char> room(kRoom);
  passwd entry{};
  passwd* found = nullptr;
  if (getpwuid_r(geteuid(), &entry, room.data(), room.size(), &found) != 0 || found == nullptr) return {};
  return found->pw_dir;
}

CannotSee nss_fault() {
  const PRErrorCode code = PR_GetError();
  const char* name = PR_ErrorToName(code);
  return {CannotSee::Why::failed, code, name == nullptr ? "" : name};
}

Seen<std::unique_ptr<NssDatabase>> NssDatabase::open(const std::filesystem::path& folder, Way way) {
  std::unique_lock turn(one_at_a_time());
  const PRUint32 read_only = way == Way::look ? NSS_INIT_READONLY : 0;
  const std::string place = "sql:" + folder.string();
  NSSInitParameters parameters{};
  parameters.length = sizeof(parameters);
  // Without the modules that the store names: such a library, for cards for instance, is nothing to be loaded
  // here.
  NssOwned<NSSInitContext> context(NSS_InitContext(place.c_str(), "", "", "secmod.db", &parameters,
                                                   NSS_INIT_NOROOTINIT | NSS_INIT_NOMODDB | read_only));
  if (!context) return std::unexpected(nss_fault());
  auto opened = std::make_unique<NssDatabase>(std::move(turn), std::move(context));
  if (!opened->slot_) return std::unexpected(nss_fault());
  return opened;
}

NssDatabase::NssDatabase(std::unique_lock<std::mutex> turn, NssOwned<NSSInitContext> context)
    : turn_(std::move(turn)), context_(std::move(context)), slot_(PK11_GetInternalKeySlot()) {
  locked_ = slot_ && needs_password(slot_.get());
}

std::vector<NssOwned<CERTCertificate>> NssDatabase::certificates() const {
  std::vector<NssOwned<CERTCertificate>> all;
  const NssOwned<CERTCertList> list(PK11_ListCertsInSlot(slot()));
  if (!list) return all;
  for (CERTCertListNode* node = CERT_LIST_HEAD(list); !CERT_LIST_END(node, list);
       node = CERT_LIST_NEXT(node)) {
    all.emplace_back(CERT_DupCertificate(node->cert));
  }
  return all;
}

NssOwned<CERTCertificate> NssDatabase::certificate(const std::string& fingerprint) const {
  for (auto& each : certificates()) {
    if (fingerprint_of(*each) == fingerprint) return std::move(each);
  }
  return {};
}

bool NssDatabase::has_key(CERTCertificate& certificate) const {
  return !locked_ &&
         NssOwned<SECKEYPrivateKey>(PK11_FindKeyByDERCert(slot(), &certificate, nullptr)) != nullptr;
}

std::string fingerprint_of(const CERTCertificate& certificate) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(certificate.derCert.data, certificate.derCert.len, digest.data());
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : digest) {
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 15U];
  }
  return text;
}

bool is_trusted(const CERTCertificate& certificate) {
  CERTCertTrust trust{};
  return CERT_GetCertTrust(&certificate, &trust) == SECSuccess && (trust.sslFlags & CERTDB_TRUSTED_CA) != 0;
}

}  // namespace onshi
