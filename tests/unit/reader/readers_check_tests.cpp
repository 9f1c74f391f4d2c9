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

namespace {

const UsbDevice kFaceUsb{0x1234, 0x5678, "Face", "", "1-5"};

/// The catalogue once somebody on site has confirmed the number of one model, or of all of them.
ReaderCatalogue catalogue_with_face_numbers(bool all) {
  ReaderCatalogue catalogue = test::shipped_catalogue();
  for (KnownReader& reader : catalogue.readers) {
    if (reader.kind != KnownReader::Kind::face) continue;
    const bool first = reader.id == catalogue.readers.at(0).id;
    if (first || all) reader.vendor = 0x1234;
    if (first || all) reader.products = {static_cast<std::uint16_t>(first ? 0x5678 : 0x0001)};
  }
  return catalogue;
}

const std::string kRegistry = "C:\\OQS-Auth\\ReaderInfo.ini";

ConnectionSettings registered(std::vector<std::string> sections) {
  return {.registered = std::move(sections)};
}

Finding faces(const ReaderCatalogue& catalogue, std::vector<UsbDevice> face_usb,
              const Seen<ConnectionSettings>& registry, bool general_reader) {
  test::Situation situation = test::healthy_desk();
  situation.profile.face_registry = kRegistry;
  if (registry) situation.seen.connection_settings[kRegistry].settings = *registry;
  if (!general_reader) situation.seen.readers = std::vector<ReaderState>{};
  if (!general_reader) situation.seen.usb = std::vector<UsbDevice>{};
  situation.seen.usb->insert(situation.seen.usb->end(), face_usb.begin(), face_usb.end());
  return test::of(test::check_desk(situation, catalogue), "reader.readers");
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_registered_face_reader_that_is_not_attached_is_missed) {
  const auto catalogue = catalogue_with_face_numbers(true);
  const Finding alone = faces(catalogue, {}, registered({"Reader1"}), false);
  expect(alone, Verdict::fail, 415);
  BOOST_TEST(alone.facts.value("face_registered").value() == "1");
  BOOST_TEST(alone.facts.value("face_attached").value() == "0");
  BOOST_TEST(alone.facts.value("face_sections").value() == "Reader1");
  expect(faces(catalogue, {kKeyboard}, registered({"Reader1"}), true), Verdict::attention, 415);
  expect(faces(catalogue, {kFaceUsb}, registered({"Reader1", "Reader2"}), true), Verdict::attention, 415);
}

BOOST_AUTO_TEST_CASE(an_attached_face_reader_that_is_not_registered_is_said) {
  const auto catalogue = catalogue_with_face_numbers(false);
  const Finding alone = faces(catalogue, {kFaceUsb}, registered({}), false);
  expect(alone, Verdict::fail, 416);
  BOOST_TEST(alone.facts.value("face_attached").value() == "1");
  BOOST_TEST(alone.facts.value("usb_id").value() == "1234:5678");
  expect(faces(catalogue, {kFaceUsb}, registered({}), true), Verdict::attention, 416);
}

BOOST_AUTO_TEST_CASE(without_the_registration_file_nothing_is_compared) {
  const auto catalogue = catalogue_with_face_numbers(true);
  const auto absent = std::unexpected(CannotSee{CannotSee::Why::not_here, 2, ""});
  expect(faces(catalogue, {kFaceUsb}, absent, true), Verdict::ok, 410);
  expect(faces(catalogue, {}, absent, false), Verdict::fail, 411);
}

BOOST_AUTO_TEST_CASE(as_many_registered_as_attached_is_in_order) {
  const auto catalogue = catalogue_with_face_numbers(false);
  expect(faces(catalogue, {kFaceUsb}, registered({"Reader1"}), true), Verdict::ok, 410);
  expect(faces(catalogue, {kFaceUsb}, registered({"Reader1"}), false), Verdict::unknown, 414);
}

BOOST_AUTO_TEST_CASE(a_face_reader_whose_usb_number_nobody_knows_is_not_called_missing) {
  const auto& shipped = test::shipped_catalogue();
  const Finding alone = faces(shipped, {kFaceUsb}, registered({"Reader1"}), false);
  expect(alone, Verdict::unknown, 417);
  BOOST_TEST(alone.facts.value("face_attached").value() == "not_seen");
  expect(faces(shipped, {kFaceUsb}, registered({"Reader1"}), true), Verdict::ok, 410);
  expect(faces(shipped, {}, registered({"Reader1"}), false), Verdict::fail, 415);
}

BOOST_AUTO_TEST_CASE(a_registration_file_in_an_unknown_form_says_nothing) {
  const auto catalogue = catalogue_with_face_numbers(false);
  expect(faces(catalogue, {kFaceUsb}, ConnectionSettings{.has_sections = true}, true), Verdict::ok, 410);
  expect(faces(catalogue, {kFaceUsb}, ConnectionSettings{.account_ends = {"0012"}}, true), Verdict::ok, 410);
}

BOOST_AUTO_TEST_CASE(a_card_reader_that_no_list_knows_is_named_when_nothing_drives_it) {
  const UsbDevice stranger{0xABCD, 0x0001, "Smart Reader", "", "1-7", true};
  const Finding alone = readers({}, {kKeyboard, stranger});
  expect(alone, Verdict::fail, 419);
  BOOST_TEST(alone.facts.value("product").value() == "Smart Reader");
  BOOST_TEST(alone.facts.value("usb_id").value() == "ABCD:0001");
  expect(readers({test::empty_reader(test::kSony)}, {kSonyUsb, stranger}), Verdict::attention, 419);
  expect(readers({}, {stranger, kScmUsb}), Verdict::fail, 412);  // what the list knows comes first
  expect(readers({test::empty_reader("Maker Smart Reader 00 00")}, {stranger}), Verdict::ok, 410);
  expect(readers({test::empty_reader("Maker Smart Reader 00 00")}, {stranger, kScmUsb}), Verdict::attention,
         412);
}

BOOST_AUTO_TEST_CASE(an_older_list_beside_the_program_is_left_aside_and_said) {
  ReaderCatalogue catalogue = test::shipped_catalogue();
  catalogue.older = OlderCatalogue{"/site/readers.xml", "2025-01-01"};
  const Finding finding = test::of(test::check_desk(test::healthy_desk(), catalogue), "reader.readers");
  expect(finding, Verdict::attention, 427);
  BOOST_TEST(finding.facts.value("file").value() == "/site/readers.xml");
  BOOST_TEST(finding.facts.value("older_version").value() == "2025-01-01");
  BOOST_TEST(finding.facts.value("reader_list").value() == catalogue.version);
}

BOOST_AUTO_TEST_CASE(which_list_was_used_is_a_fact) {
  const Finding shipped = readers({test::empty_reader(test::kSony)}, {kSonyUsb});
  BOOST_TEST(shipped.facts.value("reader_list").value() == test::shipped_catalogue().version);
  BOOST_TEST(!shipped.facts.value("reader_list_file"));
  ReaderCatalogue catalogue = test::shipped_catalogue();
  catalogue.file = "/site/readers.xml";
  catalogue.beside_shipped = true;
  const Finding beside = test::of(test::check_desk(test::healthy_desk(), catalogue), "reader.readers");
  expect(beside, Verdict::ok, 410);
  BOOST_TEST(beside.facts.value("reader_list_file").value() == "/site/readers.xml");
}

BOOST_AUTO_TEST_CASE(a_faulty_list_of_readers_is_said_and_the_shipped_one_used) {
  ReaderCatalogue catalogue = test::shipped_catalogue();
  catalogue.fault =
      FileFault{FileFault::What::bad_value, "/site/readers.xml", 7, "kind", "round", {"face", "contact"}};
  test::Situation situation = test::healthy_desk();
  const Run run = test::check_desk(situation, catalogue);
  const Finding& finding = test::of(run, "reader.readers");
  expect(finding, Verdict::attention, 418);
  BOOST_TEST(finding.facts.value("file").value() == "/site/readers.xml");
  BOOST_TEST(finding.facts.value("file_line").value() == "7");
  BOOST_TEST(finding.facts.value("fault_key").value() == "kind");
  BOOST_TEST(finding.facts.value("fault_value").value() == "round");
  BOOST_TEST(finding.facts.value("allowed_values").value() == "face, contact");
  BOOST_TEST((test::of(run, "reader.card").verdict == Verdict::ok));
  situation.seen.readers = std::vector<ReaderState>{};
  situation.seen.usb = std::vector<UsbDevice>{};
  expect(test::of(test::check_desk(situation, catalogue), "reader.readers"), Verdict::fail, 418);
}

BOOST_AUTO_TEST_SUITE_END()
