// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/open_certificate.h"

#include <algorithm>
#include <cctype>

#include "probes/certificate/certificate_facts.h"
#include "probes/certificate/derivation_cost.h"
#include "probes/certificate/openssl_pointers.h"
#include "probes/certificate/pkcs12_file.h"
#include "probes/certificate/pkcs12_keys.h"
#include "probes/site/japan_time.h"

namespace onshi {
namespace {

using What = CertificateFault::What;
using Contents = std::expected<std::vector<ClientCertificate>, CertificateFault>;

std::unexpected<CertificateFault> fault(What what, std::string detail = {}) {
  return std::unexpected(CertificateFault{what, std::move(detail)});
}

/// The password as OpenSSL wants it, ended by a zero character; wiped when it goes.
class Password {
 public:
  explicit Password(const Secret& secret)
      : characters_(secret.reveal([](std::string_view characters) { return std::string(characters); })) {}
  Password(const Password&) = delete;
  Password& operator=(const Password&) = delete;
  ~Password() { OPENSSL_cleanse(characters_.data(), characters_.size()); }
  [[nodiscard]] const char* text() const { return characters_.c_str(); }

 private:
  std::string characters_;
};

/// A context of its own in which the old algorithms exist; TLS never sees it.
class LegacyContext {
 public:
  LegacyContext()
      : context_(OSSL_LIB_CTX_new()),
        legacy_(OSSL_PROVIDER_load(context_.get(), "legacy")),
        usual_(OSSL_PROVIDER_load(context_.get(), "default")) {
    ERR_clear_error();
  }
  [[nodiscard]] bool good() const { return legacy_ && usual_; }
  [[nodiscard]] OSSL_LIB_CTX* get() const { return context_.get(); }

 private:
  Owned<OSSL_LIB_CTX> context_;  // goes last
  Owned<OSSL_PROVIDER> legacy_;
  Owned<OSSL_PROVIDER> usual_;
};

/// While it lives, the calling thread's default is `context`, because PKCS12_parse does not hand the file's
/// own context to every part of itself. Other threads see nothing of it.
class ThreadContext {
 public:
  explicit ThreadContext(OSSL_LIB_CTX* context) : before_(OSSL_LIB_CTX_set0_default(context)) {}
  ThreadContext(const ThreadContext&) = delete;
  ThreadContext& operator=(const ThreadContext&) = delete;
  ~ThreadContext() { OSSL_LIB_CTX_set0_default(before_); }

