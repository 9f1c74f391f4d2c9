// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/reader/desk.h"

BOOST_AUTO_TEST_SUITE(paired_check_tests)

using namespace onshi;

namespace {

const std::string kSonyA = "SONY FeliCa RC-S300/P (AAA)";
const std::string kSonyB = "SONY FeliCa RC-S300/P (BBB)";
const std::string kScm = "SCM Microsystems Inc. SCR 3310 (ABC)";

Finding paired(const std::vector<std::string>& confirmed, const std::vector<std::string>& present) {
  test::Situation situation = test::healthy_desk();
  for (const std::string& name : confirmed) situation.site.readers.push_back({.name = name});
  situation.seen.usb = std::vector<UsbDevice>{};
  situation.seen.readers = std::vector<ReaderState>{};
  for (const std::string& name : present)
    situation.seen.readers->push_back(test::empty_reader(name + " 00 00"));
  return test::of(test::check_desk(situation), "reader.paired");
}

void expect(const Finding& finding, Verdict verdict, int number) {
  BOOST_TEST((finding.verdict == verdict), name_of(finding.verdict));
  BOOST_TEST(static_cast<int>(finding.number) == number);
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_confirmed_reader_is_the_same_in_any_socket) {
  expect(paired({kSonyA}, {kSonyA}), Verdict::ok, 450);
  expect(paired({kScm, kSonyA}, {kSonyA, kScm}), Verdict::ok, 450);
}

BOOST_AUTO_TEST_CASE(a_name_without_serial_stands_for_one_reader_of_its_model) {
  const std::string any_sony = "SONY FeliCa RC-S300/P";
  expect(paired({any_sony}, {kSonyA}), Verdict::ok, 450);
  expect(paired({kSonyA, any_sony}, {kSonyA}), Verdict::fail, 451);
  expect(paired({any_sony}, {kSonyA, kSonyB}), Verdict::attention, 453);
  expect(paired({any_sony}, {kScm}), Verdict::fail, 451);
}

BOOST_AUTO_TEST_CASE(a_missing_reader_is_named) {
  const Finding finding = paired({kSonyA, kScm}, {kSonyA});
  expect(finding, Verdict::fail, 451);
  BOOST_TEST(finding.facts.value("paired_reader").value() == kScm);
}

BOOST_AUTO_TEST_CASE(another_reader_of_the_same_model_is_an_exchange) {
  const Finding finding = paired({kSonyA}, {kSonyB});
  expect(finding, Verdict::attention, 452);
  BOOST_TEST(finding.facts.value("paired_reader").value() == kSonyA);
  BOOST_TEST(finding.facts.value("reader").value() == kSonyB);
}

BOOST_AUTO_TEST_CASE(one_new_reader_stands_in_for_one_that_is_gone_only) {
  const std::string sony_c = "SONY FeliCa RC-S300/P (CCC)";
  const std::string sony_d = "SONY FeliCa RC-S300/P (DDD)";
  const Finding one = paired({kSonyA, kSonyB}, {sony_c});
  expect(one, Verdict::fail, 451);
  BOOST_TEST(one.facts.value("paired_reader").value() == kSonyB);
  expect(paired({kSonyA, kSonyB}, {sony_c, sony_d}), Verdict::attention, 452);
  expect(paired({kSonyA, kScm}, {sony_c}), Verdict::fail, 451);
}

BOOST_AUTO_TEST_CASE(a_second_reader_that_nobody_confirmed_is_said) {
  const Finding finding = paired({kSonyA}, {kSonyA, kSonyB});
  expect(finding, Verdict::attention, 453);
  BOOST_TEST(finding.facts.value("reader").value() == kSonyB);
}

BOOST_AUTO_TEST_CASE(a_reader_of_another_model_does_not_stand_in) {
  expect(paired({kSonyA}, {kScm}), Verdict::fail, 451);
}

BOOST_AUTO_TEST_CASE(of_two_alike_one_cannot_stand_for_both) {
  expect(paired({"Reader", "Reader"}, {"Reader"}), Verdict::fail, 451);
  expect(paired({"Reader", "Reader"}, {"Reader", "Reader"}), Verdict::ok, 450);
}

BOOST_AUTO_TEST_CASE(a_reader_without_serial_in_another_socket_may_be_another_one) {
  test::Situation situation = test::healthy_desk();
  situation.seen.readers = std::vector{test::empty_reader("Gemalto PC Twin Reader 00 00")};
  situation.seen.usb = std::vector{UsbDevice{0x08E6, 0x3437, "USB SmartCard Reader", "", "1-4"}};
  situation.site.readers = {{.name = "Gemalto PC Twin Reader", .usb_path = "1-4"}};
  expect(test::of(test::check_desk(situation), "reader.paired"), Verdict::ok, 450);
  situation.site.readers[0].usb_path = "1-2";
  const Finding finding = test::of(test::check_desk(situation), "reader.paired");
  expect(finding, Verdict::attention, 454);
  BOOST_TEST(finding.facts.value("socket_before").value() == "1-2");
  BOOST_TEST(finding.facts.value("socket_now").value() == "1-4");
}

BOOST_AUTO_TEST_CASE(the_serial_on_usb_tells_readers_of_one_name_apart) {
  const std::string windows_name = "SONY FeliCa Port/PaSoRi 4.0";
  test::Situation situation = test::healthy_desk();
  situation.seen.readers = std::vector{test::empty_reader(windows_name + " 0")};
  situation.site.readers = {{.name = windows_name, .serial = "0123456", .usb_path = "9-9"}};
  expect(test::of(test::check_desk(situation), "reader.paired"), Verdict::ok, 450);
  situation.site.readers[0].serial = "7654321";
  const Finding finding = test::of(test::check_desk(situation), "reader.paired");
  expect(finding, Verdict::attention, 452);
  BOOST_TEST(finding.facts.value("paired_reader").value() == windows_name + " (7654321)");
  BOOST_TEST(finding.facts.value("reader").value() == windows_name + " (0123456)");
}

BOOST_AUTO_TEST_CASE(before_any_reader_was_confirmed_nothing_is_compared) {
  BOOST_TEST(test::check_desk(test::healthy_desk()).of("reader.paired") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
