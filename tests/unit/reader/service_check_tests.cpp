// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/reader/desk.h"

BOOST_AUTO_TEST_SUITE(service_check_tests)

using namespace onshi;
using enum CardTrouble::What;

namespace {

Finding service(const test::Situation& situation) {
  return test::of(test::check_desk(situation), "reader.service");
}

test::Situation from_afar(test::Situation situation) {
  situation.seen.system->remote_session = true;
  return situation;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_healthy_desk_raises_nothing) {
  const Run run = test::check_desk(test::healthy_desk());
  BOOST_TEST((run.verdict() == Verdict::ok));
  BOOST_TEST(run.findings.size() == 5U);
}

BOOST_AUTO_TEST_CASE(each_way_in_which_the_service_fails_has_its_number) {
  const std::tuple<CardTrouble::What, int, Verdict> table[]{{service_missing, 402, Verdict::fail},
                                                            {refused, 403, Verdict::fail},
                                                            {failed, 404, Verdict::unknown},
                                                            {timeout, 404, Verdict::unknown}};
  for (const auto& [what, number, verdict] : table) {
    BOOST_TEST_CONTEXT(name_of(what)) {
      const Finding finding = service(test::desk_without_service(what));
      BOOST_TEST(static_cast<int>(finding.number) == number);
      BOOST_TEST((finding.verdict == verdict));
      BOOST_TEST(finding.facts.value("trouble").value() == name_of(what));
      BOOST_TEST(finding.facts.value("code").value() == "0x8010001D");
    }
  }
}

BOOST_AUTO_TEST_CASE(without_a_service_nothing_further_is_asked) {
  const Run run = test::check_desk(test::desk_without_service(service_missing));
  for (const char* check : {"reader.readers", "reader.card", "reader.card_kind", "reader.pin"}) {
    BOOST_TEST_CONTEXT(check) {
      BOOST_TEST((test::of(run, check).verdict == Verdict::not_run));
      BOOST_TEST(static_cast<int>(test::of(run, check).because_of.value()) == 402);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_service_without_readers_is_a_running_service) {
  BOOST_TEST((service(test::desk_without_service(no_readers)).verdict == Verdict::ok));
}

BOOST_AUTO_TEST_CASE(readers_seen_in_a_remote_session_may_be_somebody_elses) {
  test::Situation situation = from_afar(test::healthy_desk());
  situation.seen.usb = std::vector<UsbDevice>{{0x046D, 0xC31C, "Keyboard", "", "1-3"}};
  const Run run = test::check_desk(situation);
  BOOST_TEST(static_cast<int>(test::of(run, "reader.service").number) == 401);
  BOOST_TEST((test::of(run, "reader.service").verdict == Verdict::attention));
  BOOST_TEST((test::of(run, "reader.card").verdict == Verdict::ok));
}

BOOST_AUTO_TEST_CASE(a_reader_on_this_terminals_usb_is_its_own_also_in_a_remote_session) {
  const UsbDevice table[]{{0x054C, 0x0DC9, "", "", "1-1"},                   // by the catalogue's name
                          {0x1234, 0x5678, "Something", "0123456", "1-1"}};  // by its serial
  for (const UsbDevice& device : table) {
    test::Situation situation = from_afar(test::healthy_desk());
    situation.seen.usb = std::vector{device};
    const Finding finding = service(situation);
    BOOST_TEST((finding.verdict == Verdict::ok));
    BOOST_TEST(finding.facts.value("session").value() == "remote");
  }
}

BOOST_AUTO_TEST_CASE(a_remote_session_explains_that_nothing_is_seen) {
  for (CardTrouble::What what : {service_missing, refused, no_readers}) {
    const Finding finding = service(from_afar(test::desk_without_service(what)));
    BOOST_TEST(static_cast<int>(finding.number) == 401);
    BOOST_TEST((finding.verdict == Verdict::fail));
  }
}

BOOST_AUTO_TEST_SUITE_END()
