// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/reader/pairing.h"
#include "tests/unit/reader/desk.h"

BOOST_AUTO_TEST_SUITE(pairing_tests)

using namespace onshi;

namespace {

const UsbDevice kSonyUsb{0x054C, 0x0DC9, "FeliCa Port/PaSoRi 4.0", "0123456", "1-1"};
const UsbDevice kTwin1{0x08E6, 0x3437, "USB SmartCard Reader", "", "1-2"};
const UsbDevice kTwin2{0x08E6, 0x3437, "USB SmartCard Reader", "", "1-3"};

PairedReader identity(const std::string& name, const std::vector<UsbDevice>& devices) {
  return identity_of(name, devices, test::shipped_catalogue());
}

}  // namespace

BOOST_AUTO_TEST_CASE(name_serial_and_socket_are_what_tells_a_reader) {
  const PairedReader sony = identity(test::kSony, {kTwin1, kSonyUsb});
  BOOST_TEST(sony.name == "SONY FeliCa RC-S300/P (0123456)");
  BOOST_TEST(sony.serial == "0123456");
  BOOST_TEST(sony.usb_path == "1-1");
}

BOOST_AUTO_TEST_CASE(what_usb_does_not_say_stays_empty) {
  BOOST_TEST((identity("Invented Reader 00 00", {kSonyUsb}) == PairedReader{.name = "Invented Reader"}));
  BOOST_TEST((identity(test::kSony, {}) ==
              PairedReader{.name = "SONY FeliCa RC-S300/P (0123456)", .serial = "0123456"}));
}

BOOST_AUTO_TEST_CASE(of_two_devices_that_it_may_be_none_is_taken) {
  BOOST_TEST((identity("Gemalto PC Twin Reader 00 00", {kTwin1, kTwin2}) ==
              PairedReader{.name = "Gemalto PC Twin Reader"}));
  BOOST_TEST(identity("Gemalto PC Twin Reader 00 00", {kTwin1}).usb_path == "1-2");
}

BOOST_AUTO_TEST_CASE(the_one_in_its_socket_is_the_same_before_one_that_moved) {
  const PairedReader left{.name = "Twin", .usb_path = "1-2"};
  const PairedReader right{.name = "Twin", .usb_path = "1-3"};
  const Pairing whole = compare_readers({left, right}, {right, left});
  BOOST_TEST(whole.same.size() == 2U);
  for (const Pairing::Pair& pair : whole.same) BOOST_TEST((pair.registered == pair.attached));
  const Pairing one = compare_readers({right}, {left, right});
  BOOST_TEST(one.same.size() == 1U);
  BOOST_TEST((one.unpaired == std::vector{left}));
}

BOOST_AUTO_TEST_CASE(a_second_slot_of_a_registered_device_is_no_other_reader) {
  const PairedReader contactless{.name = "ACR1252 [PICC]", .usb_path = "1-2"};
  const PairedReader module{.name = "ACR1252 [SAM]", .usb_path = "1-2"};
  const Pairing pairing = compare_readers({contactless}, {contactless, module});
  BOOST_TEST(pairing.same.size() == 1U);
  BOOST_TEST(pairing.unpaired.empty());
}

BOOST_AUTO_TEST_CASE(a_moved_or_exchanged_reader_takes_the_place_of_its_registration) {
  const PairedReader old{.name = "Twin", .usb_path = "1-2"};
  const PairedReader moved{.name = "Twin", .usb_path = "1-4"};
  const PairedReader first{.name = "Sony (1)", .serial = "1"};
  const PairedReader second{.name = "Sony (2)", .serial = "2"};
  BOOST_TEST((registration_of(moved, {old}, {moved}) == old));
  BOOST_TEST((registration_of(second, {first}, {second}) == first));
  BOOST_TEST(!registration_of(second, {first}, {first, second}).has_value());  // both are there
  BOOST_TEST(!registration_of(moved, {old}, {old, moved}).has_value());
  BOOST_TEST(!registration_of(second, {first}, {}).has_value());  // what else is there is not known
  BOOST_TEST((registration_of(first, {first}, {}) == first));
}

BOOST_AUTO_TEST_CASE(readers_that_nothing_tells_apart_are_one_registration) {
  const PairedReader twin{.name = "Twin"};
  BOOST_TEST(compare_readers({twin}, {twin, twin}).unpaired.empty());
}

BOOST_AUTO_TEST_CASE(a_missing_and_a_new_reader_of_other_models_stay_so) {
  const Pairing pairing =
      compare_readers({{.name = "Twin", .usb_path = "1-2"}}, {{.name = "Other", .usb_path = "1-2"}});
  BOOST_TEST(pairing.missing.size() == 1U);
  BOOST_TEST(pairing.unpaired.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
