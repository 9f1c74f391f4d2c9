// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a PKCS#12 with its password, or names the one exact cause why it cannot be used (certificate.md §6,
// §7). Files with old encryption are opened in a library context of their own, and key and certificate are
// brought over, so what TLS gets never touches the old algorithms. Blocks for milliseconds (key derivation),
// for some seconds at the very most (derivation_cost.h); any thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probes/check/finding.h"
#include "probes/site/client_certificate.h"
#include "probes/site/secret.h"
#include "probes/site/site.h"

namespace onshi {

constexpr std::size_t kLargestCertificateFile = std::size_t{1} << 20;  // bytes

struct CertificateFacts {
  std::string fingerprint;  // SHA-256, hexadecimal lower case
  std::string issuer;       // one line, UTF-8
  std::string serial_end;   // last 4 hexadecimal digits
  std::chrono::system_clock::time_point not_before;
  std::chrono::system_clock::time_point not_after;
  std::string key_type;  // "RSA", "EC"
  int key_bits = 0;
  std::optional<std::string>
      institution_code;                // when a 10-digit code of good structure stands in the subject
  std::string institution_code_place;  // "OU", "CN", "serialNumber"
  std::string encryption;              // of the certificates in the file, such as "AES-256-CBC", "RC2-40-CBC"
  bool legacy = false;                 // needed the old algorithms
  bool password_proved = true;         // false when the file has no MAC
};

struct CertificateFault {
  enum class What {
    unreadable,         // not there, or may not be read
    empty,              // 0 bytes
    too_large,          // over kLargestCertificateFile
    plain_certificate,  // a certificate without its key, as .cer or .crt or PEM
    not_pkcs12,         // something else
    cut,                // begins like one, ends too early
    damaged,            // the password is right, the inside is not
    wrong_password,
    legacy_missing,  // old encryption, and the module for it is not on this machine
    unsupported,     // encrypted in a way that nothing here knows
    too_costly,      // opening it would take minutes or hours of computing
    no_key,
    no_certificate,
    key_mismatch,  // key and certificate do not belong together
    several,       // certificates with their keys, and nobody has said which one
    other_serial   // the one that was asked for by its serial number is not in it
  };
  What what = What::not_pkcs12;
  std::string detail;                          // technical; never a secret
  std::vector<CertificateFacts> candidates{};  // what is in it: several, other_serial
};

std::string_view name_of(CertificateFault::What what);

/// The number of a fault; the check "certificate.opens" answers the same.
Answer answer_of(const CertificateFault& fault);

struct OpenedCertificate {
  std::shared_ptr<const ClientCertificate> client;
  CertificateFacts facts;
};

/// The bytes of a file from disk, refused when missing, empty or too large.
std::expected<std::string, CertificateFault> load_certificate_file(const std::filesystem::path& file);

/// Of several certificates in the file the one with this fingerprint, or with this end of its serial number;
/// none is taken silently (certificate.md §5). Of a single one nothing needs to be said, but a serial number
/// that was said must be its own. A fingerprint is what was remembered of an earlier file and asks nothing of
/// a single one.
std::expected<OpenedCertificate, CertificateFault> open_certificate(std::string_view bytes,
                                                                    const Secret& password,
                                                                    std::string_view chosen = {});

/// "1319999129 #1006 2026-04-01..2029-06-30", with "-" where no code stands in it.
std::string described(const CertificateFacts& facts);

/// What no password can mend: the file is not a PKCS#12, or not a whole one. Empty when a password is what is
/// missing.
std::optional<CertificateFault> fault_without_password(std::string_view bytes);

/// What the site remembers of it. `file` stays empty: whoever stores the bytes knows that name.
CertificateRecord record_of(const OpenedCertificate& opened, std::string source);

/// Whether the site already holds this very certificate (certificate.md §6.1, 15).
bool is_same(const OpenedCertificate& opened, const CertificateRecord& record);

}  // namespace onshi
