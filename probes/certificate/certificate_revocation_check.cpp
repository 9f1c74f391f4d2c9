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

/// The list, or what became of asking for it there.
std::expected<std::string, std::string> asked_at(const Inquiry& inquiry, const Place& place, Target target) {
  HttpRequest request;
  request.target = std::move(target);
  request.path = place.path;
  request.method = HttpRequest::Method::get;
  request.tls = false;
  request.most_body = kLargestRevocationList;
  const HttpAnswer answer = inquiry.world.network().request(request, inquiry.limit.within(kPatience));
  constexpr int kGood = 200;
  if (answer.status == kGood && answer.body_complete) return answer.body;
  return std::unexpected(answer.status != 0 ? std::to_string(answer.status)
                                            : std::string(name_of(answer.result)));
}

std::expected<std::string, std::string> asked_directly(const Inquiry& inquiry, const Place& place) {
  const auto* names = inquiry.evidence.of<ResolvedNames>("line.names");
  if (names == nullptr) return std::unexpected("no_names");
  const auto known = names->addresses.find(place.service.host);
  if (known == names->addresses.end() || known->second.empty()) return std::unexpected("no_address");
  std::expected<std::string, std::string> list;
  for (const std::string& address : known->second) {
    list = asked_at(inquiry, place,
                    {.host = place.service.host, .address = address, .port = place.service.port});
    if (list) break;
  }
  return list;
}

/// By the way on which the terminal's programs go there.
std::expected<std::string, std::string> fetched(const Inquiry& inquiry, const Place& place,
                                                const ProxyFinder& finder, Facts& facts) {
  const auto hop = finder ? finder(inquiry, place.service.host) : std::nullopt;
  if (!hop) return asked_directly(inquiry, place);
  facts.add("through_proxy", hop->host + ":" + std::to_string(hop->port));
  return asked_at(inquiry, place, {.host = place.service.host, .port = place.service.port, .proxy = hop});
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

Answer run(const Inquiry& inquiry, const ProxyFinder& finder) {
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
  const auto bytes = fetched(inquiry, *place, finder, facts);
  if (bytes) return judge(inquiry, *bytes, facts);
  facts.add("detail", bytes.error());
  return raise(Verdict::attention, FindingNumber::crl_not_fetched, facts);
}

}  // namespace

std::vector<Check> certificate_revocation_checks(const Profile& profile, const ProxyFinder& finder) {
  if (profile.client_crl.empty() &&
      profile.first_of(Service::Role::crl, Environment::verification) == nullptr) {
    return {};
  }
  return {{.name = "certificate.revocation",
           .question = FindingNumber::certificate_revocation,
           .needs = {kCertificateOpens},
           .after = {"terminal.clock", "line.names", "connectivity.proxy"},
           .budget = std::chrono::seconds{5},
           .run = [finder](const Inquiry& inquiry) { return run(inquiry, finder); }}};
}

}  // namespace onshi
