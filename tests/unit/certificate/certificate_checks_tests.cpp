// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/certificate/certificate_checks.h"
#include "probes/certificate/certificate_facts.h"
#include "probes/site/clock_offset.h"
#include "tests/unit/certificate/made_certificate.h"
#include "tests/unit/support/ask.h"

namespace onshi {
namespace {

using test::authority;
using test::authority_wish;
using test::issued_by;
using test::packed;
using test::Situation;
using test::Wish;

const test::Signed& root() {
  static const test::Signed made = authority(authority_wish("Online Billing NW System Root"));
  return made;
}

std::string file_of(const test::Signed& leaf, const std::vector<X509*>& others) {
  std::vector<X509*> all{leaf.certificate.get()};
  all.insert(all.end(), others.begin(), others.end());
  return packed(leaf.key.get(), all);
}

Situation with_file(std::string file) {
  Situation situation;
  situation.seen.now = test::kToday;
  situation.site.institution.code = "0110113719";
  situation.secrets.certificate_file = std::move(file);
  situation.secrets.certificate_password = Secret::take("himitsu");
  situation.profile.certificate_issuers = {"Online Billing NW System"};
  situation.profile.client_roots_pem = test::pem_of(*root().certificate);
  return situation;
}

Situation with_wish(const Wish& wish) {
  return with_file(file_of(issued_by(root(), test::ec_key(), wish), {root().certificate.get()}));
}

/// With budgets that hold on a busy machine too; none of these checks waits for anything.
Run run(const Situation& situation) {
  std::vector<Check> checks = certificate_checks(situation.site, situation.profile);
  for (Check& check : checks) check.budget = std::chrono::seconds{14};
  return test::run_all(std::move(checks), situation);
}

/// "check verdict number" of everything that is neither good nor in a shadow.
std::vector<std::string> troubles_in(const Run& result) {
  std::vector<std::string> all;
  for (const Finding& finding : result.findings) {
    if (finding.verdict == Verdict::ok || finding.verdict == Verdict::not_run) continue;
    all.push_back(finding.check + " " + std::string(name_of(finding.verdict)) + " " +
                  std::to_string(static_cast<int>(finding.number)));
  }
  return all;
}

std::vector<std::string> troubles(const Situation& situation) { return troubles_in(run(situation)); }

/// With a terminal whose clock is off by so much, as "terminal.clock" tells it.
std::vector<std::string> troubles_with_clock(const Situation& situation, std::chrono::hours offset) {
  std::vector<Check> checks = certificate_checks(situation.site, situation.profile);
  const ClockOffset clock{.known = true, .offset = offset};
  checks.push_back(
      {.name = "terminal.clock", .question = FindingNumber::terminal_clock, .run = [clock](const Inquiry&) {
         return raise(Verdict::fail, FindingNumber::clock_wrong, {}, clock);
       }});
  for (Check& check : checks) check.budget = std::chrono::seconds{14};
  return troubles_in(test::run_all(std::move(checks), situation));
}

void expect(const Situation& situation, const std::vector<std::string>& expected) {
  BOOST_TEST(troubles(situation) == expected, boost::test_tools::per_element());
}

Wish lasting(int days) {
  Wish wish;
  wish.until = test::kToday + std::chrono::days{days};
  return wish;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(certificate_checks_tests)

BOOST_AUTO_TEST_CASE(a_good_certificate_is_good_in_every_way) {
  Wish wish;
  wish.subject = {{"OU", "0110113719"}, {"CN", "terminal"}};
  const Run result = run(with_wish(wish));
  BOOST_TEST(result.findings.size() == 7U);
  for (const Finding& finding : result.findings) BOOST_TEST(name_of(finding.verdict) == "ok", finding.check);
}

BOOST_AUTO_TEST_CASE(what_was_opened_already_is_told_the_same_without_opening_it_again) {
  Situation situation = with_wish({});
  const auto facts_of_opens = [&](std::shared_ptr<const OpenedCertificate> before) {
    auto checks = certificate_checks(situation.site, situation.profile, std::move(before));
    const Run result = test::run_all(std::move(checks), situation);
    return result.of(kCertificateOpens)->facts.all();
  };
  const auto afresh = facts_of_opens(nullptr);
  auto opened = open_certificate(situation.secrets.certificate_file, *situation.secrets.certificate_password);
  BOOST_REQUIRE(opened.has_value());
  situation.secrets.certificate_file = "would not open";
  const auto again = facts_of_opens(std::make_shared<const OpenedCertificate>(*std::move(opened)));
  BOOST_TEST((again == afresh));
}

BOOST_AUTO_TEST_CASE(no_file_and_no_password_are_two_causes) {
  Situation situation = with_wish({});
  situation.secrets.certificate_password.reset();
  expect(situation, {"certificate.opens unknown 602"});
  situation.secrets.certificate_file = "# not a certificate";
  expect(situation, {"certificate.opens fail 606"});
  situation.secrets.certificate_file.clear();
  expect(situation, {"certificate.opens fail 601"});
  BOOST_TEST((run(situation).of("certificate.validity")->because_of == FindingNumber::no_certificate_file));
}

BOOST_AUTO_TEST_CASE(a_stored_file_that_went_away_is_not_called_unchosen) {
  Situation situation = with_wish({});
  situation.site.certificate.emplace().source = "terminal.p12";
  situation.secrets.certificate_file.clear();
  expect(situation, {"certificate.opens fail 619"});
  BOOST_TEST(run(situation).of("certificate.opens")->facts.value("file").value() == "terminal.p12");
}

BOOST_AUTO_TEST_CASE(a_file_that_was_refused_has_the_row_of_the_check) {
  const Finding finding = finding_of(CertificateFault{CertificateFault::What::empty, {}}, "terminal.p12");
  BOOST_TEST(finding.check == kCertificateOpens);
  BOOST_TEST((finding.number == FindingNumber::certificate_file_empty));
  BOOST_TEST((finding.verdict == Verdict::fail));
  BOOST_TEST(finding.facts.value("file").value_or("") == "terminal.p12");
}

BOOST_AUTO_TEST_CASE(a_fault_in_opening_keeps_its_number) {
  Situation situation = with_wish({});
  situation.secrets.certificate_password = Secret::take("other");
  expect(situation, {"certificate.opens fail 609"});
  situation.secrets.certificate_file.resize(100);
  expect(situation, {"certificate.opens fail 607"});
}

BOOST_AUTO_TEST_CASE(a_file_without_a_mac_is_worth_a_look_and_the_rest_goes_on) {
  const test::Signed leaf = issued_by(root(), test::ec_key(), {});
  expect(with_file(packed(leaf.key.get(), {leaf.certificate.get()}, {.mac = false})),
         {"certificate.opens attention 616"});
}

BOOST_AUTO_TEST_CASE(the_days_that_are_left_are_counted) {
  struct Row {
    int days;
    std::string expected;
  };
  for (const Row& row :
       {Row{91, ""}, Row{90, "attention 627"}, Row{61, "attention 627"}, Row{60, "attention 626"},
        Row{31, "attention 626"}, Row{30, "attention 625"}, Row{16, "attention 625"},
        Row{15, "attention 624"}, Row{8, "attention 624"}, Row{7, "attention 623"}, Row{0, "attention 623"},
        Row{-1, "fail 621"}, Row{-400, "fail 621"}}) {
    Situation situation = with_wish(lasting(row.days));
    if (row.days < -300)
      situation = with_wish([] {
        Wish wish = lasting(-400);
        wish.from = test::kToday - std::chrono::days{500};
        return wish;
      }());
    const std::vector<std::string> found = troubles(situation);
    const std::string first = found.empty() ? "" : found.front();
    BOOST_TEST(first == (row.expected.empty() ? "" : "certificate.validity " + row.expected), row.days);
    if (row.days < 0) continue;
    BOOST_TEST(run(situation).of("certificate.validity")->facts.value("days_left").value_or("") ==
               std::to_string(row.days));
  }
}

BOOST_AUTO_TEST_CASE(a_certificate_of_the_future_points_at_the_clock) {
  Wish wish;
  wish.from = test::kToday + std::chrono::days{3};
  expect(with_wish(wish), {"certificate.validity fail 622"});
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_known_to_be_wrong_is_complained_of_and_not_the_certificate) {
  using Troubles = std::vector<std::string>;
  using std::chrono::hours;
  const Situation over = with_wish(lasting(-1));
  Wish later;
  later.from = test::kToday + std::chrono::days{3};
  const Situation to_come = with_wish(later);
  const Troubles clock_alone{"terminal.clock fail 801"};
  const Troubles three_days_left{"certificate.validity attention 623", "terminal.clock fail 801"};
  BOOST_TEST((troubles_with_clock(over, -hours{24 * 4}) == three_days_left));
  BOOST_TEST((troubles_with_clock(over, -hours{24 * 200}) == clock_alone));
  BOOST_TEST((troubles_with_clock(to_come, hours{24 * 4}) == clock_alone));
}

BOOST_AUTO_TEST_CASE(a_certificate_that_is_over_by_the_right_time_is_over_whatever_the_clock_says) {
  using std::chrono::hours;
  const std::vector<std::string> both{"certificate.validity fail 621", "terminal.clock fail 801"};
  BOOST_TEST((troubles_with_clock(with_wish(lasting(-1)), -hours{2}) == both));
  BOOST_TEST((troubles_with_clock(with_wish(lasting(5)), hours{24 * 6}) == both));
}

BOOST_AUTO_TEST_CASE(a_moment_after_the_end_is_too_late) {
  Wish wish;
  wish.until = test::kToday + std::chrono::seconds{1};
  Situation situation = with_wish(wish);
  expect(situation, {"certificate.validity attention 623"});
  situation.seen.now += std::chrono::seconds{2};
  expect(situation, {"certificate.validity fail 621"});
}

BOOST_AUTO_TEST_CASE(keys_and_uses_that_do_not_serve_a_terminal_are_told) {
  Wish server;
  server.extended_key_usage = "serverAuth";
  expect(with_wish(server), {"certificate.key fail 632"});
  Wish encipherment;
  encipherment.key_usage = "keyEncipherment";
  expect(with_wish(encipherment), {"certificate.key fail 632"});
  Wish ca = authority_wish("Another CA");
  expect(with_wish(ca), {"certificate.key fail 633"});
  Wish plain;
  plain.key_usage.clear();
  plain.extended_key_usage.clear();
  expect(with_wish(plain), {});
}

BOOST_AUTO_TEST_CASE(weak_and_unusual_keys_are_told_apart) {
  const auto with_key = [](KeyPointer key) {
    return with_file(file_of(issued_by(root(), std::move(key), {}), {root().certificate.get()}));
  };
  expect(with_key(test::rsa_key(1024)), {"certificate.key fail 631"});
  expect(with_key(test::rsa_key(2048)), {});
  expect(with_key(test::ed25519_key()), {"certificate.key attention 634"});
}

BOOST_AUTO_TEST_CASE(another_issuer_is_wrong_only_when_the_profile_is_sure) {
  Situation situation = with_wish({});
  situation.profile.certificate_issuers = {"Somebody Else", "Nobody"};
  expect(situation, {"certificate.issuer attention 641"});
  situation.profile.certificate_issuers_confirmed = true;
  expect(situation, {"certificate.issuer fail 641"});
  situation.profile.certificate_issuers = {"online billing nw system"};
  expect(situation, {"certificate.issuer fail 641"});
}

BOOST_AUTO_TEST_CASE(a_profile_without_issuers_or_roots_asks_nothing_about_them) {
  Situation situation = with_wish({});
  situation.profile.certificate_issuers.clear();
  situation.profile.client_roots_pem.clear();
  const Run result = run(situation);
  BOOST_TEST((result.of("certificate.issuer") == nullptr));
  BOOST_TEST((result.of("certificate.chain") == nullptr));
}

BOOST_AUTO_TEST_CASE(a_root_that_the_profile_does_not_know_is_told) {
  for (const std::string name : {"Online Billing NW System Old Root", "Online Billing NW System Root"}) {
    const test::Signed stranger = authority(authority_wish(name));
    const test::Signed leaf = issued_by(stranger, test::ec_key(), {});
    expect(with_file(file_of(leaf, {stranger.certificate.get()})), {"certificate.chain fail 651"});
  }
  const test::Signed alone = authority({});
  Situation situation = with_file(file_of(alone, {}));
  situation.profile.certificate_issuers.clear();
  expect(situation, {"certificate.chain fail 651"});
}

BOOST_AUTO_TEST_CASE(an_intermediate_authority_may_be_in_the_file_or_lacking) {
  const test::Signed middle =
      issued_by(root(), test::ec_key(), authority_wish("Online Billing NW System CA 1"));
  const test::Signed leaf = issued_by(middle, test::ec_key(), {});
  expect(with_file(file_of(leaf, {middle.certificate.get()})), {});
  expect(with_file(file_of(leaf, {})), {"certificate.chain attention 652"});
  const test::Signed stranger = authority(authority_wish("Unknown Root"));
  const test::Signed other =
      issued_by(stranger, test::ec_key(), authority_wish("Online Billing NW System CA 2"));
  const test::Signed far = issued_by(other, test::ec_key(), {});
  expect(with_file(file_of(far, {other.certificate.get()})), {"certificate.chain fail 651"});
}

BOOST_AUTO_TEST_CASE(a_signature_that_does_not_hold_is_told) {
  Wish wish;
  wish.spoil_signature = true;
  expect(with_wish(wish), {"certificate.chain fail 653"});
}

BOOST_AUTO_TEST_CASE(an_expired_authority_is_told_apart_from_an_expired_certificate) {
  Wish old = authority_wish("Online Billing NW System CA 0");
  old.until = test::kToday - std::chrono::days{1};
  const test::Signed middle = issued_by(root(), test::ec_key(), old);
  const test::Signed leaf = issued_by(middle, test::ec_key(), {});
  expect(with_file(file_of(leaf, {middle.certificate.get()})), {"certificate.chain fail 654"});
}

BOOST_AUTO_TEST_CASE(an_authority_that_is_none_is_refused) {
  Wish wish;
  wish.subject = {{"CN", "Online Billing NW System but a terminal"}};
  const test::Signed middle = issued_by(root(), test::ec_key(), wish);
  const test::Signed leaf = issued_by(middle, test::ec_key(), {});
  expect(with_file(file_of(leaf, {middle.certificate.get()})), {"certificate.chain fail 655"});
}

BOOST_AUTO_TEST_CASE(a_certificate_of_another_institution_is_told) {
  Wish wish;
  wish.subject = {{"OU", "2719900249"}, {"CN", "terminal"}};
  Situation situation = with_wish(wish);
  expect(situation, {"certificate.owner fail 661"});
  situation.site.sheets[Environment::production].institution_code = "2719900249";
  expect(situation, {});
}

namespace {

using namespace std::chrono_literals;

/// A certificate of another code, issued so many days ago, in a clinic whose code changed so many days ago.
Situation with_old_code(int issued_days_ago, int changed_days_ago, bool code_in_it = true) {
  Wish wish;
  wish.subject = {{code_in_it ? "OU" : "O", code_in_it ? "2719900249" : "Kakuu"}, {"CN", "terminal"}};
  wish.from = test::kToday - std::chrono::days{issued_days_ago};
  Situation situation = with_wish(wish);
  const auto today = std::chrono::sys_days{2026y / 11 / 21};
  situation.site.certificate_dates.code_changed =
      std::chrono::year_month_day{today - std::chrono::days{changed_days_ago}};
  return situation;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_certificate_of_the_old_code_works_for_120_days) {
  for (const bool code_in_it : {true, false}) {
    expect(with_old_code(300, 10, code_in_it), {"certificate.owner attention 662"});
    expect(with_old_code(300, 100, code_in_it), {"certificate.owner attention 663"});
    expect(with_old_code(300, 120, code_in_it), {"certificate.owner attention 663"});
    expect(with_old_code(300, 121, code_in_it), {"certificate.owner fail 664"});
  }
  const Run result = run(with_old_code(300, 10));
  const Facts& facts = result.of("certificate.owner")->facts;
  BOOST_TEST(facts.value("old_code_until").value_or("") == "2027-03-11");
  BOOST_TEST(facts.value("new_code_apply_by").value_or("") == "2027-02-01");
  BOOST_TEST(facts.value("working_days_left").has_value());
}

BOOST_AUTO_TEST_CASE(a_change_of_code_excuses_no_certificate_that_was_issued_since) {
  expect(with_old_code(5, 10), {"certificate.owner fail 661"});
  expect(with_old_code(5, 10, false), {});
  expect(with_old_code(300, -10, false), {});  // the change is still to come
}

BOOST_AUTO_TEST_CASE(an_old_codes_certificate_ends_with_its_own_days_too) {
  Situation situation = with_old_code(300, 10);
  Wish wish = lasting(40);
  wish.subject = {{"OU", "2719900249"}, {"CN", "terminal"}};
  situation.secrets = with_wish(wish).secrets;
  const Run result = run(situation);
  BOOST_TEST(result.of("certificate.owner")->facts.value("old_code_until").value_or("") == "2026-12-31");
}

BOOST_AUTO_TEST_CASE(a_life_that_is_not_the_usual_one_is_told) {
  const auto issued = [](std::chrono::year_month_day from, std::chrono::year_month_day until,
                         int months = 39) {
    Wish wish;
    wish.from = std::chrono::sys_days{from} + 3h;
    wish.until = std::chrono::sys_days{until} + 3h;
    Situation situation = with_wish(wish);
    situation.profile.certificate_months = months;
    return situation;
  };
  expect(issued(2026y / 4 / 1, 2029y / 7 / 1), {});
  expect(issued(2024y / 11 / 30, 2028y / 2 / 29), {});
  expect(issued(2026y / 4 / 1, 2029y / 6 / 30), {});
  expect(issued(2026y / 4 / 1, 2029y / 7 / 31), {});
  expect(issued(2026y / 4 / 1, 2028y / 4 / 1), {"certificate.validity attention 628"});
  expect(issued(2026y / 4 / 1, 2029y / 8 / 2), {"certificate.validity attention 628"});
  expect(issued(2026y / 4 / 1, 2029y / 5 / 30), {"certificate.validity attention 628"});
  expect(issued(2026y / 4 / 1, 2028y / 4 / 1, 0), {});  // a profile that tells no life
  // What is nearer comes first.
  expect(issued(2026y / 4 / 1, 2026y / 12 / 1), {"certificate.validity attention 624"});
  BOOST_TEST(run(issued(2026y / 4 / 1, 2028y / 4 / 1))
                 .of("certificate.validity")
                 ->facts.value("usual_until")
                 .value_or("") == "2029-07-01");
}

BOOST_AUTO_TEST_CASE(a_certificate_that_was_applied_for_has_180_days_to_be_fetched) {
  const auto applied = [](Situation situation, int days_ago) {
    situation.site.certificate_dates.applied =
        std::chrono::year_month_day{std::chrono::sys_days{2026y / 11 / 21} - std::chrono::days{days_ago}};
    return situation;
  };
  const auto said = [](const Situation& situation) {
    const Run result = run(situation);
    const Finding* finding = result.of("certificate.download");
    BOOST_REQUIRE(finding != nullptr);
    return std::string(name_of(finding->verdict)) + " " + std::to_string(static_cast<int>(finding->number));
  };
  Situation nothing = with_wish({});
  nothing.secrets.certificate_file.clear();
  BOOST_TEST((run(nothing).of("certificate.download") == nullptr));
  BOOST_TEST(said(applied(nothing, 0)) == "ok 690");
  BOOST_TEST(said(applied(nothing, 149)) == "ok 690");
  BOOST_TEST(said(applied(nothing, 150)) == "attention 691");
  BOOST_TEST(said(applied(nothing, 180)) == "attention 691");
  BOOST_TEST(said(applied(nothing, 181)) == "fail 692");
  BOOST_TEST(said(applied(nothing, -1)) == "attention 693");
  // The certificate is of 400 days ago: issued after one application, and before the other.
  BOOST_TEST(said(applied(with_wish({}), 401)) == "ok 690");
  BOOST_TEST(said(applied(with_wish({}), 181)) == "attention 692");
  const Facts facts = run(applied(nothing, 150)).of("certificate.download")->facts;
  BOOST_TEST(facts.value("download_until").value_or("") == "2026-12-21");
  BOOST_TEST(facts.value("working_days_left").value_or("") == "20");
}

BOOST_AUTO_TEST_CASE(what_a_certificate_has_answered_is_no_deadline_any_more) {
  const auto has = [](Situation situation, const char* deadline, int days_ago) {
    const auto day =
        std::chrono::year_month_day{std::chrono::sys_days{2026y / 11 / 21} - std::chrono::days{days_ago}};
    situation.site.certificate_dates = {.applied = day, .code_changed = day};
    return run(situation).of("certificate.validity")->facts.value(deadline).has_value();
  };
  for (const char* deadline : {"download_until", "old_code_until"}) {
    BOOST_TEST(has(with_wish({}), deadline, 399));  // issued 400 days ago
    BOOST_TEST(!has(with_wish({}), deadline, 400));
  }
}

BOOST_AUTO_TEST_CASE(two_certificates_in_one_file_are_both_told_and_none_is_taken) {
  Wish old;
  old.subject = {{"OU", "2719900249"}, {"CN", "terminal"}};
  Wish fresh;
  fresh.subject = {{"OU", "0110113719"}, {"CN", "terminal"}};
  const test::Signed first = issued_by(root(), test::ec_key(), old);
  const test::Signed second = issued_by(root(), test::ec_key(), fresh);
  Situation situation = with_file(test::packed_together({&first, &second}, {root().certificate.get()}));
  expect(situation, {"certificate.opens unknown 635"});
  std::string both;
  const Run result = run(situation);
  for (const Fact& fact : result.of("certificate.opens")->facts.all()) {
    if (fact.key == "candidate") both += fact.value + "\n";
  }
  BOOST_TEST(both.find("2719900249 #") != std::string::npos);
  BOOST_TEST(both.find("0110113719 #") != std::string::npos);
  situation.site.certificate.emplace().fingerprint = certificate_fingerprint(*second.certificate);
  expect(situation, {});
  situation.site.certificate->fingerprint = certificate_fingerprint(*first.certificate);
  expect(situation, {"certificate.owner fail 661"});
  situation.site.certificate->fingerprint = std::string(64, '0');
  expect(situation, {"certificate.opens unknown 635"});
}

BOOST_AUTO_TEST_CASE(ten_digits_without_a_good_check_digit_are_worth_a_look_only) {
  Wish wish;
  wish.subject = {{"CN", "0110113710"}};
  expect(with_wish(wish), {"certificate.owner attention 661"});
}

BOOST_AUTO_TEST_CASE(sites_with_another_kind_of_number_are_not_asked_for_a_code) {
  Situation situation = with_wish({});
  situation.site.institution.kind = InstitutionKind::reception_number;
  BOOST_TEST((run(situation).of("certificate.owner") == nullptr));
}

BOOST_AUTO_TEST_CASE(no_fact_shows_the_subject) {
  Wish wish;
  wish.subject = {{"CN", "Kakuu Taro"}};
  for (const Finding& finding : run(with_wish(wish)).findings) {
    for (const Fact& fact : finding.facts.all())
      BOOST_TEST(fact.value.find("Kakuu Taro") == std::string::npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
