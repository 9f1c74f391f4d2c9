// SPDX-License-Identifier: GPL-3.0-or-later
// The NSS store that this user's browsers share, opened for one piece of work. NSS knows one store a process
// at a time, so whoever holds this keeps all others waiting; it is shut again when this dies, and everything
// taken from it must be given back before. Any thread, held by one.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <cert.h>
#include <certdb.h>
#include <keyhi.h>
#include <nss.h>
#include <pk11pub.h>

#include "probes/world/browsers.h"

namespace onshi {

struct NssRelease {
  void operator()(NSSInitContext* context) const { NSS_ShutdownContext(context); }
  void operator()(PK11SlotInfo* slot) const { PK11_FreeSlot(slot); }
  void operator()(CERTCertificate* certificate) const { CERT_DestroyCertificate(certificate); }
  void operator()(CERTCertList* list) const { CERT_DestroyCertList(list); }
  void operator()(SECKEYPrivateKey* key) const { SECKEY_DestroyPrivateKey(key); }
};
template <typename Type>
using NssOwned = std::unique_ptr<Type, NssRelease>;

/// ~/.pki/nssdb, where Chromium, Chrome and Edge keep what they know of certificates.
std::filesystem::path browser_store_folder(const std::filesystem::path& home);
bool is_browser_store(const std::filesystem::path& folder);

/// Of whoever runs this; empty when the system does not say.
std::filesystem::path home_folder();

/// The name of the last fault of NSS on this thread, such as "SEC_ERROR_BAD_DATABASE".
CannotSee nss_fault();

class NssDatabase {
 public:
  enum class Way { look, change };  // what is to be changed is made when it is not there; its folder must be

  static Seen<std::unique_ptr<NssDatabase>> open(const std::filesystem::path& folder, Way way);
  /// For `open` alone.
  NssDatabase(std::unique_lock<std::mutex> turn, NssOwned<NSSInitContext> context);
  NssDatabase(const NssDatabase&) = delete;
  NssDatabase& operator=(const NssDatabase&) = delete;
  ~NssDatabase() = default;

  [[nodiscard]] PK11SlotInfo* slot() const { return slot_.get(); }
  /// It has a password, which only its owner knows.
  [[nodiscard]] bool locked() const { return locked_; }
  [[nodiscard]] std::vector<NssOwned<CERTCertificate>> certificates() const;
  /// Null when there is none.
  [[nodiscard]] NssOwned<CERTCertificate> certificate(const std::string& fingerprint) const;
  [[nodiscard]] bool has_key(CERTCertificate& certificate) const;

 private:
  std::unique_lock<std::mutex> turn_;  // goes last
  NssOwned<NSSInitContext> context_;
  NssOwned<PK11SlotInfo> slot_;
  bool locked_ = false;
};

/// SHA-256, hexadecimal lower case.
std::string fingerprint_of(const CERTCertificate& certificate);

/// Trusted as an authority for servers.
bool is_trusted(const CERTCertificate& certificate);

}  // namespace onshi
