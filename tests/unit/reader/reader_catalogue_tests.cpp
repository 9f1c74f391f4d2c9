// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/reader/reader_catalogue.h"
#include "tests/unit/reader/desk.h"
#include "tests/unit/support/practice.h"

BOOST_AUTO_TEST_SUITE(reader_catalogue_tests)

using namespace onshi;
using What = FileFault::What;

namespace {

const std::string kGood =
    R"(id="a" maker="M" product="P" kind="contact" driver_list="should_work" source="code" confirmed="yes")";

std::expected<ReaderCatalogue, FileFault> load(const std::string& content) {
  test::ScratchFolder folder;
  return load_reader_catalogue(folder.write("readers.xml", content));
}

std::string with_reader(const std::string& attributes, const std::string& children = "") {
  return "<readers version=\"1\">\n<reader " + attributes + ">" + children + "</reader>\n</readers>\n";
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_shipped_catalogue_is_in_order) {
  auto catalogue = load_reader_catalogue(std::filesystem::path(ONSHI_SOURCE_DIR) / "assets/readers.xml");
  BOOST_REQUIRE(catalogue.has_value());
  BOOST_TEST(catalogue->readers.size() >= 15U);
  BOOST_TEST(!catalogue->version.empty());
}

BOOST_AUTO_TEST_CASE(no_usb_number_of_a_face_reader_is_invented) {
  for (const KnownReader& reader : test::shipped_catalogue().readers) {
    if (reader.kind != KnownReader::Kind::face) continue;
    BOOST_TEST_CONTEXT(reader.id) {
      BOOST_TEST(!reader.vendor.has_value());
      BOOST_TEST(reader.products.empty());
      BOOST_TEST(!reader.confirmed);
    }
  }
}

BOOST_AUTO_TEST_CASE(no_two_known_readers_share_a_usb_number_or_a_name) {
  const std::pair<const char*, const char*> names[]{
      {"SONY FeliCa RC-S300/P (0123456) 00 00", "sony-rc-s300"},
      {"SONY FeliCa Port/PaSoRi 4.0 0", "sony-rc-s300"},
      {"SCM Microsystems Inc. SCR 3310 (ABC) 01 00", "scm-scr3310"},
      {"NTT Communications SCR3310-NTTCom 00 00", "ntt-com-scr3310"},
      {"ACS ACR122U PICC Interface 00 00", "acs-acr122u"},
      {"ACS ACR1252 Dual Reader [ACR1252 SAM] 01 00", "acs-acr1252"}};
  const auto& catalogue = test::shipped_catalogue();
  for (const auto& [name, id] : names) {
    const KnownReader* known = catalogue.of_name(name);
    BOOST_TEST_CONTEXT(name) { BOOST_TEST((known == nullptr ? "" : known->id) == id); }
    BOOST_TEST(std::ranges::count_if(catalogue.readers,
                                     [&](const KnownReader& reader) { return reader.is_named(name); }) == 1);
  }
  for (const KnownReader& reader : catalogue.readers) {
    for (std::uint16_t product : reader.products) {
      BOOST_TEST(catalogue.of_usb({*reader.vendor, product, "", "", ""})->id == reader.id);
    }
  }
}

BOOST_AUTO_TEST_CASE(virtual_readers_are_no_readers) {
  const auto& catalogue = test::shipped_catalogue();
  BOOST_TEST(catalogue.is_no_reader("Windows Hello for Business 1"));
  BOOST_TEST(catalogue.is_no_reader("Microsoft Virtual Smart Card 0"));
  BOOST_TEST(!catalogue.is_no_reader(test::kSony));
}

BOOST_AUTO_TEST_CASE(what_is_not_known_may_be_left_out) {
  auto catalogue = load(with_reader(kGood));
  BOOST_REQUIRE(catalogue.has_value());
  const KnownReader& reader = catalogue->readers.at(0);
  BOOST_TEST(!reader.vendor.has_value());
  BOOST_TEST(!reader.is_named("anything"));
  BOOST_TEST(!reader.is({0, 0, "", "", ""}));
}

BOOST_AUTO_TEST_CASE(every_fault_names_the_line_and_the_key) {
  struct Row {
    std::string content;
    What what;
    std::string key;
    int line;
  };
  const Row table[]{
      {with_reader(kGood + " colour=\"red\""), What::unknown_key, "colour", 2},
      {with_reader(kGood, "<note/>"), What::unknown_key, "note", 2},
      {"<readers version=\"1\">\n<writer/>\n</readers>", What::unknown_key, "writer", 2},
      {"<cards version=\"1\"/>", What::unknown_key, "cards", 1},
      {"<readers/>", What::missing_key, "version", 1},
      {with_reader(R"(id="a" maker="M")"), What::missing_key, "product", 2},
      {with_reader(R"(id="a" maker="M" product="P" kind="round")"), What::bad_value, "kind", 2},
      {with_reader(kGood + R"( vid="54C" pids="0DC8")"), What::bad_value, "vid", 2},
      {with_reader(kGood + R"( vid="054C" pids="0DC8 xyz1")"), What::bad_value, "pids", 2},
      {with_reader(kGood + R"( vid="054C 054D" pids="0DC8")"), What::bad_value, "vid", 2},
      {with_reader(kGood + R"( vid="054C")"), What::missing_key, "pids", 2},
      {with_reader(kGood + R"( pids="0DC8")"), What::missing_key, "vid", 2},
      {with_reader(kGood + R"( name_regex="(")"), What::bad_value, "name_regex", 2},
      {with_reader(kGood + R"( start_order="last")"), What::bad_value, "start_order", 2},
      {with_reader(kGood + R"( valid_from="2026-13-01")"), What::bad_value, "valid_from", 2},
      {with_reader(kGood + R"( maintenance_until="soon")"), What::bad_value, "maintenance_until", 2},
      {with_reader(kGood, "<notes_ja>only one</notes_ja>"), What::missing_key, "notes_en", 2},
      {"<readers version=\"1\">\n<not_a_reader/>\n</readers>", What::missing_key, "name_regex", 2},
      {"<readers version=\"1\">\n<not_a_reader name_regex=\"[\"/>\n</readers>", What::bad_value, "name_regex",
       2},
      {"<readers version=\"1\">\n<reader " + kGood + "/>\n<reader " + kGood + "/>\n</readers>",
       What::bad_value, "id", 3},
      {"<readers version=\"1\">\n<reader\n", What::not_xml, "", 2}};
  for (const Row& row : table) {
    BOOST_TEST_CONTEXT(row.content) {
      auto catalogue = load(row.content);
      BOOST_REQUIRE(!catalogue.has_value());
      BOOST_TEST((catalogue.error().what == row.what), name_of(catalogue.error().what));
      BOOST_TEST(catalogue.error().key == row.key);
      if (row.what != What::not_xml) BOOST_TEST(catalogue.error().line == row.line);
      BOOST_TEST(catalogue.error().file.filename() == "readers.xml");
    }
  }
}

BOOST_AUTO_TEST_CASE(a_bad_value_is_told_what_is_allowed) {
  auto catalogue = load(with_reader(R"(id="a" maker="M" product="P" kind="round")"));
  BOOST_REQUIRE(!catalogue.has_value());
  BOOST_TEST(catalogue.error().value == "round");
  const std::vector<std::string> allowed{"face", "contact", "contactless", "dual", "unknown"};
  BOOST_TEST(catalogue.error().allowed == allowed, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_newer_file_in_the_first_folder_that_has_one_wins) {
  test::ScratchFolder site;
  test::ScratchFolder beside;
  test::ScratchFolder assets;
  const auto written = [](const std::string& version) { return "<readers version=\"" + version + "\"/>"; };
  const auto shipped = assets.write("readers.xml", written("shipped"));
  const auto from = [&] { return reader_catalogue_from({site.path(), beside.path()}, shipped).value(); };
  BOOST_TEST(from().version == "shipped");
  beside.write("readers.xml", written("beside"));
  BOOST_TEST(from().version == "beside");
  site.write("readers.xml", written("site"));
  BOOST_TEST(from().version == "site");
  BOOST_TEST(!from().fault.has_value());
}

BOOST_AUTO_TEST_CASE(an_older_catalogue_does_not_win_over_a_newer_one) {
  test::ScratchFolder site;
  test::ScratchFolder beside;
  test::ScratchFolder assets;
  const auto written = [](const std::string& version) { return "<readers version=\"" + version + "\"/>"; };
  const auto shipped = assets.write("readers.xml", written("2026-11-21"));
  const auto from = [&] { return reader_catalogue_from({site.path(), beside.path()}, shipped).value(); };
  const auto older = site.write("readers.xml", written("2026-09-30"));
  BOOST_TEST(from().version == "2026-11-21");
  BOOST_TEST(!from().beside_shipped);
  BOOST_TEST(from().older.value().file == older);
  BOOST_TEST(from().older.value().version == "2026-09-30");
  beside.write("readers.xml", written("2026-12-01"));
  BOOST_TEST(from().version == "2026-12-01");
  BOOST_TEST(from().beside_shipped);
  BOOST_TEST(!from().older.has_value());
  beside.write("readers.xml", written("2026-11-21"));
  BOOST_TEST(from().beside_shipped);  // of the same day somebody's own
  site.write("readers.xml", written("our own"));
  BOOST_TEST(from().version == "our own");  // nobody can tell
}

BOOST_AUTO_TEST_CASE(of_a_faulty_newer_file_the_fault_is_kept_and_the_shipped_one_used) {
  test::ScratchFolder site;
  site.write("readers.xml", with_reader(R"(id="a" maker="M" product="P" kind="round")"));
  const auto shipped = std::filesystem::path(ONSHI_SOURCE_DIR) / "assets/readers.xml";
  const auto catalogue = reader_catalogue_from({site.path()}, shipped);
  BOOST_REQUIRE(catalogue.has_value());
  BOOST_TEST(catalogue->readers.size() == test::shipped_catalogue().readers.size());
  BOOST_REQUIRE(catalogue->fault.has_value());
  BOOST_TEST((catalogue->fault->what == What::bad_value));
  BOOST_TEST(catalogue->fault->file == site.path() / "readers.xml");
  BOOST_TEST(catalogue->fault->line == 2);
  BOOST_TEST(catalogue->fault->key == "kind");
}

BOOST_AUTO_TEST_CASE(a_catalogue_that_is_not_there_is_said_to_be_missing) {
  auto catalogue = load_reader_catalogue("/nowhere/readers.xml");
  BOOST_REQUIRE(!catalogue.has_value());
  BOOST_TEST((catalogue.error().what == What::missing));
}

BOOST_AUTO_TEST_SUITE_END()
