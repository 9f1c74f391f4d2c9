// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "probes/certificate/browser_policy.h"
#include "probes/certificate/certificate_browser_check.h"
#include "probes/certificate/certificate_facts.h"
#include "probes/site/small_file.h"
#include "tests/unit/certificate/made_certificate.h"
#include "tests/unit/support/ask.h"

namespace onshi {
namespace {

using test::authority;
using test::authority_wish;
using test::Signed;
using test::Situation;
using test::Wish;

constexpr const char* kFolder = "/etc/chromium/policies/managed";
const std::string kOurFile = std::string(kFolder) + "/" + kBrowserPolicyFile;

const Signed& root() {
  static const Signed made = authority(authority_wish("Online Billing NW System Root"));
  return made;
}

const Signed& leaf() {
  static const Signed made = [] {
    Wish wish;
    wish.subject = {{"OU", "0110113719"}, {"CN", "端末"}};
    return issued_by(root(), test::ec_key(), wish);
  }();
  return made;
}

Service service(Service::Role role, const std::string& host, std::optional<Environment> environment,
                std::uint16_t port = 443, bool tls = true) {
  Service made;
  made.role = role;
  made.host = host;
  made.environment = environment;
  made.port = port;
  made.tls = tls;
  return made;
}

Profile profile() {
  Profile made;
  made.certificate_issuers = {"Online Billing NW System"};
  made.server_roots_pem = test::pem_of(*root().certificate);
  made.services = {service(Service::Role::portal, "a.verification.example", Environment::verification),
                   service(Service::Role::portal, "a.production.example", Environment::production),
                   service(Service::Role::api, "b.example", Environment::verification, 8443),
                   service(Service::Role::distribution, "line.example", std::nullopt),
                   service(Service::Role::crl, "crl.example", std::nullopt, 80, false)};
  return made;
}

StoredCertificate stored(const X509& certificate, bool has_key, bool trusted) {
  return {.fingerprint = certificate_fingerprint(certificate),
          .issuer = "CN = Online Billing NW System Root",
          .serial_end = "1006",
          .code = "0110113719",
          .not_before = test::kLongAgo,
          .not_after = test::kInThreeYears,
          .has_key = has_key,
          .trusted = trusted};
}

/// A terminal on which the certificate was installed.
Situation installed() {
  Situation situation;
  situation.seen.now = test::kToday;
  situation.profile = profile();
  OpenedCertificate opened;
  auto client = std::make_shared<ClientCertificate>();
  client->certificate = test::again(*leaf().certificate);
  opened.client = client;
  opened.facts.fingerprint = certificate_fingerprint(*leaf().certificate);
  opened.facts.serial_end = "1006";
  situation.evidence.put(kCertificateOpens, opened);
  situation.seen.browsers = BrowserView{
      "~/.pki/nssdb", true,
      false,          {stored(*leaf().certificate, true, false), stored(*root().certificate, false, true)},
      {kFolder},      {{kOurFile, sha256_of(browser_policy(*leaf().certificate, profile()))}}};
  return situation;
}

Finding asked(const Situation& situation, BrowserWish wish) {
  return test::run_one(certificate_browser_check(wish), situation);
}

std::string said(const Situation& situation, BrowserWish wish = BrowserWish::installed) {
  const Finding finding = asked(situation, wish);
  return std::string(name_of(finding.verdict)) + " " + std::to_string(static_cast<int>(finding.number));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(certificate_browser_tests)

BOOST_AUTO_TEST_CASE(the_policy_names_every_tls_host_of_both_environments_and_one_certificate) {
  const auto policy = nlohmann::json::parse(browser_policy(*leaf().certificate, profile()));
  BOOST_TEST(policy.size() == 1U);
  const auto& rules = policy.at("AutoSelectCertificateForUrls");
  std::vector<std::string> patterns;
  for (const auto& rule : rules) {
    const auto inside = nlohmann::json::parse(rule.get<std::string>());
    patterns.push_back(inside.at("pattern"));
    BOOST_TEST(inside.at("filter").at("ISSUER").at("CN") == "Online Billing NW System Root");
    BOOST_TEST(inside.at("filter").at("SUBJECT").at("CN") == "端末");
    BOOST_TEST(inside.at("filter").at("SUBJECT").at("OU") == "0110113719");
  }
  const std::vector<std::string> expected{"https://a.production.example", "https://a.verification.example",
                                          "https://b.example:8443"};
  BOOST_TEST(patterns == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_was_installed_and_is_whole_is_good) {
  BOOST_TEST(said(installed()) == "ok 670");
  BOOST_TEST(asked(installed(), BrowserWish::installed).facts.value("in_browser").value_or("") == "yes");
}

BOOST_AUTO_TEST_CASE(what_nobody_asked_for_is_not_missing) {
  Situation situation = installed();
  situation.seen.browsers = BrowserView{};
  BOOST_TEST(said(situation, BrowserWish::none) == "ok 670");
  BOOST_TEST(asked(situation, BrowserWish::none).facts.value("in_browser").value_or("") == "no");
  situation.seen.browsers = std::unexpected(CannotSee{CannotSee::Why::not_supported, 0, "not recorded"});
  BOOST_TEST(said(situation, BrowserWish::none) == "ok 670");
}

BOOST_AUTO_TEST_CASE(an_installation_that_was_cut_in_two_is_told) {
  BOOST_TEST(said(installed(), BrowserWish::unfinished) == "attention 671");
}

BOOST_AUTO_TEST_CASE(two_certificates_that_could_be_taken_are_both_shown) {
  Situation situation = installed();
  StoredCertificate old = stored(*root().certificate, true, false);
  old.code = "1319999129";
  old.serial_end = "0999";
  situation.seen.browsers->certificates.push_back(old);
  for (const BrowserWish wish : {BrowserWish::none, BrowserWish::installed}) {
    const Finding finding = asked(situation, wish);
    BOOST_TEST((finding.number == FindingNumber::browser_candidates));
    std::string both;
    for (const Fact& fact : finding.facts.all()) both += fact.key == "candidate" ? fact.value + "\n" : "";
    BOOST_TEST(both.find("0110113719 #1006") != std::string::npos);
    BOOST_TEST(both.find("1319999129 #0999") != std::string::npos);
    BOOST_TEST(finding.facts.value("chosen").value_or("") == "1006");
  }
}

BOOST_AUTO_TEST_CASE(a_certificate_that_cannot_be_taken_is_no_candidate) {
  for (const int which : {0, 1, 2}) {
    Situation situation = installed();
    StoredCertificate other = stored(*root().certificate, true, false);
    if (which == 0) other.not_after = test::kToday - std::chrono::hours{1};
    if (which == 1) other.issuer = "CN = Somebody Else";
    if (which == 2) other.has_key = false;
    situation.seen.browsers->certificates.push_back(other);
    BOOST_TEST(said(situation) == "ok 670");
  }
}

BOOST_AUTO_TEST_CASE(a_store_with_a_password_or_that_cannot_be_read_is_told) {
  Situation situation = installed();
  situation.seen.browsers->locked = true;
  BOOST_TEST(said(situation) == "attention 673");
  BOOST_TEST(said(situation, BrowserWish::none) == "ok 670");
  situation.seen.browsers =
      std::unexpected(CannotSee{CannotSee::Why::failed, -8174, "SEC_ERROR_BAD_DATABASE"});
  BOOST_TEST(said(situation) == "attention 674");
  BOOST_TEST(said(situation, BrowserWish::none) == "attention 674");
}

BOOST_AUTO_TEST_CASE(a_store_that_may_not_be_read_and_one_of_nobody_are_causes_of_their_own) {
  Situation situation = installed();
  situation.seen.browsers = std::unexpected(CannotSee{CannotSee::Why::refused, 13, "key4.db"});
  BOOST_TEST(said(situation) == "attention 687");
  BOOST_TEST(said(situation, BrowserWish::none) == "attention 687");
  BOOST_TEST(asked(situation, BrowserWish::none).facts.value("detail").value_or("") == "key4.db");
  situation.seen.browsers = std::unexpected(CannotSee{CannotSee::Why::not_supported, 0, "no_home"});
  BOOST_TEST(said(situation) == "attention 689");
  BOOST_TEST(said(situation, BrowserWish::none) == "ok 670");
}

BOOST_AUTO_TEST_CASE(two_certificates_and_no_policy_are_told_together) {
  Situation situation = installed();
  StoredCertificate old = stored(*root().certificate, true, false);
  old.serial_end = "0999";
  situation.seen.browsers->certificates.push_back(old);
  situation.seen.browsers->policies.clear();
  BOOST_TEST(said(situation) == "attention 688");
  const Finding finding = asked(situation, BrowserWish::installed);
  BOOST_TEST(finding.facts.value("policy_file").value_or("") == kOurFile);
  BOOST_TEST(finding.facts.value("chosen").value_or("") == "1006");
  BOOST_TEST(finding.facts.value("candidate").has_value());
}

BOOST_AUTO_TEST_CASE(a_policy_that_is_missing_or_says_something_else_is_told) {
  Situation situation = installed();
  situation.seen.browsers->policies.clear();
  BOOST_TEST(said(situation) == "attention 675");
  BOOST_TEST(asked(situation, BrowserWish::installed).facts.value("policy_file").value_or("") == kOurFile);
  situation.seen.browsers->policies = {{kOurFile, sha256_of("{}")}};
  BOOST_TEST(said(situation) == "attention 675");
}

BOOST_AUTO_TEST_CASE(a_policy_of_somebody_else_is_told) {
  Situation situation = installed();
  situation.seen.browsers->policies.push_back(
      {std::string(kFolder) + "/other.json", sha256_of("AutoSelectCertificateForUrls")});
  BOOST_TEST(said(situation) == "attention 676");
}

BOOST_AUTO_TEST_CASE(no_browser_no_root_and_no_certificate_are_three_causes) {
  Situation situation = installed();
  situation.seen.browsers->policy_folders.clear();
  BOOST_TEST(said(situation) == "attention 677");
  situation = installed();
  situation.seen.browsers->certificates[1].trusted = false;
  BOOST_TEST(said(situation) == "attention 678");
  situation = installed();
  situation.seen.browsers->certificates[0].has_key = false;
  BOOST_TEST(said(situation) == "attention 679");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
