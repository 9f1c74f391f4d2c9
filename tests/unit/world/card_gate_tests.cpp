// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>
#include <set>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "probes/world/card_gate.h"
#include "probes/world/hexadecimal.h"

namespace {

using onshi::CardGate;
using Bytes = std::vector<std::uint8_t>;

Bytes bytes(std::string_view hexadecimal) { return onshi::from_hexadecimal(hexadecimal).value(); }

const Bytes select_application = bytes("00A4040C0AD392F000260100000001");
const Bytes select_token = bytes("00A4020C020006");
const Bytes select_list = bytes("00A4020C020008");
const Bytes select_authentication = bytes("00A4020C020018");
const Bytes select_signature = bytes("00A4020C02001B");
const Bytes read_token = bytes("00B0000020");
const Bytes read_list = bytes("00B0000003");
const Bytes ask_counter = bytes("00200080");
const Bytes good = bytes("9000");

const std::vector<Bytes> all_allowed = {select_application, select_token, select_list, select_authentication,
                                        select_signature,   read_token,   read_list,   ask_counter};

/// A gate after these commands, each answered well.
CardGate gate_after(const std::vector<Bytes>& commands) {
  CardGate gate;
  for (const Bytes& command : commands) {
    BOOST_REQUIRE(gate.admit(command));
    gate.answered(good);
  }
  return gate;
}

/// Every point at which a conversation can stand, each with what may follow there.
struct Point {
  std::string name;
  std::vector<Bytes> path;
  std::vector<Bytes> may_follow;
};

std::vector<Point> all_points() {
  const std::vector<Bytes> selections = {select_application, select_token, select_list, select_authentication,
                                         select_signature};
  auto with = [&](const Bytes& use) {
    auto list = selections;
    list.push_back(use);
    return list;
  };
  return {
      {"new", {}, {select_application}},
      {"application", {select_application}, selections},
      {"token", {select_application, select_token}, with(read_token)},
      {"token read", {select_application, select_token, read_token}, selections},
      {"list", {select_application, select_list}, with(read_list)},
      {"list read", {select_application, select_list, read_list}, selections},
      {"authentication", {select_application, select_authentication}, with(ask_counter)},
      {"authentication asked", {select_application, select_authentication, ask_counter}, selections},
      {"signature", {select_application, select_signature}, with(ask_counter)},
      {"signature asked", {select_application, select_signature, ask_counter}, selections},
  };
}

bool contains(const std::vector<Bytes>& list, const Bytes& command) {
  return std::find(list.begin(), list.end(), command) != list.end();
}

/// A gate that stands at each of the points.
const std::vector<std::pair<Point, CardGate>>& gates() {
  static const auto all = [] {
    std::vector<std::pair<Point, CardGate>> made;
    for (const Point& point : all_points()) {
      made.emplace_back(point, gate_after(point.path));
    }
    return made;
  }();
  return all;
}

/// Fails when the gate lets `command` through anywhere that the table does not name.
void check_everywhere(const Bytes& command) {
  for (const auto& [point, stands] : gates()) {
    CardGate gate = stands;
    if (gate.admit(command) != contains(point.may_follow, command)) {
      BOOST_ERROR("at '" + point.name + "': " + onshi::to_hexadecimal(command));
    }
  }
}

/// Every single-byte change, every cut and some prolongations of `command`.
std::vector<Bytes> mutations_of(const Bytes& command) {
  std::vector<Bytes> all;
  for (std::size_t at = 0; at < command.size(); ++at) {
    for (int value = 0; value < 256; ++value) {
      Bytes changed = command;
      changed[at] = static_cast<std::uint8_t>(value);
      all.push_back(changed);
    }
  }
  for (std::size_t length = 0; length < command.size(); ++length) {
    all.emplace_back(command.begin(), command.begin() + static_cast<std::ptrdiff_t>(length));
  }
  for (int value = 0; value < 256; ++value) {
    Bytes longer = command;
    longer.push_back(static_cast<std::uint8_t>(value));
    all.push_back(longer);
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(card_gate_tests)

BOOST_AUTO_TEST_CASE(the_seven_steps_in_order_pass) {
  CardGate gate = gate_after({select_application, select_token, read_token, select_list, read_list,
                              select_authentication, ask_counter, select_signature, ask_counter});
  BOOST_TEST(gate.admit(select_application));
}

BOOST_AUTO_TEST_CASE(each_allowed_command_passes_only_where_it_belongs) {
  for (const Bytes& command : all_allowed) check_everywhere(command);
}

BOOST_AUTO_TEST_CASE(every_mutation_of_an_allowed_command_is_refused_everywhere) {
  std::size_t tried = 0;
  for (const Bytes& command : all_allowed) {
    for (const Bytes& mutation : mutations_of(command)) {
      if (!contains(all_allowed, mutation)) {
        check_everywhere(mutation);
        ++tried;
      }
    }
  }
  BOOST_TEST(tried > 15000U);
}

BOOST_AUTO_TEST_CASE(no_other_instruction_passes_in_any_form) {
  const std::vector<std::string> forms = {"",
                                          "00",
                                          "0000",
                                          "000000",
                                          "00000000",
                                          "008000",
                                          "00800431323334",
                                          "020C020018",
                                          "040C0AD392F000260100000001",
                                          "000020",
                                          "0080",
                                          "00000400112233",
                                          "00000000FF"};
  for (int cla : {0x00, 0x04, 0x0C, 0x10, 0x80, 0x90, 0xA0, 0xFF}) {
    for (int ins = 0; ins < 256; ++ins) {
      for (const std::string& form : forms) {
        Bytes command = {static_cast<std::uint8_t>(cla), static_cast<std::uint8_t>(ins)};
        Bytes rest = bytes(form);
        command.insert(command.end(), rest.begin(), rest.end());
        check_everywhere(command);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(what_could_harm_or_identify_is_refused_everywhere) {
  const std::vector<std::string> harmful = {
      "0020008004"
      "31323334",      // VERIFY with a PIN
      "0020008000",    // with an empty Lc
      "002000800100",  // with one byte
      "0020008100",
      "00200081",
      "00200000",  // other references
      "0024008008"
      "3132333435363738",  // CHANGE REFERENCE DATA
      "002C0080",          // RESET RETRY COUNTER
      "802A0080"
      "0331323300",  // signature
      "00A4020C020017",
      "00A4020C02001A",  // keys
      "00A4020C02000A",
      "00A4020C020001",  // personal certificates
      "00A4020C02000B",
      "00A4020C020002",                  // CA certificates
      "00A4040C0AD3921000310001010100",  // common application
      "00A4040C0AD3921000310001010401",  // resident register
      "00A4040C0AD3921000310001010408",  // card face, input
      "00A4040C0AD3921000310001010402",  // card face, view
      "00A4040C00",                      // default application
      "FFCA000000",
      "FFCA010000",  // UID
      "00B0000000",
      "00B0000021",
      "00B0000120",
      "00B00000A0",
      "00B0860020",
      "00C0000020",
      "00CA000000",
      "00840000"
      "08",
      "0088000000",
      "00D6000001FF",
      "00E0000000",
      ""};
  for (const std::string& command : harmful) check_everywhere(bytes(command));
}

BOOST_AUTO_TEST_CASE(a_card_without_the_application_is_asked_nothing_more) {
  for (std::string_view status : {"6A82", "6D00", "6283", "", "90", "9001"}) {
    CardGate gate;
    BOOST_TEST(gate.admit(select_application));
    gate.answered(bytes(status));
    for (const Bytes& command : all_allowed) {
      CardGate here = gate;
      BOOST_TEST(here.admit(command) == (command == select_application));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_selection_that_failed_cannot_be_used) {
  for (const auto& [selection, use] :
       {std::pair{select_token, read_token}, std::pair{select_list, read_list},
        std::pair{select_authentication, ask_counter}, std::pair{select_signature, ask_counter}}) {
    CardGate gate = gate_after({select_application});
    BOOST_TEST(gate.admit(selection));
    gate.answered(bytes("6A82"));
    BOOST_TEST(!gate.admit(use));
  }
}

BOOST_AUTO_TEST_CASE(the_counter_is_asked_once_a_selection) {
  CardGate gate = gate_after({select_application, select_authentication});
  BOOST_TEST(gate.admit(ask_counter));
  gate.answered(bytes("63C3"));
  BOOST_TEST(!gate.admit(ask_counter));
}

BOOST_AUTO_TEST_CASE(after_a_reset_only_step_one_is_possible) {
  for (const Point& point : all_points()) {
    CardGate gate = gate_after(point.path);
    gate.restart();
    for (const Bytes& command : all_allowed) {
      CardGate here = gate;
      BOOST_TEST(here.admit(command) == (command == select_application));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_refused_command_sends_the_conversation_back_to_step_one) {
  CardGate gate = gate_after({select_application, select_authentication});
  BOOST_TEST(!gate.admit(bytes("002000800431323334")));
  BOOST_TEST(!gate.admit(ask_counter));
  BOOST_TEST(gate.admit(select_application));
}

BOOST_AUTO_TEST_CASE(a_command_without_an_answer_leads_nowhere) {
  CardGate gate = gate_after({select_application});
  BOOST_TEST(gate.admit(select_token));
  BOOST_TEST(!gate.admit(read_token));
}

BOOST_AUTO_TEST_SUITE_END()
