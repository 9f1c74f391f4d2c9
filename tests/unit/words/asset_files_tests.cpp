// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>

#include <boost/test/unit_test.hpp>

#include "wizard/words/asset_files.h"

using namespace onshi;
namespace fs = std::filesystem;

namespace {

// A folder of its own for each case, gone with it.
struct Folder {
  fs::path path = fs::temp_directory_path() / fs::path("onshi-words-" + std::to_string(std::rand()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void write(const std::string& name, const std::string& text) const { std::ofstream(path / name) << text; }
};

const std::string kCause = R"(<finding number="213" name="x" kind="cause" question="210" who="clinic">
<ja><title>た</title><meaning>い</meaning><clinic><do>す</do></clinic><engineer><do>す</do></engineer><say>213番</say></ja>
<en><title>t</title><meaning>m</meaning><clinic><do>d</do></clinic><engineer><do>d</do></engineer><say>213</say></en>
</finding>)";

std::string without(std::string text, const std::string& part) {
  const auto at = text.find(part);
  BOOST_REQUIRE(at != std::string::npos);
  return text.erase(at, part.size());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(asset_files_tests)

BOOST_AUTO_TEST_CASE(a_whole_cause_is_read) {
  Folder folder;
  folder.write("213.xml", kCause);
  const auto catalogue = load_catalogue(folder.path);
  BOOST_REQUIRE(catalogue.has_value());
  const CatalogueEntry& entry = catalogue->at(213);
  BOOST_TEST(entry.question == 210);
  BOOST_TEST(entry.who == "clinic");
  BOOST_TEST(entry.english.clinic.size() == 1U);
  BOOST_TEST(entry.in(Language::japanese).say == "213番");
}

BOOST_AUTO_TEST_CASE(a_part_that_is_missing_is_named_with_its_file) {
  for (const std::string part : {"<title>t</title>", "<meaning>m</meaning>", "<say>213</say>",
                                 "<clinic><do>d</do></clinic>", "<engineer><do>d</do></engineer>"}) {
    Folder folder;
    folder.write("213.xml", without(kCause, part));
    const auto catalogue = load_catalogue(folder.path);
    BOOST_REQUIRE_MESSAGE(!catalogue.has_value(), part);
    BOOST_TEST((catalogue.error().what == FileFault::What::missing_key));
    BOOST_TEST(part.find(catalogue.error().key) == 1U);
    BOOST_TEST(catalogue.error().file.filename() == "213.xml");
    BOOST_TEST(catalogue.error().line == 3);
  }
}

BOOST_AUTO_TEST_CASE(a_number_that_is_not_the_files_name_is_refused) {
  Folder folder;
  folder.write("214.xml", kCause);
  const auto catalogue = load_catalogue(folder.path);
  BOOST_REQUIRE(!catalogue.has_value());
  BOOST_TEST((catalogue.error().what == FileFault::What::bad_value));
  BOOST_TEST(catalogue.error().allowed.front() == "214");
}

BOOST_AUTO_TEST_CASE(a_text_needs_both_languages_and_its_own_id) {
  struct Row {
    const char* texts;
    const char* key;
  };
  const Row rows[] = {
      {R"(<texts><text id="a"><ja>あ</ja></text></texts>)", "en"},
      {R"(<texts><text id="a"><en>a</en></text></texts>)", "ja"},
      {R"(<texts><text><ja>あ</ja><en>a</en></text></texts>)", "id"},
      {R"(<texts><text id="a"><ja>あ</ja><en>a</en></text><text id="a"><ja>い</ja><en>i</en></text></texts>)",
       "id"}};
  for (const Row& row : rows) {
    Folder folder;
    folder.write("one.xml", row.texts);
    const auto texts = load_texts(folder.path);
    BOOST_REQUIRE_MESSAGE(!texts.has_value(), row.texts);
    BOOST_TEST(texts.error().key == row.key);
  }
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_said_to_be_missing) {
  const auto texts = load_texts("/nowhere/at/all");
  BOOST_REQUIRE(!texts.has_value());
  BOOST_TEST((texts.error().what == FileFault::What::missing));
}

BOOST_AUTO_TEST_SUITE_END()