 private:
  OSSL_LIB_CTX* before_;
};

/// What the encrypted part of a file gave. `unsupported` asks for another try with the old algorithms.
enum class ParseTrouble { none, unsupported, bad_decrypt, too_costly, other };

ParseTrouble trouble_in_queue() {
  ParseTrouble trouble = ParseTrouble::other;
  queue_has([&trouble](unsigned long error) {
    const int reason = ERR_GET_REASON(error);
    const bool decrypt =
        (ERR_GET_LIB(error) == ERR_LIB_EVP && reason == EVP_R_BAD_DECRYPT) ||
        (ERR_GET_LIB(error) == ERR_LIB_PKCS12 && reason == PKCS12_R_PKCS12_CIPHERFINAL_ERROR);
    const bool unknown = reason == ERR_R_UNSUPPORTED ||
                         (ERR_GET_LIB(error) == ERR_LIB_EVP && reason == EVP_R_UNKNOWN_PBE_ALGORITHM) ||
                         (ERR_GET_LIB(error) == ERR_LIB_EVP && reason == EVP_R_UNSUPPORTED_ALGORITHM);
    if (unknown) trouble = ParseTrouble::unsupported;
    if (decrypt && trouble == ParseTrouble::other) trouble = ParseTrouble::bad_decrypt;
    return false;
  });
  return trouble;
}

struct Parsed {
  ParseTrouble trouble = ParseTrouble::none;
  ClientCertificate client;
  std::vector<KeyPointer> keys;  // all of them, when there are several
};

std::vector<X509Pointer> taken_apart(STACK_OF(X509) * stack) {
  const Owned<STACK_OF(X509)> owner(stack);
  std::vector<X509Pointer> all;
  for (int index = 0; stack != nullptr && index < sk_X509_num(stack); ++index) {
    X509* certificate = sk_X509_value(stack, index);
    X509_up_ref(certificate);
    all.emplace_back(certificate);
  }
  return all;
}

/// PKCS12_parse takes no file without a MAC, so one is made in memory; it proves nothing.
void add_mac_if_absent(PKCS12& file, const Password& password) {
  constexpr int kTurns = 1;
  if (PKCS12_mac_present(&file) != 0) return;
  PKCS12_set_mac(&file, password.text(), -1, nullptr, 0, kTurns, EVP_sha256());
}

/// Whether the keys inside the encrypted parts can be taken out in reasonable time. An empty password is
/// written in two ways, and PKCS12_parse tries both.
bool bearable_inside(const PKCS12& file, const Password& password) {
  DerivationCost cost;
  cost.add_inside(file, password.text());
  if (*password.text() == '\0') cost.add_inside(file, nullptr);
  return cost.bearable();
}

Parsed parse(PKCS12& file, const Password& password) {
  if (!bearable_inside(file, password)) return {ParseTrouble::too_costly, {}, {}};
  EVP_PKEY* key = nullptr;
  X509* certificate = nullptr;
  STACK_OF(X509)* others = nullptr;
  ERR_clear_error();
  add_mac_if_absent(file, password);
  const bool good = PKCS12_parse(&file, password.text(), &key, &certificate, &others) == 1;
  Parsed parsed;
  if (!good) parsed.trouble = trouble_in_queue();
  ERR_clear_error();
  parsed.client.key.reset(key);
  parsed.client.certificate.reset(certificate);
  parsed.client.chain = taken_apart(others);
  if (good) parsed.keys = several_keys(file, password.text());
  return parsed;
}

X509Pointer brought_over(const X509& certificate) {
  unsigned char* bytes = nullptr;
  const int length = i2d_X509(&certificate, &bytes);
  const unsigned char* place = bytes;
  X509Pointer copy(length > 0 ? d2i_X509(nullptr, &place, length) : nullptr);
  OPENSSL_free(bytes);
  return copy;
}

KeyPointer brought_over(const EVP_PKEY& key) {
  unsigned char* bytes = nullptr;
  const int length = i2d_PrivateKey(&key, &bytes);
  const unsigned char* place = bytes;
  KeyPointer copy(length > 0 ? d2i_AutoPrivateKey(nullptr, &place, length) : nullptr);
  OPENSSL_clear_free(bytes, static_cast<std::size_t>(std::max(length, 0)));
  return copy;
}

/// The same key and certificates as objects of the program's own context.
ClientCertificate brought_over(const ClientCertificate& client) {
  ClientCertificate copy;
  if (client.certificate) copy.certificate = brought_over(*client.certificate);
  if (client.key) copy.key = brought_over(*client.key);
  for (const X509Pointer& other : client.chain) copy.chain.push_back(brought_over(*other));
  return copy;
}

/// The library returns what it found without complaint; what is lacking is told here (certificate.md §6.1,
/// 5-7).
std::expected<ClientCertificate, CertificateFault> complete(ClientCertificate client) {
  const bool nothing = !client.certificate && client.chain.empty();
  if (!client.key) return fault(nothing ? What::no_certificate : What::no_key);
  if (nothing) return fault(What::no_certificate);
  if (!client.certificate || X509_check_private_key(client.certificate.get(), client.key.get()) != 1) {
    ERR_clear_error();
    return fault(What::key_mismatch);
  }
  return client;
}

bool belong_together(const X509& certificate, const EVP_PKEY& key) {
  const bool belong = X509_check_private_key(&certificate, &key) == 1;
  ERR_clear_error();
  return belong;
}

/// All but the certificate that is presented and the others that could be.
std::vector<X509Pointer> authorities_in(const std::vector<const X509*>& all,
                                        const std::vector<KeyPointer>& keys) {
  std::vector<X509Pointer> authorities;
  for (const X509* each : all) {
    const bool leaf =
        std::ranges::any_of(keys, [&](const KeyPointer& key) { return belong_together(*each, *key); });
    if (!leaf) authorities.push_back(brought_over(*each));
  }
  return authorities;
}

/// Each certificate whose key is in the file, in the file's order of keys; also two with one key, as a
/// renewal may leave them.
std::vector<ClientCertificate> pairs_in(const Parsed& parsed) {
  std::vector<const X509*> all;
  if (parsed.client.certificate) all.push_back(parsed.client.certificate.get());
  for (const X509Pointer& other : parsed.client.chain) all.push_back(other.get());
  std::vector<ClientCertificate> pairs;
  for (const KeyPointer& key : parsed.keys) {
    for (const X509* certificate : all) {
      if (!belong_together(*certificate, *key)) continue;
      pairs.push_back({brought_over(*certificate), brought_over(*key), authorities_in(all, parsed.keys)});
    }
  }
  return pairs;
}

Contents contents_in(Parsed parsed, bool bring_over) {
  if (auto pairs = pairs_in(parsed); !pairs.empty()) return pairs;
  auto one = complete(bring_over ? brought_over(parsed.client) : std::move(parsed.client));
  if (!one) return std::unexpected(one.error());
  std::vector<ClientCertificate> all;
  all.push_back(*std::move(one));
  return all;
}

class Opening {
 public:
  Opening(std::string_view bytes, const Secret& secret) : bytes_(bytes), password_(secret) {}

  std::expected<std::vector<OpenedCertificate>, CertificateFault> run() {
    auto file = pkcs12_from(bytes_, nullptr);
    if (!file) return std::unexpected(file.error());
    DerivationCost cost;
    cost.add(**file);
    if (!cost.bearable()) return fault(What::too_costly, std::to_string(cost.largest()));
    const MacAnswer mac = ask_mac(**file, password_.text());
    if (mac == MacAnswer::wrong) return fault(What::wrong_password);
    if (mac == MacAnswer::unsupported) return fault(What::unsupported, "mac");
    proved_ = mac == MacAnswer::proved;
    auto contents = contents_of(**file);
    if (!contents) return std::unexpected(contents.error());
    std::vector<OpenedCertificate> all;
    for (ClientCertificate& each : *contents) all.push_back(opened(std::move(each), **file));
    return all;
  }

