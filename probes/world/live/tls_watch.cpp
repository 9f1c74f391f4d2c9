// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/tls_watch.h"

#include <span>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include "probes/world/live/certificate_facts.h"

namespace onshi {
namespace {

struct Free {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(X509_STORE* store) const { X509_STORE_free(store); }
};
using Store = std::unique_ptr<X509_STORE, Free>;

constexpr unsigned char close_notify = 0;
constexpr unsigned char user_canceled = 90;
constexpr std::size_t empty_certificate_message = 8;  // bytes of TLS 1.3, one fewer before

/// Null when the text holds no certificate.
Store store_of(const std::string& pem) {
  std::unique_ptr<BIO, Free> in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  Store store(X509_STORE_new());
  int count = 0;
  while (X509Pointer root{PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr)}) {
    X509_STORE_add_cert(store.get(), root.get());
    ++count;
  }
  ERR_clear_error();  // the end of the text is told as an error
  return count > 0 ? std::move(store) : nullptr;
}

std::vector<std::string> issuer_names(const SSL* ssl) {
  std::vector<std::string> names;
  const STACK_OF(X509_NAME)* list = SSL_get0_peer_CA_list(ssl);
  for (int i = 0; list != nullptr && i < sk_X509_NAME_num(list); ++i) {
    names.push_back(name_text(sk_X509_NAME_value(list, i)));
  }
  return names;
}

/// A server that sent its own certificate alone gets the error made for that (21), which OpenSSL reaches only
/// when somebody overlooks the first one (20).
int verify_error_of(X509_STORE_CTX* store) {
  int error = X509_STORE_CTX_get_error(store);
  bool leaf_alone = sk_X509_num(X509_STORE_CTX_get0_untrusted(store)) <= 1;
  bool no_issuer = error == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY;
  return no_issuer && leaf_alone ? X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE : error;
}

}  // namespace

bool TlsWatch::set_roots(SSL_CTX* context) {
  if (roots_pem_.empty()) return true;
  Store store = store_of(roots_pem_);
  if (!store) {
    trouble_ = "no_root_certificate";
    return false;
  }
  SSL_CTX_set_cert_store(context, store.release());
  return true;
}

bool TlsWatch::set_certificate(SSL_CTX* context) {
  if (!certificate_) return true;
  bool good = SSL_CTX_use_certificate(context, certificate_->certificate.get()) == 1 &&
              SSL_CTX_use_PrivateKey(context, certificate_->key.get()) == 1;
  for (const auto& link : certificate_->chain) {
    good = good && SSL_CTX_add1_chain_cert(context, link.get()) == 1;
  }
  if (!good) trouble_ = "client_certificate_unusable";
  return good;
}

bool TlsWatch::prepare(SSL_CTX* context) {
  begun_ = std::chrono::steady_clock::now();
  X509_VERIFY_PARAM* rules = SSL_CTX_get0_param(context);
  X509_VERIFY_PARAM_set_hostflags(rules, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
  if (X509_VERIFY_PARAM_set1_host(rules, host_.c_str(), 0) != 1 || !set_roots(context) ||
      !set_certificate(context)) {
    return false;
  }
  SSL_CTX_set_cert_verify_callback(context, judge, this);
  SSL_CTX_set_msg_callback(context, overhear);
  SSL_CTX_set_msg_callback_arg(context, this);
  SSL_CTX_set_cert_cb(context, asked_for_certificate, this);
  return true;
}

int TlsWatch::judge(X509_STORE_CTX* store, void* self) {
  auto& seen = static_cast<TlsWatch*>(self)->seen_;
  int good = X509_verify_cert(store);
  seen.server = certificate_facts(X509_STORE_CTX_get0_cert(store));
  seen.verify_error = good == 1 ? X509_V_OK : verify_error_of(store);
  if (good != 1) seen.failing = certificate_facts(X509_STORE_CTX_get_current_cert(store));
  return good;
}

void TlsWatch::heard_alert(unsigned char level, unsigned char description) {
  bool farewell = description == close_notify || (description == user_canceled && level == SSL3_AL_WARNING);
  if (!farewell) seen_.alert = description;
}

void TlsWatch::overhear(int sent, int /*version*/, int type, const void* bytes, std::size_t length, SSL* ssl,
                        void* self) {
  auto& watch = *static_cast<TlsWatch*>(self);
  std::span<const unsigned char> message(static_cast<const unsigned char*>(bytes), length);
  if (type == SSL3_RT_ALERT && sent == 0 && length >= 2) watch.heard_alert(message[0], message[1]);
  if (type != SSL3_RT_HANDSHAKE || length == 0) return;
  if (sent == 0 && message[0] == SSL3_MT_CERTIFICATE_REQUEST) watch.seen_.certificate_requested = true;
  if (sent == 1 && message[0] == SSL3_MT_CERTIFICATE && length > empty_certificate_message) {
    watch.seen_.certificate_sent = true;
  }
  if (message[0] == SSL3_MT_FINISHED) {
    watch.finished_ = SSL_version(ssl) == TLS1_3_VERSION ? sent == 1 : sent == 0;
    watch.seen_.protocol = SSL_get_version(ssl);
  }
}

int TlsWatch::asked_for_certificate(SSL* ssl, void* self) {
  static_cast<TlsWatch*>(self)->seen_.accepted_issuers = issuer_names(ssl);
  return 1;
}

}  // namespace onshi
