// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/certificate_facts.h"

#include <memory>
#include <string_view>

#include <openssl/bio.h>
#include <openssl/x509v3.h>

#include "probes/site/certificate_time.h"

namespace onshi {
namespace {

struct Free {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(GENERAL_NAMES* names) const { GENERAL_NAMES_free(names); }
};

std::string name_in(const GENERAL_NAME* name) {
  int type = 0;
  const auto* value = static_cast<const ASN1_STRING*>(GENERAL_NAME_get0_value(name, &type));
  if (type != GEN_DNS) return {};
  std::string_view bytes(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                         static_cast<std::size_t>(ASN1_STRING_length(value)));
  return std::string(bytes);
}

std::vector<std::string> names_of(const X509* certificate) {
  std::unique_ptr<GENERAL_NAMES, Free> found(
      static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
  std::vector<std::string> names;
  for (int i = 0; found && i < sk_GENERAL_NAME_num(found.get()); ++i) {
    std::string name = name_in(sk_GENERAL_NAME_value(found.get(), i));
    if (!name.empty()) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace

std::string name_text(const X509_NAME* name) {
  std::unique_ptr<BIO, Free> memory(BIO_new(BIO_s_mem()));
  if (!memory || name == nullptr) return {};
  X509_NAME_print_ex(memory.get(), name, 0, XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB);
  char* text = nullptr;
  long length = BIO_get_mem_data(memory.get(), &text);
  return length > 0 ? std::string(text, static_cast<std::size_t>(length)) : std::string{};
}

ServerCertificate certificate_facts(const X509* certificate) {
  ServerCertificate facts;
  if (certificate == nullptr) return facts;
  facts.subject = name_text(X509_get_subject_name(certificate));
  facts.issuer = name_text(X509_get_issuer_name(certificate));
  facts.names = names_of(certificate);
  facts.not_before = time_of(X509_get0_notBefore(certificate));
  facts.not_after = time_of(X509_get0_notAfter(certificate));
  return facts;
}

}  // namespace onshi
