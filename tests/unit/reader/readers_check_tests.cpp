// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/reader/desk.h"

BOOST_AUTO_TEST_SUITE(readers_check_tests)

using namespace onshi;

namespace {

const UsbDevice kKeyboard{0x046D, 0xC31C, "Keyboard", "", "1-3"};
const UsbDevice kSonyUsb{0x054C, 0x0DC9, "FeliCa Port/PaSoRi 4.0", "0123456", "1-1"};
const UsbDevice kScmUsb{0x04E6, 0x511F, "SCR3310", "ABC", "1-2"};
const UsbDevice kAcr122{0x072F, 0x2200, "ACR122U PICC Interface", "", "1-4"};

Finding readers(std::vector<ReaderState> offered, std::vector<UsbDevice> usb) {
  test::Situation situation = test::healthy_desk();
  situation.seen.readers = std::move(offered);
  situation.seen.usb = std::move(usb);
  return test::of(test::check_desk(situation), "reader.readers");
}

void expect(const Finding& finding, Verdict verdict, int number) {
  BOOST_TEST((finding.verdict == verdict), name_of(finding.verdict));
  BOOST_TEST(static_cast<int>(finding.number) == number);
}

}  // namespace

BOOST_AUTO_TEST_CASE(all_readers_are_listed) {
  const Finding finding =
      readers({test::empty_reader(test::kSony), test::empty_reader(test::kScm)}, {kSonyUsb, kScmUsb});
  expect(finding, Verdict::ok, 410);
  BOOST_TEST(finding.facts.value("reader_count").value() == "2");
  BOOST_TEST(finding.facts.value("readers").value() == test::kSony + " / " + test::kScm);
}

BOOST_AUTO_TEST_CASE(nothing_on_usb_is_no_reader) { expect(readers({}, {kKeyboard}), Verdict::fail, 411); }

BOOST_AUTO_TEST_CASE(no_reader_is_said_also_when_usb_cannot_be_seen) {
  test::Situation situation = test::healthy_desk();
  situation.seen.readers = std::vector<ReaderState>{};
  situation.seen.usb = std::unexpected(CannotSee{CannotSee::Why::refused, 13, ""});
  const Finding finding = test::of(test::check_desk(situation), "reader.readers");
  expect(finding, Verdict::fail, 411);
  BOOST_TEST(finding.facts.value("usb").value() == "not_seen");
}

BOOST_AUTO_TEST_CASE(a_known_reader_on_usb_alone_lacks_its_driver) {
  const Finding finding = readers({}, {kKeyboard, kScmUsb});
  expect(finding, Verdict::fail, 412);
  BOOST_TEST(finding.facts.value("product").value() == "SCM SCR3310");
  BOOST_TEST(finding.facts.value("usb_id").value() == "04E6:511F");
}

BOOST_AUTO_TEST_CASE(one_of_two_readers_without_driver_leaves_the_other_usable) {
  const Finding finding = readers({test::reader_with_card(test::kSony)}, {kSonyUsb, kScmUsb});
  expect(finding, Verdict::attention, 412);
  BOOST_TEST(finding.facts.value("product").value() == "SCM SCR3310");
}

BOOST_AUTO_TEST_CASE(a_reader_under_another_name_is_not_called_driverless) {
  expect(readers({test::empty_reader("Some Vendor Name 0")}, {kScmUsb}), Verdict::ok, 410);
}

BOOST_AUTO_TEST_CASE(an_unsupported_reader_is_found_by_its_usb_number_and_by_its_name) {
  expect(readers({test::empty_reader("Reader 0")}, {kAcr122}), Verdict::attention, 413);
  const Finding finding = readers({test::empty_reader("ACS ACR122U PICC Interface 00 00")}, {});
  expect(finding, Verdict::attention, 413);
  BOOST_TEST(finding.facts.value("product").value() == "ACS ACR122U");
}

BOOST_AUTO_TEST_CASE(virtual_readers_do_not_count) {
  expect(readers({test::reader_with_card("Microsoft Virtual Smart Card 0"),
                  test::empty_reader("Windows Hello 1")},
                 {kKeyboard}),
         Verdict::fail, 411);
}

BOOST_AUTO_TEST_CASE(the_first_reader_is_not_taken_blindly) {
  test::Situation situation = test::healthy_desk();
  situation.seen.readers = std::vector{test::reader_with_card("Microsoft Virtual Smart Card 0"),
                                       test::reader_with_card(test::kSony)};
  const Run run = test::check_desk(situation);
  BOOST_TEST((run.verdict() == Verdict::ok));
  BOOST_TEST(test::of(run, "reader.card").facts.value("reader").value() == test::kSony);
}

BOOST_AUTO_TEST_CASE(a_face_reader_alone_cannot_be_tested_here) {
  ReaderCatalogue catalogue = test::shipped_catalogue();
  catalogue.readers.at(0).vendor = 0x1234;  // as somebody on site may have confirmed
  catalogue.readers.at(0).products = {0x5678};
  test::Situation situation = test::healthy_desk();
  situation.seen.readers = std::vector<ReaderState>{};
  situation.seen.usb = std::vector{UsbDevice{0x1234, 0x5678, "Face", "", "1-1"}};
  const Run run = test::check_desk(situation, catalogue);
  expect(test::of(run, "reader.readers"), Verdict::unknown, 414);
  BOOST_TEST((test::of(run, "reader.card").verdict == Verdict::not_run));
}

BOOST_AUTO_TEST_CASE(a_face_reader_beside_a_general_reader_is_normal) {
  ReaderCatalogue catalogue = test::shipped_catalogue();
  catalogue.readers.at(0).vendor = 0x1234;
  catalogue.readers.at(0).products = {0x5678};
  test::Situation situation = test::healthy_desk();
  situation.seen.usb->push_back({0x1234, 0x5678, "Face", "", "1-2"});
  BOOST_TEST((test::check_desk(situation, catalogue).verdict() == Verdict::ok));
}

BOOST_AUTO_TEST_SUITE_END()
