// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/flow/desk.h"

#include <stdexcept>

#include <openssl/pkcs12.h>

#include "probes/site/japan_time.h"
#include "probes/world/recorded/recorded_world.h"
#include "tests/unit/store/example_site.h"

namespace onshi::test {
namespace {

X509Pointer self_signed(EVP_PKEY* key) {
  X509Pointer certificate(X509_new());
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 7);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 86400);
  X509_NAME* name = X509_get_subject_name(certificate.get());
  const auto* text = reinterpret_cast<const unsigned char*>("Practice Terminal");
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text, -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  X509_set_pubkey(certificate.get(), key);
  X509_sign(certificate.get(), key, EVP_sha256());
  return certificate;
}

struct Pkcs12Free {
  void operator()(PKCS12* file) const { PKCS12_free(file); }
};

}  // namespace

Desk::Desk() { seen.now = *parse_iso_time("2026-11-21T10:00:00+09:00"); }

Session Desk::session() const {
  return Session({.world = recorded_world(seen, {}, programs),
                  .profile = practice_profile(),
                  .catalogue = {},
                  .store = SiteStore(folder()),
                  .keyring = keyring});
}

Secret secret(std::string characters) { return Secret::take(std::move(characters)); }

std::string invented_p12(const std::string& password) {
  const KeyPointer key(EVP_EC_gen("P-256"));
  const X509Pointer certificate = self_signed(key.get());
  const std::unique_ptr<PKCS12, Pkcs12Free> file(
      PKCS12_create(password.c_str(), nullptr, key.get(), certificate.get(), nullptr, 0, 0, 1000, 1000, 0));
  unsigned char* bytes = nullptr;
  const int length = i2d_PKCS12(file.get(), &bytes);
  if (length <= 0) throw std::runtime_error("no PKCS#12 could be made");
  std::string copy(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(length));
  OPENSSL_free(bytes);
  return copy;
}

SheetWithPassword sheet_with(Environment environment, const std::string& password) {
  return {example_sheet(environment), secret(password)};
}

void put_certificate(Session& session, const std::string& password) {
  const std::string bytes = invented_p12(password);
  auto opened = open_certificate(bytes, secret(password));
  if (!opened) throw std::runtime_error("the invented certificate does not open");
  session.set_certificate(bytes, "terminal.p12", secret(password), *std::move(opened));
}

Run answered(const Plan& plan, Verdict verdict) {
  Run run;
  for (const Check& check : plan.checks()) {
    Finding finding;
    finding.check = check.name;
    finding.question = check.question;
    finding.number = check.question;
    finding.verdict = verdict;
    run.findings.push_back(finding);
  }
  return run;
}

std::string duties_in(const Session& session, StepId step) {
  std::string all;
  for (const Duty& duty : session.duties(step)) all += (all.empty() ? "" : ",") + duty.text;
  return all;
}

}  // namespace onshi::test
