// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <sstream>

#include <boost/test/unit_test.hpp>

#include "wizard/cli/invocation.h"

using namespace onshi;
using Command = Invocation::Command;

namespace {

const Words& words() {
  static const auto loaded = Words::load(std::string(ONSHI_SOURCE_DIR) + "/assets");
  BOOST_REQUIRE(loaded.has_value());
  return *loaded;
}

std::expected<Invocation, WrongUsage> parse(const std::string& line, Language language = Language::english) {
  std::vector<std::string> parts{"onshi"};
  std::istringstream stream(line);
  for (std::string part; stream >> part;) parts.push_back(part);
  std::vector<const char*> argv;
  for (const std::string& part : parts) argv.push_back(part.c_str());
  return parse_command_line(static_cast<int>(argv.size()), argv.data(), words(), language);
}

/// The option parser's own words in a Japanese sentence.
bool has_english(const std::string& text) {
  const char* words[] = {"required", "expected", "argument", "missing",
                         "not in",   "Value",    "range",    "convert"};
  return std::ranges::any_of(words, [&](const char* word) { return text.find(word) != std::string::npos; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(invocation_tests)

BOOST_AUTO_TEST_CASE(a_certificate_is_installed_or_taken_back_and_never_both) {
  const auto install = parse("certificate a.p12 --install --applied 2026-04-01 --code-changed 2026-06-01");
  BOOST_REQUIRE(install.has_value());
  BOOST_TEST(install->install);
  BOOST_TEST(!install->undo);
  BOOST_TEST((install->applied == std::chrono::year{2026} / 4 / 1));
  BOOST_TEST((install->code_changed == std::chrono::year{2026} / 6 / 1));
  const auto undo = parse("certificate --undo");
  BOOST_REQUIRE(undo.has_value());
  BOOST_TEST(undo->undo);
  BOOST_TEST(undo->files.empty());
  for (const char* line : {"certificate", "certificate --install", "certificate a.p12 --install --undo",
                           "certificate a.p12 b.p12", "certificate a.p12 --applied yesterday",
                           "certificate a.p12 --applied 2026-02-30"}) {
    const auto wrong = parse(line, Language::japanese);
    BOOST_REQUIRE_MESSAGE(!wrong.has_value(), line);
    BOOST_TEST(!has_english(wrong.error().text), wrong.error().text);
  }
  BOOST_TEST(parse("certificate").error().text.find("FILE") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(each_command_is_known_by_its_name) {
  struct Row {
    const char* line;
    Command command;
  };
  const Row rows[] = {{"check", Command::check},
                      {"sheet a.pdf b.zip", Command::sheet},
                      {"certificate a.p12", Command::certificate},
                      {"setup --answers a.xml", Command::setup},
                      {"explain 213", Command::explain},
                      {"report --output a.html", Command::report},
                      {"prepare", Command::prepare},
                      {"prepare --kit x --answers a --output o.ics", Command::prepare},
                      {"explain 0-12", Command::explain},
                      {"explain --search himitsu", Command::explain},
                      {"decode 0413 2270", Command::not_yet},
                      {"bundle --output x", Command::not_yet},
                      {"rehearse no_link", Command::not_yet},
                      {"", Command::help},
                      {"--help", Command::help},
                      {"check --help", Command::help},
                      {"--version", Command::version}};
  for (const Row& row : rows) {
    const auto asked = parse(row.line);
    BOOST_REQUIRE_MESSAGE(asked.has_value(), row.line);
    BOOST_TEST((asked->command == row.command), row.line);
  }
}

BOOST_AUTO_TEST_CASE(what_was_given_arrives) {
  const auto asked = parse(
      "check --only line,v6,reader --budget 2.5 --format json --site s --profile p --language en "
      "--password-file w --world o --record r");
  BOOST_REQUIRE(asked.has_value());
  BOOST_TEST((asked->only == std::vector<Group>{Group::line, Group::v6, Group::reader}));
  BOOST_TEST(asked->budget.count() == 2500);
  BOOST_TEST((asked->format == Invocation::Format::json));
  BOOST_TEST(asked->site == "s");
  BOOST_TEST(asked->profile == "p");
  BOOST_TEST(asked->password_file == "w");
  BOOST_TEST(asked->world == "o");
  BOOST_TEST(asked->record == "r");
  BOOST_TEST((asked->language == Language::english));
  for (const char* line : {"explain 213", "explain ２１３"}) BOOST_TEST(parse(line)->number == 213);
  BOOST_TEST(parse("sheet a b --show-passwords")->show_passwords);
  BOOST_TEST(parse("sheet a b")->files.size() == 2U);
}

BOOST_AUTO_TEST_CASE(wrong_usage_is_one_sentence_that_names_the_word) {
  struct Row {
    const char* line;
    const char* named;
  };
  const Row rows[] = {{"check --speed 3", "--speed"},
                      {"check --only kitchen", "kitchen"},
                      {"check --format yaml", "yaml"},
                      {"check --language fr", "fr"},
                      {"check --budget fast", "fast"},
                      {"check --budget 0", "0"},
                      {"check --budget 601", "601"},
                      {"explain", "NUMBER"},
                      {"explain many", "many"},
                      {"sheet", "FILE"},
                      {"certificate", "FILE"},
                      {"certificate a b", "FILE"},
                      {"setup", "--answers"},
                      {"report", "--output"},
                      {"wash", "wash"},
                      {"check extra", "extra"},
                      {"sheet a --format prometheus", "text, json"},
                      {"explain 213 --format prometheus", "text, json"},
                      {"report --output a.html --format json", "--output"},
                      {"report --output a.html --format prometheus", ".html"},
                      {"explain 1 --show-passwords", "--show-passwords"},
                      {"check --budget", "--budget"},
                      {"check --only", "--only"},
                      {"check --site a --site b", "--site"},
                      {"sheet a --show-passwords --site", "--site"},
                      {"sheet a --show-passwords=maybe", "--show-passwords"}};
  for (const Row& row : rows) {
    for (Language language : {Language::english, Language::japanese}) {
      const auto asked = parse(row.line, language);
      BOOST_REQUIRE_MESSAGE(!asked.has_value(), row.line);
      BOOST_TEST(asked.error().text.find(row.named) != std::string::npos, asked.error().text);
    }
    BOOST_TEST(!has_english(parse(row.line, Language::japanese).error().text), row.line);
  }
}

BOOST_AUTO_TEST_CASE(an_empty_path_is_wrong_usage) {
  for (const char* option : {"--site", "--profile", "--record", "--world", "--password-file"}) {
    const char* argv[] = {"onshi", "check", option, ""};
    const auto asked = parse_command_line(4, argv, words(), Language::english);
    BOOST_REQUIRE_MESSAGE(!asked.has_value(), option);
    BOOST_TEST(asked.error().text.find(option) != std::string::npos, asked.error().text);
  }
}

BOOST_AUTO_TEST_CASE(no_option_takes_a_password) {
  for (const char* line :
       {"check --password x", "certificate a.p12 --password x", "setup --answers a --password x"}) {
    BOOST_TEST(!parse(line).has_value(), line);
  }
}

BOOST_AUTO_TEST_CASE(the_language_is_found_wherever_it_stands) {
  const char* after[] = {"onshi", "check", "--language", "en"};
  const char* joined[] = {"onshi", "--language=en", "check"};
  const char* none[] = {"onshi", "check", "--language"};
  BOOST_TEST((language_of(4, after) == Language::english));
  BOOST_TEST((language_of(3, joined) == Language::english));
  BOOST_TEST((language_of(3, none) == Language::japanese));
}

BOOST_AUTO_TEST_CASE(help_is_in_the_readers_language) {
  BOOST_TEST(parse("check --help")->help.find("only these") != std::string::npos);
  BOOST_TEST(parse("check --help", Language::japanese)->help.find("確かめる項目") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
