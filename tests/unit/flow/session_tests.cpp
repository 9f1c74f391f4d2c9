// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/flow/desk.h"

using namespace onshi;
using namespace onshi::test;

namespace {

const DeclaredLine flets{LineType::ip_vpn_ntt, "CAF0000012345", V6Declaration::contracted};
const std::vector<StepId> pages_with_checks{StepId::line,
                                            StepId::v6_option,
                                            StepId::reader,
                                            StepId::production_sheet,
                                            StepId::verification_sheet,
                                            StepId::certificate,
                                            StepId::connectivity,
                                            StepId::terminal};

/// The pages whose findings are gone after `change`, of a session that knew all.
std::string stale_after(Session& session, const std::function<void()>& change) {
  session.keep(answered(session.whole_plan()));
  change();
  std::string stale;
  for (const StepId step : pages_with_checks) {
    if (session.findings(step).empty()) stale += std::string(step_of(step).name) + " ";
  }
  return stale;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(session_tests)

BOOST_AUTO_TEST_CASE(a_change_drops_the_findings_that_depend_on_it_and_no_others) {
  const Desk desk;
  Session session = desk.session();
  session.set_line(flets);
  const Institution institution{InstitutionKind::institution_code, "1319999129", "架空医院", ""};
  const auto stale = [&](const std::function<void()>& change) { return stale_after(session, change); };
  const std::string sheets = "production_sheet verification_sheet ";
  BOOST_CHECK_EQUAL(stale([&] { session.set_institution(institution); }), sheets + "certificate ");
  BOOST_CHECK_EQUAL(stale([&] { session.set_institution(institution); }), "");
  DeclaredLine planned = flets;
  planned.v6_option = V6Declaration::planned;
  BOOST_CHECK_EQUAL(stale([&] { session.set_line(planned); }), "line v6_option connectivity ");
  BOOST_CHECK_EQUAL(stale([&] { session.set_line(planned); }), "");
  BOOST_CHECK_EQUAL(stale([&] { session.confirm_reader({.name = "Reader"}); }), "reader ");
  BOOST_CHECK_EQUAL(stale([&] { session.confirm_reader({.name = "Reader"}); }), "");
  BOOST_CHECK_EQUAL(stale([&] { session.forget_reader({.name = "Reader"}); }), "reader ");
  BOOST_CHECK_EQUAL(
      stale([&] { session.set_sheet(Environment::production, sheet_with(Environment::production, "p")); }),
      sheets + "certificate ");
  BOOST_CHECK_EQUAL(stale([&] { session.forget_sheet(Environment::production); }), sheets + "certificate ");
  BOOST_CHECK_EQUAL(stale([&] { put_certificate(session, "4821"); }), "certificate connectivity ");
  BOOST_CHECK_EQUAL(stale([&] { session.unlock_certificate(secret("4821")); }), "certificate connectivity ");
  using namespace std::chrono_literals;
  const CertificateDates dates{.applied = 2026y / 4 / 1, .code_changed = {}};
  BOOST_CHECK_EQUAL(stale([&] { session.set_certificate_dates(dates); }), "certificate ");
  BOOST_CHECK_EQUAL(stale([&] { session.set_certificate_dates(dates); }), "");
  BOOST_CHECK_EQUAL(stale([&] { session.waive(StepId::line, "reason"); }), "");
}

BOOST_AUTO_TEST_CASE(a_reader_that_was_moved_or_exchanged_leaves_no_registration_behind) {
  const PairedReader first{.name = "Twin", .usb_path = "1-2"};
  const PairedReader moved{.name = "Twin", .usb_path = "1-4"};
  const PairedReader old{.name = "Sony (1)", .serial = "1"};
  const PairedReader fresh{.name = "Sony (2)", .serial = "2"};
  const Desk desk;
  Session session = desk.session();
  session.confirm_reader(first, {first, old});
  session.confirm_reader(old, {first, old});
  session.confirm_reader(moved, {moved, old});
  BOOST_CHECK((session.site().readers == std::vector{moved, old}));
  session.confirm_reader(fresh, {moved, old, fresh});  // beside the other one, not instead of it
  BOOST_CHECK((session.site().readers == std::vector{moved, old, fresh}));
  session.forget_reader(fresh);
  session.confirm_reader(fresh, {moved, fresh});
  BOOST_CHECK((session.site().readers == std::vector{moved, fresh}));
  BOOST_CHECK((desk.session().site().readers == std::vector{moved, fresh}));
}

BOOST_AUTO_TEST_CASE(a_wrong_password_does_not_unlock_and_changes_nothing) {
  const Desk desk;
  {
    Session first = desk.session();
    put_certificate(first, "4821");
  }
  Session session = desk.session();
  const Site before = session.site();
  const auto fault = session.unlock_certificate(secret("4812"));
  BOOST_REQUIRE(fault);
  BOOST_CHECK(fault->what == CertificateFault::What::wrong_password);
  BOOST_CHECK(session.certificate() == nullptr);
  BOOST_CHECK(session.site() == before);
}

BOOST_AUTO_TEST_CASE(a_waiver_needs_a_reason_opens_the_way_and_can_be_withdrawn) {
  const Desk desk;
  Session session = desk.session();
  for (const std::string blank : {"", " ", "\n\t "}) BOOST_CHECK(!session.waive(StepId::reader, blank));
  BOOST_CHECK(!session.may_go_on(StepId::reader));
  BOOST_CHECK(session.waive(StepId::reader, "カードがまだ届いていません"));
  BOOST_CHECK(session.may_go_on(StepId::reader));
  BOOST_CHECK(session.state(StepId::reader) == StepState::waived);
  BOOST_CHECK(!session.duties(StepId::reader).empty());
  const Waiver waiver = session.site().waivers.at("reader");
  BOOST_CHECK_EQUAL(waiver.reason, "カードがまだ届いていません");
  BOOST_CHECK(waiver.when == desk.seen.now);
  session.withdraw_waiver(StepId::reader);
  BOOST_CHECK(!session.may_go_on(StepId::reader));
  BOOST_CHECK(session.site().waivers.empty());
}

BOOST_AUTO_TEST_CASE(the_way_leads_through_the_pages_that_apply) {
  const Desk desk;
  Session session = desk.session();
  BOOST_CHECK(session.current() == StepId::preparation);
  BOOST_CHECK(!session.previous());
  session.go_to(StepId::line);
  BOOST_CHECK(session.next() == StepId::reader);
  session.set_line(flets);
  BOOST_CHECK(session.next() == StepId::v6_option);
  session.go_to(StepId::reader);
  BOOST_CHECK(session.previous() == StepId::v6_option);
  session.go_to(StepId::done);
  BOOST_CHECK(!session.next());
}

BOOST_AUTO_TEST_CASE(a_page_that_no_longer_applies_leads_back_to_the_one_before) {
  const Desk desk;
  Session session = desk.session();
  session.set_line(flets);
  session.go_to(StepId::v6_option);
  session.set_line({LineType::ipsec_ike, "", V6Declaration::none});
  BOOST_CHECK(session.current() == StepId::line);
  BOOST_CHECK(session.next() == StepId::reader);
}

BOOST_AUTO_TEST_SUITE_END()
