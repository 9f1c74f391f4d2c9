// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/chain_check.h"

#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include "probes/certificate/certificate_checks.h"
#include "probes/certificate/openssl_owned.h"

namespace onshi {
namespace {

void trust_roots(X509_STORE* store, const std::string& pem) {
  const Owned<BIO> text(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  while (const X509Pointer root{PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr)}) {
    X509_STORE_add_cert(store, root.get());
  }
}

// The leaf's own days are the question of another check.
int forgive_the_leafs_days(int good, X509_STORE_CTX* context) {
  const int error = X509_STORE_CTX_get_error(context);
  const bool days = error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID;
  return good != 0 || (days && X509_STORE_CTX_get_error_depth(context) == 0) ? 1 : 0;
}

struct Judgement {
  bool trusted = false;
  int error = X509_V_OK;
  int depth = 0;
};

Judgement judge(const ClientCertificate& client, const std::string& roots,
                std::chrono::system_clock::time_point now) {
  const Owned<X509_STORE> store(X509_STORE_new());
  trust_roots(store.get(), roots);
  // Borrowed pointers only: the stack itself is freed, the certificates stay with their owner.
  const std::unique_ptr<STACK_OF(X509), void (*)(STACK_OF(X509)*)> others(
      sk_X509_new_null(), [](STACK_OF(X509) * stack) { sk_X509_free(stack); });
  for (const X509Pointer& one : client.chain) sk_X509_push(others.get(), one.get());
  const Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
  X509_STORE_CTX_init(context.get(), store.get(), client.certificate.get(), others.get());
  X509_VERIFY_PARAM_set_time(X509_STORE_CTX_get0_param(context.get()),
                             std::chrono::system_clock::to_time_t(now));
  X509_STORE_CTX_set_verify_cb(context.get(), forgive_the_leafs_days);
  const bool trusted = X509_verify_cert(context.get()) == 1;
  return {trusted, X509_STORE_CTX_get_error(context.get()), X509_STORE_CTX_get_error_depth(context.get())};
}

// Without the issuer in the file nobody can say whose root it would lead to.
bool issuer_is_missing(const ClientCertificate& client, const Judgement& judgement) {
  const bool nobody = judgement.error == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY ||
                      judgement.error == X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE ||
                      judgement.error == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT;
  if (!nobody) return false;
  for (const X509Pointer& one : client.chain) {
    if (X509_check_issued(one.get(), client.certificate.get()) == X509_V_OK) return false;
  }
  return true;
}

FindingNumber cause_of(const ClientCertificate& client, const Judgement& judgement) {
  if (issuer_is_missing(client, judgement)) return FindingNumber::chain_incomplete;
  switch (judgement.error) {
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_CERT_UNTRUSTED:
      return FindingNumber::chain_root_unknown;
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
      return FindingNumber::chain_signature_wrong;
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return FindingNumber::chain_expired;
    default:
      return FindingNumber::chain_refused;
  }
}

Answer run(const Inquiry& inquiry) {
  const ClientCertificate& client = *inquiry.evidence.of<OpenedCertificate>(kCertificateOpens)->client;
  const Judgement judgement = judge(client, inquiry.profile.client_roots_pem, inquiry.world.machine().now());
  Facts facts;
  facts.add("certificates_in_file", static_cast<std::int64_t>(client.chain.size()) + 1);
  if (judgement.trusted) return good(std::move(facts));
  facts.add("verify_error", judgement.error)
      .add("verify_text", X509_verify_cert_error_string(judgement.error));
  return raise(Verdict::fail, cause_of(client, judgement), std::move(facts));
}

}  // namespace

Check certificate_chain_check() {
  return {.name = "certificate.chain",
          .question = FindingNumber::certificate_chain,
          .needs = {kCertificateOpens},
          .run = run};
}

}  // namespace onshi
