// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/reader/reader_list.h"
#include "tests/unit/reader/desk.h"

BOOST_AUTO_TEST_SUITE(card_check_tests)

using namespace onshi;
using What = CardTrouble::What;

namespace {

Finding card(const test::Situation& situation) {
  return test::of(test::check_desk(situation), "reader.card");
}

void expect(const Finding& finding, Verdict verdict, int number) {
  BOOST_TEST((finding.verdict == verdict), name_of(finding.verdict));
  BOOST_TEST(static_cast<int>(finding.number) == number);
}

test::Situation desk_with(std::vector<ReaderState> readers) {
  test::Situation situation = test::healthy_desk();
  situation.seen.readers = std::move(readers);
  return situation;
}

test::Situation desk_whose_card_does_not_open(What what) {
  test::Situation situation = test::healthy_desk();
  situation.seen.cards[test::kSony].opens = std::unexpected(CardTrouble{what, 0x8010000B});
  return situation;
}

ReaderState held(const std::string& name) {
  ReaderState reader = test::reader_with_card(name);
  reader.exclusive = reader.in_use = true;
  return reader;
}

ReaderState mute(const std::string& name) {
  ReaderState reader = test::empty_reader(name);
  reader.card_present = reader.mute = true;
  return reader;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_card_is_read_and_its_reader_named) {
  const Finding finding = card(test::healthy_desk());
  expect(finding, Verdict::ok, 420);
  BOOST_TEST(finding.facts.value("reader").value() == test::kSony);
}

BOOST_AUTO_TEST_CASE(each_trouble_with_the_card_has_its_number) {
  const std::tuple<What, Verdict, int> table[]{
      {What::sharing_violation, Verdict::fail, 426}, {What::card_reset, Verdict::fail, 426},
      {What::no_card, Verdict::unknown, 422},        {What::mute_card, Verdict::fail, 423},
      {What::reader_gone, Verdict::fail, 424},       {What::service_missing, Verdict::fail, 424},
      {What::refused, Verdict::fail, 424},           {What::failed, Verdict::unknown, 425},
      {What::timeout, Verdict::unknown, 425}};
  for (const auto& [what, verdict, number] : table) {
    BOOST_TEST_CONTEXT(name_of(what)) {
      const Finding finding = card(desk_whose_card_does_not_open(what));
      expect(finding, verdict, number);
      BOOST_TEST(finding.facts.value("reader").value() == test::kSony);
      BOOST_TEST(finding.facts.value("trouble").value() == name_of(what));
      BOOST_TEST(finding.facts.value("code").value() == "0x8010000B");
    }
  }
}

BOOST_AUTO_TEST_CASE(the_program_that_holds_the_card_is_named_with_its_process) {
  test::Situation situation = desk_whose_card_does_not_open(What::sharing_violation);
  situation.seen.card_programs = CardPrograms{{{"filing", 4711}}, 0};
  const Finding one = card(situation);
  expect(one, Verdict::fail, 421);
  BOOST_TEST(one.facts.value("holders").value() == "filing (4711)");
  BOOST_TEST(one.facts.value("holders_unseen").value() == "0");
  situation.seen.card_programs = CardPrograms{{{"filing", 4711}, {"browser", 4712}}, 2};
  const Finding several = card(situation);
  expect(several, Verdict::fail, 421);
  BOOST_TEST(several.facts.value("holders").value() == "filing (4711) / browser (4712)");
  BOOST_TEST(several.facts.value("holders_unseen").value() == "2");
}

BOOST_AUTO_TEST_CASE(a_holder_that_this_user_may_not_see_is_not_guessed) {
  test::Situation situation = desk_whose_card_does_not_open(What::sharing_violation);
  situation.seen.card_programs = CardPrograms{{}, 1};
  const Finding hidden = card(situation);
  expect(hidden, Verdict::fail, 426);
  BOOST_TEST(hidden.facts.value("holders_unseen").value() == "1");
  situation.seen.card_programs = std::unexpected(CannotSee{CannotSee::Why::not_supported, 0, ""});
  const Finding untold = card(situation);
  expect(untold, Verdict::fail, 426);
  BOOST_TEST(untold.facts.value("holders_unseen").value() == "not_seen");
}

BOOST_AUTO_TEST_CASE(an_empty_reader_leaves_the_rest_undone) {
  const Run run = test::check_desk(desk_with({test::empty_reader(test::kSony)}));
  expect(test::of(run, "reader.card"), Verdict::unknown, 422);
  BOOST_TEST(static_cast<int>(test::of(run, "reader.card_kind").because_of.value()) == 422);
  BOOST_TEST(static_cast<int>(test::of(run, "reader.pin").because_of.value()) == 422);
}

BOOST_AUTO_TEST_CASE(the_reader_that_holds_a_card_is_tested) {
  const Finding finding =
      card(desk_with({test::empty_reader(test::kScm), test::reader_with_card(test::kSony)}));
  expect(finding, Verdict::ok, 420);
  BOOST_TEST(finding.facts.value("reader").value() == test::kSony);
}

BOOST_AUTO_TEST_CASE(every_reader_that_holds_a_card_is_asked_the_registered_one_first) {
  test::Situation situation =
      desk_with({test::reader_with_card(test::kScm), test::reader_with_card(test::kSony)});
  situation.seen.cards[test::kScm] = test::my_number_card();
  expect(card(situation), Verdict::ok, 420);
  BOOST_TEST(card(situation).facts.value("reader").value() == test::kScm + " / " + test::kSony);
  situation.site.readers = {{.name = "SONY FeliCa RC-S300/P (0123456)"}};
  BOOST_TEST(card(situation).facts.value("reader").value() == test::kSony + " / " + test::kScm);
  BOOST_TEST(card(situation).facts.value("read_reader").value() == test::kSony);
}

BOOST_AUTO_TEST_CASE(a_card_that_cannot_be_read_beside_one_that_can_is_told_and_stops_nothing) {
  for (const auto& [other, what, number] : {std::tuple{held(test::kScm), What::sharing_violation, 426},
                                            {mute(test::kScm), What::mute_card, 423}}) {
    test::Situation situation = desk_with({other, test::reader_with_card(test::kSony)});
    situation.seen.cards[test::kScm].opens = std::unexpected(CardTrouble{what, 0x8010000B});
    const Run run = test::check_desk(situation);
    const Finding& finding = test::of(run, "reader.card");
    expect(finding, Verdict::attention, number);
    BOOST_TEST(finding.facts.value("reader").value() == test::kScm);
    BOOST_TEST(finding.facts.value("read_reader").value() == test::kSony);
    BOOST_TEST((test::of(run, "reader.card_kind").verdict == Verdict::ok));
    BOOST_TEST((test::of(run, "reader.pin").verdict == Verdict::ok));
  }
}

BOOST_AUTO_TEST_CASE(of_several_cards_the_worst_is_told_and_weighs_less_beside_a_good_one) {
  test::Situation situation =
      desk_with({test::reader_with_card(test::kScm), test::reader_with_card(test::kSony)});
  situation.seen.cards[test::kScm] = test::my_number_card();
  situation.seen.cards[test::kScm].responses[test::kSelectApplication] = "6A82";
  const Finding beside = test::of(test::check_desk(situation), "reader.card_kind");
  expect(beside, Verdict::attention, 431);
  BOOST_TEST(beside.facts.value("reader").value() == test::kScm);
  situation.seen.cards[test::kSony].responses[test::kSelectApplication] = "6A82";
  expect(test::of(test::check_desk(situation), "reader.card_kind"), Verdict::fail, 431);
}

BOOST_AUTO_TEST_CASE(a_held_or_mute_card_is_opened_before_it_is_judged) {
  test::Situation situation = desk_whose_card_does_not_open(What::sharing_violation);
  situation.seen.readers = std::vector{held(test::kSony)};
  situation.seen.card_programs = CardPrograms{{{"filing", 4711}}, 0};
  expect(card(situation), Verdict::fail, 421);
  situation = desk_whose_card_does_not_open(What::mute_card);
  situation.seen.readers = std::vector{test::empty_reader(test::kScm), mute(test::kSony)};
  expect(card(situation), Verdict::fail, 423);
}

BOOST_AUTO_TEST_CASE(a_card_that_only_seemed_mute_because_it_was_pulled_out_is_no_card) {
  test::Situation situation = desk_whose_card_does_not_open(What::mute_card);
  const auto checks = reader_checks(situation.site, situation.profile, test::shipped_catalogue());
  situation.evidence.put("reader.readers", ReaderList{{test::reader_with_card(test::kSony)}, {}});
  situation.seen.readers = std::vector{test::empty_reader(test::kSony)};
  expect(test::run_one(test::check_named(checks, "reader.card"), situation), Verdict::unknown, 422);
}

BOOST_AUTO_TEST_CASE(nothing_but_names_numbers_and_the_type_of_card_is_kept) {
  const std::set<std::string> allowed{"reader",     "readers",     "reader_count", "atr",
                                      "card_kind",  "token",       "status_word",  "session",
                                      "tries_left", "pin_counter", "read_reader",  "reader_list"};
  for (const Finding& finding : test::check_desk(test::healthy_desk()).findings) {
    for (const Fact& fact : finding.facts.all()) BOOST_TEST(allowed.contains(fact.key), fact.key);
  }
}

BOOST_AUTO_TEST_SUITE_END()
