// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/world/recorded/recorded_world.h"
#include "tests/unit/flow/desk.h"
#include "tests/unit/store/disk_faults.h"
#include "tests/unit/store/file_bytes.h"

using namespace onshi;
using namespace onshi::test;
using What = StoreTrouble::What;

namespace {

const Institution institution{InstitutionKind::institution_code, "1319999129", "架空医院", ""};

}  // namespace

BOOST_AUTO_TEST_SUITE(session_trouble_tests)

BOOST_AUTO_TEST_CASE(on_a_read_only_disk_the_wizard_says_so_and_goes_on_in_memory) {
  const Desk desk;
  Session session = desk.session();
  {
    const ReadOnlyFolder read_only(desk.scratch.path());
    session.set_institution(institution);
    BOOST_REQUIRE(session.trouble());
    BOOST_CHECK(session.trouble()->what == What::read_only);
    put_certificate(session, "4821");
    session.go_to(StepId::certificate);
  }
  BOOST_CHECK(session.site().institution == institution);
  BOOST_CHECK(session.certificate() != nullptr);
  BOOST_CHECK(session.current() == StepId::certificate);
  BOOST_CHECK(desk.session().site() == Site{});
}

BOOST_AUTO_TEST_CASE(a_record_that_cannot_be_looked_at_is_not_called_damaged) {
  const Desk desk;
  const Session session({.world = recorded_world(desk.seen, {}),
                         .profile = practice_profile(),
                         .catalogue = {},
                         .store = SiteStore("/" + std::string(300, 'x')),
                         .keyring = nullptr});
  BOOST_REQUIRE(session.trouble());
  BOOST_CHECK(session.trouble()->what == What::failed);
}

BOOST_AUTO_TEST_CASE(once_the_disk_takes_it_everything_is_stored_and_the_trouble_is_over) {
  const Desk desk;
  Session session = desk.session();
  {
    const FullDisk full;
    session.set_institution(institution);
    put_certificate(session, "4821");
    session.go_to(StepId::certificate);
    BOOST_REQUIRE(session.trouble());
    BOOST_CHECK(session.trouble()->what == What::full);
  }
  session.confirm_reader({.name = "Reader"});
  session.go_to(StepId::certificate);
  BOOST_CHECK(!session.trouble());
  Session again = desk.session();
  BOOST_CHECK(again.site() == session.site());
  BOOST_CHECK(again.current() == StepId::certificate);
  BOOST_CHECK(!again.unlock_certificate(secret("4821")));
}

BOOST_AUTO_TEST_CASE(a_certificate_that_did_not_fit_is_not_claimed_by_the_stored_site) {
  const Desk desk;
  Session session = desk.session();
  session.set_institution(institution);
  {
    const FullDisk room_for_the_site_alone(600);
    put_certificate(session, "4821");
    BOOST_REQUIRE(session.trouble());
    BOOST_CHECK_EQUAL(session.trouble()->file.filename(), "certificate.p12");
  }
  const Session again = desk.session();
  BOOST_CHECK(again.site().institution == institution);
  BOOST_CHECK(!again.site().certificate);
  BOOST_CHECK(!again.trouble());
}

BOOST_AUTO_TEST_CASE(a_damaged_site_is_said_kept_and_replaced) {
  const Desk desk;
  {
    Session session = desk.session();
    session.set_institution(institution);
  }
  put_bytes(desk.folder() / "site.xml", "<site version=\"1\">\n<oops/></site>");
  Session session = desk.session();
  BOOST_REQUIRE(session.trouble());
  BOOST_CHECK(session.trouble()->what == What::damaged);
  BOOST_CHECK_EQUAL(session.trouble()->file.filename(), "site.xml");
  session.go_to(StepId::line);
  BOOST_CHECK_MESSAGE(session.trouble(), "moving on does not heal the site");
  session.set_institution(institution);
  BOOST_CHECK(!session.trouble());
  BOOST_CHECK(std::filesystem::exists(desk.folder() / "site.damaged.xml"));
  BOOST_CHECK(desk.session().site().institution == institution);
}

BOOST_AUTO_TEST_CASE(a_stored_certificate_that_vanished_is_said) {
  const Desk desk;
  {
    Session session = desk.session();
    put_certificate(session, "4821");
  }
  std::filesystem::remove(desk.folder() / "certificate.p12");
  Session session = desk.session();
  BOOST_REQUIRE(session.trouble());
  BOOST_CHECK(session.trouble()->what == What::not_found);
  const auto fault = session.unlock_certificate(secret("4821"));
  BOOST_REQUIRE(fault);
  BOOST_CHECK(fault->what == CertificateFault::What::empty);
}

BOOST_AUTO_TEST_SUITE_END()