 private:
  [[nodiscard]] OpenedCertificate opened(ClientCertificate each, const PKCS12& file) const {
    const auto client = std::make_shared<const ClientCertificate>(std::move(each));
    OpenedCertificate opened{client, facts_of(*client)};
    opened.facts.encryption = encryption_of(file);
    opened.facts.legacy = legacy_;
    opened.facts.password_proved = proved_;
    return opened;
  }

  Contents contents_of(PKCS12& file) {
    Parsed parsed = parse(file, password_);
    if (parsed.trouble == ParseTrouble::unsupported) return contents_with_old_algorithms(encryption_of(file));
    if (parsed.trouble != ParseTrouble::none) return fault(broken(parsed.trouble));
    return contents_in(std::move(parsed), false);
  }

  Parsed parse_in(const LegacyContext& context, PKCS12& file) {
    const ThreadContext here(context.get());
    return parse(file, password_);
  }

  Contents contents_with_old_algorithms(const std::string& encryption) {
    const LegacyContext context;
    if (!context.good()) return fault(What::legacy_missing, encryption);
    auto file = pkcs12_from(bytes_, context.get());
    if (!file) return std::unexpected(file.error());
    Parsed parsed = parse_in(context, **file);
    legacy_ = true;
    if (parsed.trouble == ParseTrouble::unsupported) return fault(What::unsupported, encryption);
    if (parsed.trouble != ParseTrouble::none) return fault(broken(parsed.trouble));
    return contents_in(std::move(parsed), true);
  }

  /// Without a MAC a wrong password shows only as contents that cannot be decrypted.
  [[nodiscard]] What broken(ParseTrouble trouble) const {
    if (trouble == ParseTrouble::too_costly) return What::too_costly;
    return trouble == ParseTrouble::bad_decrypt && !proved_ ? What::wrong_password : What::damaged;
  }

  std::string_view bytes_;
  Password password_;
  bool proved_ = false;
  bool legacy_ = false;
};

}  // namespace

std::optional<CertificateFault> fault_without_password(std::string_view bytes) {
  auto file = pkcs12_from(bytes, nullptr);
  return file ? std::nullopt : std::optional(std::move(file.error()));
}

std::string described(const CertificateFacts& facts) {
  return facts.institution_code.value_or("-") + " #" + facts.serial_end + " " + iso_date(facts.not_before) +
         ".." + iso_date(facts.not_after);
}

namespace {

/// A serial number may be given whole or by its end, in letters of either size.
bool is_chosen(const CertificateFacts& facts, std::string_view chosen) {
  if (chosen.empty()) return false;
  const auto same = [](char one, char other) {
    return std::tolower(static_cast<unsigned char>(one)) == std::tolower(static_cast<unsigned char>(other));
  };
  const std::size_t length = facts.serial_end.size();
  const std::string_view end = chosen.substr(chosen.size() - std::min(length, chosen.size()));
  return facts.fingerprint == chosen ||
         (chosen.size() < facts.fingerprint.size() && std::ranges::equal(end, facts.serial_end, same));
}

}  // namespace

std::expected<OpenedCertificate, CertificateFault> open_certificate(std::string_view bytes,
                                                                    const Secret& password,
                                                                    std::string_view chosen) {
  auto all = Opening(bytes, password).run();
  if (!all) return std::unexpected(all.error());
  const auto is_meant = [&](const OpenedCertificate& each) { return is_chosen(each.facts, chosen); };
  const auto meant = std::ranges::find_if(*all, is_meant);
  if (std::ranges::count_if(*all, is_meant) == 1) return std::move(*meant);
  const bool by_serial = !chosen.empty() && chosen.size() < all->front().facts.fingerprint.size();
  if (all->size() == 1 && !by_serial) return std::move(all->front());
  CertificateFault fault{by_serial && meant == all->end() ? What::other_serial : What::several, {}};
  for (const OpenedCertificate& each : *all) fault.candidates.push_back(each.facts);
  return std::unexpected(std::move(fault));
}

CertificateRecord record_of(const OpenedCertificate& opened, std::string source) {
  CertificateRecord record;
  record.source = std::move(source);
  record.fingerprint = opened.facts.fingerprint;
  record.issuer = opened.facts.issuer;
  record.institution_code = opened.facts.institution_code.value_or("");
  record.not_before = opened.facts.not_before;
  record.not_after = opened.facts.not_after;
  return record;
}

bool is_same(const OpenedCertificate& opened, const CertificateRecord& record) {
  return !record.fingerprint.empty() && opened.facts.fingerprint == record.fingerprint;
}

}  // namespace onshi
