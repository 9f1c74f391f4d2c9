// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_chain_check.h"

#include <algorithm>
#include <array>

#include <openssl/pem.h>

#include "probes/certificate/certificate_checks.h"
#include "probes/certificate/opened_evidence.h"
#include "probes/certificate/openssl_pointers.h"
#include "probes/check/right_time.h"

namespace onshi {
namespace {

enum class ChainTrouble { none, root_unknown, incomplete, signature, dates, other };

struct ChainRow {
  ChainTrouble trouble;
  Verdict verdict;
  FindingNumber number;
};

// The service usually knows its own intermediate authority, so a file without it may still work.
constexpr std::array<ChainRow, 5> kTroubles{
    {{ChainTrouble::root_unknown, Verdict::fail, FindingNumber::chain_root_unknown},
     {ChainTrouble::incomplete, Verdict::attention, FindingNumber::chain_incomplete},
     {ChainTrouble::signature, Verdict::fail, FindingNumber::chain_signature_wrong},
     {ChainTrouble::dates, Verdict::fail, FindingNumber::chain_expired},
     {ChainTrouble::other, Verdict::fail, FindingNumber::chain_refused}}};

struct Judgement {
  int error = X509_V_OK;
  int depth = 0;
};

Owned<X509_STORE> store_of(const std::vector<X509Pointer>& certificates) {
  Owned<X509_STORE> store(X509_STORE_new());
  for (const X509Pointer& certificate : certificates) X509_STORE_add_cert(store.get(), certificate.get());
  return store;
}

Owned<X509_STORE> store_of(const std::string& pem) {
  Owned<X509_STORE> store(X509_STORE_new());
  const Owned<BIO> text(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  while (const X509Pointer root{PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr)}) {
    X509_STORE_add_cert(store.get(), root.get());
  }
  ERR_clear_error();
  return store;
}

Owned<STACK_OF(X509)> stack_of(const std::vector<X509Pointer>& certificates) {
  Owned<STACK_OF(X509)> stack(sk_X509_new_null());
  for (const X509Pointer& certificate : certificates) {
    X509_add_cert(stack.get(), certificate.get(), X509_ADD_FLAG_UP_REF);
  }
  return stack;
}

Judgement judge(const ClientCertificate& client, X509_STORE& store,
                std::chrono::system_clock::time_point now) {
  const Owned<STACK_OF(X509)> others = stack_of(client.chain);
  const Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
  X509_STORE_CTX_init(context.get(), &store, client.certificate.get(), others.get());
  X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context.get());
  X509_VERIFY_PARAM_set_time(parameters, std::chrono::system_clock::to_time_t(now));
  X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
  const bool good = X509_verify_cert(context.get()) == 1;
  ERR_clear_error();
  if (good) return {};
  return {X509_STORE_CTX_get_error(context.get()), X509_STORE_CTX_get_error_depth(context.get())};
}

ChainTrouble trouble_of(const Judgement& judgement) {
  switch (judgement.error) {
    case X509_V_OK:
      return ChainTrouble::none;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
      return ChainTrouble::root_unknown;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      return judgement.depth == 0 ? ChainTrouble::incomplete : ChainTrouble::root_unknown;
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE:
      return ChainTrouble::signature;
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return ChainTrouble::dates;
    default:
      return ChainTrouble::other;
  }
}

/// An authority that renewed its key keeps its name: then nothing is wrong with the signature, only the root
/// is another.
bool is_renewed_authority(const ClientCertificate& client, std::chrono::system_clock::time_point now) {
  const Owned<X509_STORE> own = store_of(client.chain);
  return judge(client, *own, now).error == X509_V_OK;
}

Answer run(const Inquiry& inquiry) {
  const OpenedCertificate& opened = opened_of(inquiry);
  const auto now = right_time(inquiry);
  const Owned<X509_STORE> roots = store_of(inquiry.profile.client_roots_pem);
  const Judgement judgement = judge(*opened.client, *roots, now);
  ChainTrouble trouble = trouble_of(judgement);
  const bool renewed = trouble == ChainTrouble::signature && is_renewed_authority(*opened.client, now);
  if (renewed) trouble = ChainTrouble::root_unknown;
  Facts facts{{"issuer", opened.facts.issuer}};
  facts.add("chain_certificates", static_cast<std::int64_t>(opened.client->chain.size()));
  if (trouble == ChainTrouble::none) return good(facts);
  facts.add("verify_error", judgement.error);
  const auto* row = std::ranges::find(kTroubles, trouble, &ChainRow::trouble);
  return raise(row->verdict, row->number, facts);
}

}  // namespace

Check certificate_chain_check() {
  return {.name = "certificate.chain",
          .question = FindingNumber::certificate_chain,
          .needs = {kCertificateOpens, "certificate.validity"},
          .after = {"terminal.clock"},
          .run = run};
}

}  // namespace onshi
