// SPDX-License-Identifier: GPL-3.0-or-later
#include <thread>

#include <boost/test/unit_test.hpp>

#include "probes/world/live/live_cards.h"
#include "probes/world/world.h"
#include "tests/unit/world/fake_pcsc.h"

using namespace onshi;
using namespace std::chrono_literals;
using onshi::test::FakePcsc;
using What = CardTrouble::What;

namespace {

const CardBytes select_application = {0x00, 0xA4, 0x04, 0x0C, 0x0A, 0xD3, 0x92, 0xF0,
                                      0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01};
const CardBytes select_token = {0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, 0x06};
const std::string name = "Invented Reader 00 00";
const PcscReader with_card{name, 0, 0x00030022, {0x3B, 0x88}};
const PcscReader without_card{name, 0, 0x00040012, {}};

Limit enough() { return Limit::of(10min); }

struct Desk {
  std::shared_ptr<FakePcsc> pcsc = std::make_shared<FakePcsc>();
  LiveCards cards{pcsc};
};

What trouble_with(const CardSeen<std::vector<ReaderState>>& seen) {
  return seen ? What::not_allowed : seen.error().what;  // not_allowed never comes from PC/SC
}

}  // namespace

BOOST_AUTO_TEST_SUITE(live_cards_tests)

BOOST_AUTO_TEST_CASE(readers_are_told_without_the_counter_of_the_service) {
  Desk desk;
  desk.pcsc->readers = {{with_card}};
  auto seen = desk.cards.readers(enough());
  BOOST_REQUIRE(seen.has_value());
  BOOST_TEST(
      (*seen == std::vector{ReaderState{.name = name, .card_present = true, .atr = "3B88", .raw = 0x20}}));
  desk.pcsc->await_end();
}

BOOST_AUTO_TEST_CASE(no_reader_is_a_state_and_no_trouble) {
  Desk desk;
  auto seen = desk.cards.readers(enough());
  BOOST_REQUIRE(seen.has_value());
  BOOST_TEST(seen->empty());
}

BOOST_AUTO_TEST_CASE(a_context_that_died_is_made_again_once) {
  for (PcscCode code : {pcsc::no_service, pcsc::service_stopped, pcsc::invalid_handle, pcsc::comm_error}) {
    Desk desk;
    desk.pcsc->readers = {{with_card}};
    desk.pcsc->list_answers = {code, 0};
    BOOST_TEST(desk.cards.readers(enough()).has_value());
    desk.pcsc->list_answers = {code};
    BOOST_TEST((trouble_with(desk.cards.readers(enough())) == What::service_missing));
    desk.pcsc->await_end();
  }
}

BOOST_AUTO_TEST_CASE(every_code_has_its_meaning) {
  const std::vector<std::pair<PcscCode, What>> table = {
      {0x8010001D, What::service_missing}, {0x8010001E, What::service_missing},
      {0x8010006A, What::refused},         {0x80100009, What::reader_gone},
      {0x80100017, What::reader_gone},     {0x8010000B, What::sharing_violation},
      {0x8010000C, What::no_card},         {0x80100069, What::no_card},
      {0x80100066, What::mute_card},       {0x80100067, What::mute_card},
      {0x8010002F, What::mute_card},       {0x80100068, What::card_reset},
      {0x8010001F, What::failed},          {0x80100001, What::failed}};
  for (const auto& [code, what] : table) {
    Desk desk;
    desk.pcsc->connect_answers = {code};
    auto session = desk.cards.open(name, enough());
    BOOST_REQUIRE(!session.has_value());
    BOOST_TEST((session.error().what == what));
    BOOST_TEST(session.error().code == code);
    desk.pcsc->await_end();
  }
}

BOOST_AUTO_TEST_CASE(a_session_is_a_transaction_and_leaves_nothing_open) {
  Desk desk;
  {
    auto session = desk.cards.open(name, enough());
    BOOST_REQUIRE(session.has_value());
    BOOST_TEST(desk.pcsc->transactions == 1);
    BOOST_TEST((*session)->transmit(select_application, enough()).has_value());
  }
  desk.pcsc->await_end();
  BOOST_TEST(desk.pcsc->transactions == 0);
}

