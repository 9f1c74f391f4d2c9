// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/browser_policy.h"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

namespace onshi {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kHttpsPort = 443;

struct FreeText {
  void operator()(unsigned char* text) const { OPENSSL_free(text); }
};

/// The first of that kind as UTF-8; empty when there is none.
std::string part_of(const X509_NAME* name, int nid) {
  const int place = X509_NAME_get_index_by_NID(name, nid, -1);
  if (place < 0) return {};
  unsigned char* raw = nullptr;
  const int length = ASN1_STRING_to_UTF8(&raw, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, place)));
  const std::unique_ptr<unsigned char, FreeText> text(raw);
  return length > 0 ? std::string(reinterpret_cast<const char*>(raw), static_cast<std::size_t>(length)) : "";
}

Json pattern_of(const X509_NAME* name) {
  Json parts = Json::object();
  for (const auto& [key, nid] :
       {std::pair{"CN", NID_commonName}, {"O", NID_organizationName}, {"OU", NID_organizationalUnitName}}) {
    if (std::string part = part_of(name, nid); !part.empty()) parts[key] = std::move(part);
  }
  return parts;
}

Json filter_for(const X509& certificate) {
  Json filter = Json::object();
  const Json issuer = pattern_of(X509_get_issuer_name(&certificate));
  const Json holder = pattern_of(X509_get_subject_name(&certificate));
  if (!issuer.empty()) filter["ISSUER"] = issuer;
  if (!holder.empty()) filter["SUBJECT"] = holder;
  return filter;
}

std::set<std::string> addresses_in(const Profile& profile) {
  std::set<std::string> addresses;
  for (const Service& service : profile.services) {
    if (!service.tls || !service.environment) continue;
    const std::string port = service.port == kHttpsPort ? "" : ":" + std::to_string(service.port);
    addresses.insert("https://" + service.host + port);
  }
  return addresses;
}

}  // namespace

std::string browser_policy(const X509& certificate, const Profile& profile) {
  const Json filter = filter_for(certificate);
  Json rules = Json::array();
  for (const std::string& address : addresses_in(profile)) {
    rules.push_back(
        Json{{"pattern", address}, {"filter", filter}}.dump(-1, ' ', false, Json::error_handler_t::replace));
  }
  return Json{{"AutoSelectCertificateForUrls", rules}}.dump(2, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

}  // namespace onshi
