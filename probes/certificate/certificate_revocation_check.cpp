// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_revocation_check.h"

#include <algorithm>

#include "probes/certificate/certificate_checks.h"
#include "probes/certificate/opened_evidence.h"
#include "probes/certificate/revocation_list.h"
#include "probes/check/right_time.h"
#include "probes/site/host_name.h"
#include "probes/site/japan_time.h"
#include "probes/site/resolved_names.h"

namespace onshi {
namespace {

constexpr std::size_t kLargestList = std::size_t{4} << 20;  // bytes
constexpr std::chrono::milliseconds kPatience{4000};

struct Place {
  Service service;
  std::string path;
};

/// The first address whose host and port the profile lists for revocation lists.
std::optional<Place> place_in(const std::vector<std::string>& addresses, const Profile& profile) {
  for (const std::string& address : addresses) {
    const std::string rest = address.substr(std::string_view("http://").size());
    const auto slash = rest.find('/');
    const std::string authority = rest.substr(0, slash);
    const std::string path = slash == std::string::npos ? "/" : rest.substr(slash);
    for (const Service& service : profile.services_of(Service::Role::crl, Environment::verification)) {
      const bool same_host = plain_host(authority.substr(0, authority.find(':'))) == service.host;
      if (same_host && !service.tls) return Place{service, path};
    }
  }
  return std::nullopt;
}

/// The list, or what became of asking for it.
std::expected<std::string, std::string> fetched(const Inquiry& inquiry, const Place& place) {
  const auto* names = inquiry.evidence.of<ResolvedNames>("line.names");
  if (names == nullptr) return std::unexpected("no_names");
  const auto known = names->addresses.find(place.service.host);
  if (known == names->addresses.end() || known->second.empty()) return std::unexpected("no_address");
  std::string trouble;
  for (const std::string& address : known->second) {
    HttpRequest request;
    request.target = {place.service.host, address, place.service.port};
    request.path = place.path;
    request.method = HttpRequest::Method::get;
    request.tls = false;
    request.most_body = kLargestList;
    const HttpAnswer answer = inquiry.world.network().request(request, inquiry.limit.within(kPatience));
    constexpr int kGood = 200;
    if (answer.status == kGood && answer.body_complete) return answer.body;
    trouble = answer.status != 0 ? std::to_string(answer.status) : std::string(name_of(answer.result));
  }
  return std::unexpected(trouble);
}

Answer judge(const Inquiry& inquiry, const std::string& bytes, Facts facts) {
  const CrlReading reading =
      read_crl(bytes, *opened_of(inquiry).client, inquiry.profile.client_roots_pem, right_time(inquiry));
  if (reading.issued) facts.add("crl_issued", iso_date(*reading.issued));
  if (reading.next) facts.add("crl_next", iso_date(*reading.next));
  switch (reading.verdict) {
    case CrlVerdict::not_revoked:
      return good(facts);
    case CrlVerdict::revoked:
      return raise(Verdict::fail, FindingNumber::certificate_revoked, facts);
    case CrlVerdict::not_genuine:
      return raise(Verdict::attention, FindingNumber::crl_not_genuine, facts);
    case CrlVerdict::outdated:
      return raise(Verdict::attention, FindingNumber::crl_outdated, facts);
    case CrlVerdict::unusable:
      break;
  }
  return raise(Verdict::attention, FindingNumber::crl_unusable, facts);
}

Answer run(const Inquiry& inquiry) {
  if (!inquiry.profile.client_crl.empty()) {
    return judge(inquiry, inquiry.profile.client_crl, {{"crl_place", "profile"}});
  }
  const auto addresses = crl_addresses(*opened_of(inquiry).client->certificate);
  const auto place = place_in(addresses, inquiry.profile);
  Facts facts;
  if (!place) {
    for (const std::string& address : addresses) facts.add("crl_place", address);
    return raise(Verdict::attention, FindingNumber::crl_unknown_place, facts);
  }
  facts.add("crl_place", place->service.host + place->path);
  const auto bytes = fetched(inquiry, *place);
  if (bytes) return judge(inquiry, *bytes, facts);
  facts.add("detail", bytes.error());
  return raise(Verdict::attention, FindingNumber::crl_not_fetched, facts);
}

}  // namespace

std::vector<Check> certificate_revocation_checks(const Profile& profile) {
  if (profile.client_crl.empty() &&
      profile.first_of(Service::Role::crl, Environment::verification) == nullptr) {
    return {};
  }
  return {{.name = "certificate.revocation",
           .question = FindingNumber::certificate_revocation,
           .needs = {kCertificateOpens},
           .after = {"terminal.clock", "line.names"},
           .budget = std::chrono::seconds{5},
           .run = run}};
}

}  // namespace onshi