BOOST_AUTO_TEST_CASE(a_refused_command_never_reaches_the_service) {
  Desk desk;
  auto session = desk.cards.open(name, enough());
  BOOST_REQUIRE(session.has_value());
  const CardBytes verify = {0x00, 0x20, 0x00, 0x80, 0x04, 0x31, 0x32, 0x33, 0x34};
  BOOST_TEST(((*session)->transmit(verify, enough()).error().what == What::not_allowed));
  BOOST_TEST(((*session)->transmit(select_token, enough()).error().what == What::not_allowed));
  BOOST_TEST(desk.pcsc->commands.empty());
}

BOOST_AUTO_TEST_CASE(after_a_reset_the_card_is_taken_again_and_step_one_is_next) {
  Desk desk;
  auto session = desk.cards.open(name, enough());
  BOOST_REQUIRE(session.has_value());
  BOOST_TEST((*session)->transmit(select_application, enough()).has_value());
  desk.pcsc->transmit_answers = {pcsc::reset_card, 0};
  BOOST_TEST(((*session)->transmit(select_token, enough()).error().what == What::card_reset));
  BOOST_TEST(desk.pcsc->reconnections == 1);
  BOOST_TEST(((*session)->transmit(select_token, enough()).error().what == What::not_allowed));
  BOOST_TEST((*session)->transmit(select_application, enough()).has_value());
}

BOOST_AUTO_TEST_CASE(a_card_that_is_pulled_out_is_no_card) {
  Desk desk;
  auto session = desk.cards.open(name, enough());
  BOOST_REQUIRE(session.has_value());
  desk.pcsc->transmit_answers = {pcsc::removed_card};
  BOOST_TEST(((*session)->transmit(select_application, enough()).error().what == What::no_card));
}

BOOST_AUTO_TEST_CASE(a_service_that_hangs_costs_no_more_than_the_limit) {
  Desk desk;
  desk.pcsc->hangs_in_establish = true;
  BOOST_TEST((trouble_with(desk.cards.readers(Limit::of(30ms))) == What::timeout));
  BOOST_TEST(abandoned_calls() == 1);
  desk.pcsc->let_go();
  while (abandoned_calls() != 0) std::this_thread::yield();
  desk.pcsc->await_end();
}

BOOST_AUTO_TEST_CASE(a_transaction_that_never_comes_is_another_programs) {
  Desk desk;
  desk.pcsc->hangs_in_begin = true;
  auto session = desk.cards.open(name, Limit::of(1s));
  BOOST_REQUIRE(!session.has_value());
  BOOST_TEST((session.error().what == What::sharing_violation));
  desk.pcsc->let_go();
  while (abandoned_calls() != 0) std::this_thread::yield();
  desk.pcsc->await_end();
}

BOOST_AUTO_TEST_CASE(waiting_returns_when_something_else_is_there_than_known) {
  Desk desk;
  desk.pcsc->readers = {{without_card}, {without_card}, {with_card}};
  auto known = desk.cards.readers(enough()).value();
  auto seen = desk.cards.wait_for_change(known, enough());
  BOOST_REQUIRE(seen.has_value());
  BOOST_TEST(seen->at(0).card_present);
}

BOOST_AUTO_TEST_CASE(waiting_tells_at_once_that_the_service_went) {
  Desk desk;
  desk.pcsc->readers = {{without_card}};
  auto known = desk.cards.readers(enough()).value();
  desk.pcsc->wait_answers = {0, pcsc::service_stopped};
  desk.pcsc->establish_answers = {0, pcsc::no_service};
  BOOST_TEST((trouble_with(desk.cards.wait_for_change(known, enough())) == What::service_missing));
}

