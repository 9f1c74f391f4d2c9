// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/revocation_list.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "probes/certificate/openssl_pointers.h"
#include "probes/site/certificate_time.h"

namespace onshi {
namespace {

struct CrlRelease {
  void operator()(X509_CRL* list) const { X509_CRL_free(list); }
  void operator()(CRL_DIST_POINTS* points) const { CRL_DIST_POINTS_free(points); }
};
using CrlPointer = std::unique_ptr<X509_CRL, CrlRelease>;

CrlPointer parsed(std::string_view bytes) {
  const auto* place = reinterpret_cast<const unsigned char*>(bytes.data());
  CrlPointer list(d2i_X509_CRL(nullptr, &place, static_cast<long>(bytes.size())));
  if (!list) {
    const Owned<BIO> text(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
    list.reset(PEM_read_bio_X509_CRL(text.get(), nullptr, nullptr, nullptr));
  }
  ERR_clear_error();
  return list;
}

bool is_signed_by(X509_CRL& list, const X509& issuer) {
  const bool same = X509_NAME_cmp(X509_get_subject_name(&issuer), X509_CRL_get_issuer(&list)) == 0;
  const bool good = same && X509_CRL_verify(&list, X509_get0_pubkey(&issuer)) == 1;
  ERR_clear_error();
  return good;
}

bool is_genuine(X509_CRL& list, const ClientCertificate& client, const std::string& roots_pem) {
  if (X509_NAME_cmp(X509_CRL_get_issuer(&list), X509_get_issuer_name(client.certificate.get())) != 0)
    return false;
  for (const X509Pointer& other : client.chain) {
    if (is_signed_by(list, *other)) return true;
  }
  const Owned<BIO> text(BIO_new_mem_buf(roots_pem.data(), static_cast<int>(roots_pem.size())));
  while (const X509Pointer root{PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr)}) {
    if (is_signed_by(list, *root)) return true;
  }
  ERR_clear_error();
  return false;
}

std::optional<std::chrono::system_clock::time_point> time_in(const ASN1_TIME* time) {
  return time == nullptr ? std::nullopt : std::optional(time_of(time));
}

bool is_in(X509_CRL& list, X509& certificate) {
  constexpr int kRemoved = 2;  // "removeFromCRL": it was on hold once
  X509_REVOKED* entry = nullptr;
  const int found = X509_CRL_get0_by_cert(&list, &entry, &certificate);
  return found != 0 && found != kRemoved;
}

std::string address_in(const GENERAL_NAME* name) {
  int type = 0;
  const auto* value = static_cast<const ASN1_STRING*>(GENERAL_NAME_get0_value(name, &type));
  if (type != GEN_URI) return {};
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
          static_cast<std::size_t>(ASN1_STRING_length(value))};
}

void add_addresses(std::vector<std::string>& addresses, const DIST_POINT& point) {
  if (point.distpoint == nullptr || point.distpoint->type != 0) return;
  const GENERAL_NAMES* names = point.distpoint->name.fullname;
  for (int index = 0; index < sk_GENERAL_NAME_num(names); ++index) {
    std::string address = address_in(sk_GENERAL_NAME_value(names, index));
    if (address.starts_with("http://")) addresses.push_back(std::move(address));
  }
}

}  // namespace

CrlReading read_crl(std::string_view bytes, const ClientCertificate& client, const std::string& roots_pem,
                    std::chrono::system_clock::time_point now) {
  const CrlPointer list = parsed(bytes);
  if (!list) return {};
  CrlReading reading;
  reading.issued = time_in(X509_CRL_get0_lastUpdate(list.get()));
  reading.next = time_in(X509_CRL_get0_nextUpdate(list.get()));
  reading.verdict = CrlVerdict::not_revoked;
  if (!is_genuine(*list, client, roots_pem)) {
    reading.verdict = CrlVerdict::not_genuine;
  } else if (is_in(*list, *client.certificate)) {
    reading.verdict = CrlVerdict::revoked;  // also in an old list: nothing makes it valid again
  } else if (reading.next && *reading.next < now) {
    reading.verdict = CrlVerdict::outdated;
  }
  return reading;
}

std::vector<std::string> crl_addresses(const X509& certificate) {
  const std::unique_ptr<CRL_DIST_POINTS, CrlRelease> points(static_cast<CRL_DIST_POINTS*>(
      X509_get_ext_d2i(&certificate, NID_crl_distribution_points, nullptr, nullptr)));
  ERR_clear_error();
  std::vector<std::string> addresses;
  for (int index = 0; points && index < sk_DIST_POINT_num(points.get()); ++index) {
    add_addresses(addresses, *sk_DIST_POINT_value(points.get(), index));
  }
  return addresses;
}

}  // namespace onshi
