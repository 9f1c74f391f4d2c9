// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/certificate/certificate_checks.h"
#include "probes/certificate/certificate_revocation_check.h"
#include "probes/site/resolved_names.h"
#include "tests/unit/certificate/made_certificate.h"
#include "tests/unit/support/ask.h"

namespace onshi {
namespace {

using test::authority;
using test::authority_wish;
using test::issued_by;
using test::pem_of;
using test::RevocationWish;
using test::Signed;
using test::Situation;
using test::Wish;

constexpr const char* kHost = "crl.example";
constexpr const char* kAddress = "2001:db8::80";

const Signed& root() {
  static const Signed made = authority(authority_wish("Online Billing NW System Root"));
  return made;
}

const Signed& stranger() {
  static const Signed made = authority(authority_wish("Another Root"));
  return made;
}

Signed leaf_with(const std::string& place) {
  Wish wish;
  wish.revocation_list = place;
  return issued_by(root(), test::ec_key(), wish);
}

RevocationWish revoking(const Signed& one) {
  RevocationWish wish;
  wish.revoked = {one.certificate.get()};
  return wish;
}

/// A terminal whose certificate is `leaf`, on a line that knows the host of the lists.
Situation with(const Signed& leaf) {
  Situation situation;
  situation.seen.now = test::kToday;
  situation.profile.client_roots_pem = pem_of(*root().certificate);
  Service lists;
  lists.role = Service::Role::crl;
  lists.host = kHost;
  lists.port = 80;
  lists.tls = false;
  situation.profile.services = {lists};
  OpenedCertificate opened;
  auto client = std::make_shared<ClientCertificate>();
  client->certificate = test::again(*leaf.certificate);
  opened.client = client;
  situation.evidence.put(kCertificateOpens, opened);
  ResolvedNames names;
  names.addresses[kHost] = {kAddress};
  situation.evidence.put("line.names", names);
  return situation;
}

Situation answering(Situation situation, int status, const std::string& body, bool complete = true) {
  HttpAnswer answer;
  answer.result = HttpAnswer::Result::answered;
  answer.status = status;
  answer.body = body;
  answer.body_complete = complete;
  Observations::Requested asked;
  asked.target = {kHost, kAddress, 80};
  asked.path = "/a.crl";
  asked.answer = answer;
  situation.seen.requests = {asked};
  return situation;
}

std::string said(const Situation& situation) {
  const auto checks = certificate_revocation_checks(situation.profile);
  BOOST_REQUIRE(checks.size() == 1U);
  const Finding finding = test::run_one(checks.front(), situation);
  return std::string(name_of(finding.verdict)) + " " + std::to_string(static_cast<int>(finding.number));
}

const std::string& place() {
  static const std::string address = std::string("http://") + kHost + "/a.crl";
  return address;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(certificate_revocation_tests)

BOOST_AUTO_TEST_CASE(a_list_that_does_not_name_the_certificate_is_good) {
  const Signed leaf = leaf_with(place());
  const Signed other = leaf_with(place());
  const std::string list = test::revocation_list_of(root(), revoking(other));
  BOOST_TEST(said(answering(with(leaf), 200, list)) == "ok 680");
  BOOST_TEST(said(answering(with(leaf), 200, test::pem_of_list(list))) == "ok 680");
}

BOOST_AUTO_TEST_CASE(a_revoked_certificate_is_told_also_by_an_old_list) {
  const Signed leaf = leaf_with(place());
  RevocationWish wish = revoking(leaf);
  BOOST_TEST(said(answering(with(leaf), 200, test::revocation_list_of(root(), wish))) == "fail 681");
  wish.until = test::kToday - std::chrono::hours{1};
  BOOST_TEST(said(answering(with(leaf), 200, test::revocation_list_of(root(), wish))) == "fail 681");
}

BOOST_AUTO_TEST_CASE(a_list_beside_the_profile_needs_no_line) {
  const Signed leaf = leaf_with("");
  Situation situation = with(leaf);
  situation.evidence = {};
  OpenedCertificate opened;
  auto client = std::make_shared<ClientCertificate>();
  client->certificate = test::again(*leaf.certificate);
  opened.client = client;
  situation.evidence.put(kCertificateOpens, opened);
  situation.profile.client_crl = test::revocation_list_of(root());
  BOOST_TEST(said(situation) == "ok 680");
  situation.profile.client_crl = test::revocation_list_of(root(), revoking(leaf));
  BOOST_TEST(said(situation) == "fail 681");
}

BOOST_AUTO_TEST_CASE(a_list_that_cannot_be_fetched_is_worth_a_look_only) {
  const Signed leaf = leaf_with(place());
  BOOST_TEST(said(with(leaf)) == "attention 682");
  BOOST_TEST(said(answering(with(leaf), 404, "")) == "attention 682");
  BOOST_TEST(said(answering(with(leaf), 302, "")) == "attention 682");
  const std::string list = test::revocation_list_of(root());
  BOOST_TEST(said(answering(with(leaf), 200, list.substr(0, list.size() / 2), false)) == "attention 682");
  Situation nameless = answering(with(leaf), 200, list);
  nameless.evidence.put("line.names", ResolvedNames{});
  BOOST_TEST(said(nameless) == "attention 682");
}

BOOST_AUTO_TEST_CASE(what_is_no_list_is_told) {
  const Signed leaf = leaf_with(place());
  const std::string list = test::revocation_list_of(root());
  for (const std::string& body :
       {std::string("<html>log in</html>"), std::string(), list.substr(0, list.size() / 2)}) {
    BOOST_TEST(said(answering(with(leaf), 200, body)) == "attention 683");
  }
}

BOOST_AUTO_TEST_CASE(an_overdue_list_proves_nothing_for_today) {
  const Signed leaf = leaf_with(place());
  RevocationWish wish;
  wish.until = test::kToday - std::chrono::hours{1};
  BOOST_TEST(said(answering(with(leaf), 200, test::revocation_list_of(root(), wish))) == "attention 684");
}

BOOST_AUTO_TEST_CASE(a_list_of_somebody_else_says_nothing) {
  const Signed leaf = leaf_with(place());
  const RevocationWish wish = revoking(leaf);
  BOOST_TEST(said(answering(with(leaf), 200, test::revocation_list_of(stranger(), wish))) == "attention 685");
  // The right name, another key.
  const Signed impostor = authority(authority_wish("Online Billing NW System Root"));
  BOOST_TEST(said(answering(with(leaf), 200, test::revocation_list_of(impostor, wish))) == "attention 685");
}

BOOST_AUTO_TEST_CASE(a_host_that_the_profile_does_not_list_is_never_asked) {
  const std::string list = test::revocation_list_of(root());
  for (const char* where :
       {"", "http://elsewhere.example/a.crl", "ldap://crl.example/a.crl", "https://crl.example/a.crl",
        "http://crl.example.elsewhere.example/a.crl", "http://crl.example@elsewhere.example/a.crl"}) {
    BOOST_TEST(said(answering(with(leaf_with(where)), 200, list)) == "attention 686", where);
  }
  BOOST_TEST(said(answering(with(leaf_with("http://CRL.example./a.crl")), 200, list)) == "ok 680");
}

BOOST_AUTO_TEST_CASE(a_list_is_fetched_by_the_way_on_which_the_terminal_goes_there) {
  const ProxyHop hop{"proxy.example", "2001:db8::8080", 8080};
  const Signed leaf = leaf_with(place());
  Situation situation = answering(with(leaf), 200, test::revocation_list_of(root(), revoking(leaf)));
  Target& asked = situation.seen.requests.front().target;
  asked.address.clear();
  asked.proxy = hop;
  Service proxy;
  proxy.role = Service::Role::proxy;
  proxy.host = hop.host;
  situation.profile.services.push_back(proxy);
  situation.evidence.put("line.names", ResolvedNames{});  // behind a proxy no name is known here
  const auto found_by = [&](const ProxyFinder& finder) {
    return test::run_one(certificate_revocation_checks(situation.profile, finder).front(), situation);
  };
  const Finding through = found_by([&](const Inquiry&, const std::string& host) {
    BOOST_TEST(host == kHost);
    return std::optional(hop);
  });
  BOOST_TEST((through.number == FindingNumber::certificate_revoked));
  BOOST_TEST(through.facts.value("through_proxy").value_or("") == "proxy.example:8080");
  const Finding direct = found_by([](const Inquiry&, const std::string&) { return std::nullopt; });
  BOOST_TEST((direct.number == FindingNumber::crl_not_fetched));
  BOOST_TEST(!direct.facts.value("through_proxy").has_value());
}

BOOST_AUTO_TEST_CASE(a_profile_without_lists_asks_nothing) {
  BOOST_TEST(certificate_revocation_checks(Profile{}).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