BOOST_AUTO_TEST_CASE(waiting_without_a_known_reader_goes_on_through_trouble) {
  Desk desk;
  desk.pcsc->readers = {{with_card}};
  desk.pcsc->establish_answers = {pcsc::no_service, pcsc::no_service, 0};
  auto seen = desk.cards.wait_for_change({}, enough());
  BOOST_REQUIRE(seen.has_value());
  BOOST_TEST(seen->size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_quiet_service_is_asked_no_more_than_twice_a_second) {
  const CardPace pace;
  BOOST_TEST(pace.list_again_after.count() >= 500);
  BOOST_TEST(pace.rest.count() >= 500);
  BOOST_TEST(pace.try_again_after.count() >= 500);
}

/// However often the service says that something changed: one look, and one after its first event.
BOOST_AUTO_TEST_CASE(events_that_change_nothing_do_not_keep_us_busy) {
  for (const PcscCode answer : {PcscCode{0}, pcsc::timeout, pcsc::unknown_reader}) {
    auto pcsc = std::make_shared<FakePcsc>();
    LiveCards cards(pcsc, {.rest = 1h});
    pcsc->readers = {{without_card}};
    const auto known = cards.readers(enough()).value();
    const int before = pcsc->looks;
    pcsc->wait_answers = {0, answer, 0};
    BOOST_TEST((cards.wait_for_change(known, Limit::of(50ms)).value() == known));
    BOOST_TEST(pcsc->looks - before <= 2);
    BOOST_TEST(pcsc->waits.size() <= 1U);
  }
}

BOOST_AUTO_TEST_CASE(a_service_that_is_away_is_asked_again_only_after_a_pause) {
  auto pcsc = std::make_shared<FakePcsc>();
  LiveCards cards(pcsc, {.try_again_after = 1h});
  pcsc->establish_answers = {pcsc::no_service};
  BOOST_TEST((trouble_with(cards.wait_for_change({}, Limit::of(50ms))) == What::service_missing));
  BOOST_TEST(pcsc->looks == 0);
  BOOST_TEST(pcsc->established <= 4);  // twice, each once again for a context that may have died
}

BOOST_AUTO_TEST_CASE(at_the_limit_the_state_is_told_as_it_is) {
  Desk desk;
  desk.pcsc->readers = {{without_card}};
  auto known = desk.cards.readers(enough()).value();
  auto seen = desk.cards.wait_for_change(known, Limit::of(20ms));
  BOOST_REQUIRE(seen.has_value());
  BOOST_TEST((*seen == known));
}

BOOST_AUTO_TEST_CASE(a_watch_whose_service_hangs_is_counted_with_the_thread_that_cancels_it) {
  Desk desk;
  desk.pcsc->readers = {{without_card}};
  auto known = desk.cards.readers(enough()).value();
  desk.pcsc->hangs_in_wait = true;
  desk.pcsc->hangs_in_cancel = true;
  BOOST_TEST((trouble_with(desk.cards.wait_for_change(known, Limit::of(20ms))) == What::timeout));
  BOOST_TEST(abandoned_calls() == 2);
  desk.pcsc->let_go();
  while (abandoned_calls() != 0) std::this_thread::yield();
  desk.pcsc->await_end();
}

BOOST_AUTO_TEST_CASE(a_stop_ends_every_wait) {
  std::stop_source source;
  source.request_stop();
  Limit stopped = Limit::of(10min, source.get_token());
  Desk desk;
  BOOST_TEST((trouble_with(desk.cards.readers(stopped)) == What::cancelled));
  BOOST_TEST((trouble_with(desk.cards.wait_for_change({}, stopped)) == What::cancelled));
  BOOST_TEST((desk.cards.open(name, stopped).error().what == What::cancelled));
  auto session = desk.cards.open(name, enough());
  BOOST_REQUIRE(session.has_value());
  BOOST_TEST(((*session)->transmit(select_application, stopped).error().what == What::cancelled));
}

BOOST_AUTO_TEST_CASE(a_multi_string_is_walked_by_bytes) {
  using std::string_view_literals::operator""sv;
  BOOST_TEST((names_in_multi_string("One 00\0架空リーダー 01\0\0"sv) ==
              std::vector<std::string>{"One 00", "架空リーダー 01"}));
  BOOST_TEST((names_in_multi_string("One 00\0\0Two\0"sv) == std::vector<std::string>{"One 00"}));
  BOOST_TEST((names_in_multi_string("Unended"sv) == std::vector<std::string>{"Unended"}));
  BOOST_TEST(names_in_multi_string("\0"sv).empty());
  BOOST_TEST(names_in_multi_string(""sv).empty());
}

BOOST_AUTO_TEST_SUITE_END()
