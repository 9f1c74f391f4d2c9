// SPDX-License-Identifier: GPL-3.0-or-later
// Everything but the allow-list is refused before it reaches PC/SC: sent through the sessions that the
// product itself opens, to a service that writes down what arrives.
#include <boost/test/unit_test.hpp>

#include "probes/world/hexadecimal.h"
#include "probes/world/live/live_cards.h"
#include "tests/unit/world/fake_pcsc.h"

using namespace onshi;
using namespace std::chrono_literals;
using onshi::test::FakePcsc;
using What = CardTrouble::What;

namespace {

CardBytes bytes(std::string_view hexadecimal) { return from_hexadecimal(hexadecimal).value(); }

const CardBytes kApplication = bytes("00A4040C0AD392F000260100000001");
const CardBytes kToken = bytes("00A4020C020006");
const CardBytes kList = bytes("00A4020C020008");
const CardBytes kPin = bytes("00A4020C020018");
const CardBytes kSignature = bytes("00A4020C02001B");
const CardBytes kReadToken = bytes("00B0000020");
const CardBytes kReadList = bytes("00B0000003");
const CardBytes kAskCounter = bytes("00200080");
const std::vector<CardBytes> kAllowed{kApplication, kToken,     kList,     kPin,
                                      kSignature,   kReadToken, kReadList, kAskCounter};
/// Every state: what was said last before the command under test.
const std::vector<std::vector<CardBytes>> kWays{{},
                                                {kApplication},
                                                {kApplication, kToken},
                                                {kApplication, kToken, kReadToken},
                                                {kApplication, kList},
                                                {kApplication, kList, kReadList},
                                                {kApplication, kPin},
                                                {kApplication, kPin, kAskCounter},
                                                {kApplication, kSignature},
                                                {kApplication, kSignature, kAskCounter}};

CardBytes joined(const CardBytes& first, const CardBytes& second) {
  CardBytes both = first;
  both.insert(both.end(), second.begin(), second.end());
  return both;
}

/// One of every class that reader.md §5 forbids, and of every way to smuggle an allowed command.
std::vector<CardBytes> forbidden() {
  std::vector<CardBytes> all;
  for (const char* command : {"002000800431323334",
                              "0020008000",
                              "00200081",
                              "00240080083132333435363738",
                              "002C0080",
                              "802A00800331323300",
                              "00A4020C020017",
                              "00A4020C02001A",
                              "00A4020C02000A",
                              "00A4020C020001",
                              "00A4020C02000B",
                              "00A4020C020002",
                              "00A4040C0AD3921000310001010100",
                              "00A4040C0AD3921000310001010401",
                              "00A4040C0AD3921000310001010408",
                              "00A4040C0AD3921000310001010402",
                              "FFCA000000",
                              "00B0000000",
                              "00B00000A0",
                              "00C0000020",
                              "00CA000000",
                              "0084000008",
                              "0088000000",
                              "00D6000001FF",
                              ""}) {
    all.push_back(bytes(command));
  }
  for (const CardBytes& one : kAllowed) {
    for (const CardBytes& other : kAllowed) all.push_back(joined(one, other));
    for (const char* more : {"00", "FF", "0000", "04", "20"}) {
      all.push_back(joined(one, bytes(more)));
      all.push_back(joined(bytes(more), one));
    }
    for (std::size_t length = 0; length < one.size(); ++length) {
      all.emplace_back(one.begin(), one.begin() + static_cast<std::ptrdiff_t>(length));
    }
    for (std::size_t at = 0; at < one.size(); ++at) {
      for (const int change : {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xFF}) {
        CardBytes changed = one;
        changed[at] = static_cast<std::uint8_t>(changed[at] ^ change);
        all.push_back(changed);
      }
    }
  }
  std::erase_if(all, [](const CardBytes& command) {
    return std::find(kAllowed.begin(), kAllowed.end(), command) != kAllowed.end();
  });
  return all;
}

const Limit kEnough = Limit::of(1h);

struct Desk {
  std::shared_ptr<FakePcsc> pcsc = std::make_shared<FakePcsc>();
  LiveCards cards{pcsc};
  std::unique_ptr<CardSession> session = cards.open("Invented Reader 00 00", kEnough).value();

  void go(const std::vector<CardBytes>& way) {
    for (const CardBytes& command : way) BOOST_REQUIRE(session->transmit(command, kEnough).has_value());
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(gated_session_tests)

BOOST_AUTO_TEST_CASE(nothing_forbidden_reaches_the_service_in_any_state) {
  const auto commands = forbidden();
  BOOST_TEST(commands.size() > 600U);
  for (const auto& way : kWays) {
    Desk desk;
    for (const CardBytes& command : commands) {
      desk.go(way);
      const auto before = desk.pcsc->commands.size();
      const auto refused = desk.session->transmit(command, kEnough);
      if (refused || refused.error().what != What::not_allowed || desk.pcsc->commands.size() != before) {
        BOOST_ERROR("let through: " + to_hexadecimal(command));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(what_a_card_says_beyond_the_question_is_dropped) {
  Desk desk;
  desk.go({kApplication, kToken});
  desk.pcsc->response = CardBytes(32 + 2 + 1, 0x41);
  BOOST_TEST((desk.session->transmit(kReadToken, kEnough).error().what == What::failed));
  desk.pcsc->response = {0x90, 0x00};
  BOOST_TEST((desk.session->transmit(kToken, kEnough).error().what == What::not_allowed));
  desk.go({kApplication, kPin});
  desk.pcsc->response = {0x41, 0x63, 0xC3};
  BOOST_TEST((desk.session->transmit(kAskCounter, kEnough).error().what == What::failed));
}

BOOST_AUTO_TEST_CASE(an_allowed_command_out_of_its_place_does_not_reach_it_either) {
  for (const auto& way : kWays) {
    for (const CardBytes& use : {kReadToken, kReadList, kAskCounter}) {
      Desk desk;
      desk.go(way);
      const CardBytes last = way.empty() ? CardBytes{} : way.back();
      const bool fits = (use == kReadToken && last == kToken) || (use == kReadList && last == kList) ||
                        (use == kAskCounter && (last == kPin || last == kSignature));
      BOOST_TEST(desk.session->transmit(use, kEnough).has_value() == fits);
      BOOST_TEST(desk.pcsc->commands.size() == way.size() + (fits ? 1U : 0U));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
