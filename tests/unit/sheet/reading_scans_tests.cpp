// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include "probes/sheet/document_sheets.h"
#include "probes/sheet/reader_protocol.h"
#include "tests/unit/sheet/reading.h"
#include "tests/unit/sheet/zip_file.h"

namespace onshi {
namespace {

using test::Packed;
using test::pdf_bytes;
using test::plenty;
using test::zip_of;
using What = SheetFault::What;

const std::string kPicture = "\x89PNG\r\n\x1A\n";

struct Recognised {
  std::string environment = "本番環境";
  std::string code = "0110113719";
  int pages_left_out = 0;
};

/// What the picture reader says of a scan of one sheet.
std::string lines_of(const Recognised& scan) {
  std::string lines = "onshi-sheet-words 1\npage 1 595.00 842.00\n";
  int top = 60;
  const auto word = [&](int left, const std::string& text) {
    lines += fmt::format("word {} {} {} {} picture {}\n", left, top, left + 90, top + 11,
                         reader_protocol::escaped(text));
  };
  for (const auto& [label, value] : {std::pair<std::string, std::string>{"利用環境", scan.environment},
                                     {"医療機関等コード", scan.code},
                                     {"医療機関等名", "架空医院"},
                                     {"ユーザID", "SCANM1"},
                                     {"ユーザID", "SCANR1"}}) {
    word(60, label);
    word(230, value);
    top += 30;
  }
  if (scan.pages_left_out > 0) lines += fmt::format("more {}\n", scan.pages_left_out);
  return lines + "end\n";
}

const std::string kNoSheet =
    "onshi-sheet-words 1\npage 1 595.00 842.00\nword 60 60 150 71 picture logo\nend\n";

/// The real small program for ZIP and PDF; pictures are recognised as this list says, one after the other.
class Recognising : public Programs {
 public:
  explicit Recognising(std::vector<std::string> answers) : answers_(std::move(answers)) {}
  Seen<ProgramResult> run(const ProgramTask& task, const Limit& limit) override {
    if (task.program.filename() != "onshi-picture-reader") return real_->run(task, limit);
    const std::string& answer = answers_.at(std::min(asked++, answers_.size() - 1));
    return ProgramResult{ProgramResult::End::exited, 0, answer};
  }
  std::size_t asked = 0;

 private:
  std::vector<std::string> answers_;
  std::shared_ptr<Programs> real_ = system_programs();
};

SheetReading read(Recognising& programs, const std::string& name, std::string bytes) {
  return read_sheets(programs, SheetInput{name, std::move(bytes)}, plenty(), SHEET_READER);
}

std::vector<What> faults_of(const SheetReading& reading) {
  std::vector<What> faults;
  for (const SheetFault& fault : reading.faults) faults.push_back(fault.what);
  return faults;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reading_scans_tests)

BOOST_AUTO_TEST_CASE(pages_of_a_scan_that_were_not_looked_at_are_said) {
  Recognising programs({lines_of({.pages_left_out = 1})});
  const SheetReading reading = read(programs, "scan.tif", kPicture);
  BOOST_TEST(reading.sheets.size() == 1U);
  BOOST_TEST((faults_of(reading) == std::vector{What::pages_left_out}));
  const Finding said = findings_of(reading).back();
  BOOST_TEST(static_cast<int>(said.number) == 537);
  BOOST_TEST((said.verdict == Verdict::attention));
  BOOST_TEST(said.facts.value("pages_left_out").value() == "1");
}

BOOST_AUTO_TEST_CASE(with_both_sheets_in_hand_nothing_is_said_of_other_pages) {
  Recognising programs({lines_of({.pages_left_out = 3}), lines_of({.environment = "接続検証環境"})});
  const std::vector<SheetInput> inputs{{"a.tif", kPicture}, {"b.tif", kPicture}};
  const SheetReading reading = read_sheets(programs, inputs, plenty(), SHEET_READER);
  BOOST_TEST(reading.sheets.size() == 2U);
  BOOST_TEST(reading.faults.empty());
}

BOOST_AUTO_TEST_CASE(pictures_after_the_sixth_of_a_zip_are_said) {
  Recognising programs({kNoSheet});
  const std::vector<Packed> pictures(9, Packed{"scan.png", kPicture});
  const SheetReading reading = read(programs, "scans.zip", zip_of(pictures));
  BOOST_TEST(programs.asked == 6U);
  const Finding said = findings_of(reading).back();
  BOOST_TEST(static_cast<int>(said.number) == 538);
  BOOST_TEST(said.facts.value("pictures_left_out").value() == "3");
  BOOST_TEST(said.facts.value("file").value() == "scans.zip");
}

BOOST_AUTO_TEST_CASE(once_both_sheets_are_found_other_pictures_do_not_matter) {
  Recognising programs({lines_of({}), lines_of({.environment = "接続検証環境"}), kNoSheet});
  const std::vector<Packed> pictures(9, Packed{"scan.png", kPicture});
  const SheetReading reading = read(programs, "scans.zip", zip_of(pictures));
  BOOST_TEST(programs.asked == 2U);
  BOOST_TEST(reading.sheets.size() == 2U);
  BOOST_TEST(reading.faults.empty());
}

BOOST_AUTO_TEST_CASE(a_scan_of_a_sheet_that_is_there_as_pdf_is_no_second_sheet) {
  const SheetReading pdf = test::read_pdf("production.pdf");
  BOOST_TEST_REQUIRE(pdf.sheets.size() == 1U);
  const MasterAccountSheet& printed = pdf.sheets.front().sheet;
  Recognising programs({lines_of({.code = printed.institution_code}),
                        lines_of({.environment = "接続検証環境", .code = printed.institution_code})});
  const SheetReading reading =
      read(programs, "notices.zip",
           zip_of({{"a.pdf", pdf_bytes("production.pdf")}, {"b.png", kPicture}, {"c.png", kPicture}}));
  BOOST_TEST_REQUIRE(reading.sheets.size() == 2U);
  BOOST_TEST(reading.sheets[0].sheet.file == "notices.zip/a.pdf");
  BOOST_TEST(reading.sheets[0].sheet.master_user_id == printed.master_user_id);
  BOOST_TEST(reading.sheets[0].sheet.unconfirmed.empty());
  BOOST_TEST((reading.sheets[1].sheet.environment == Environment::verification));
  BOOST_TEST(reading.faults.empty());
}

BOOST_AUTO_TEST_CASE(a_scan_gives_what_the_pdf_does_not_say_for_a_person_to_confirm) {
  SheetReading reading;
  const auto add = [&](std::optional<Environment> environment, const std::string& code, const std::string& id,
                       std::set<SheetEntry> unconfirmed) {
    MasterAccountSheet sheet;
    sheet.environment = environment;
    sheet.institution_code = code;
    sheet.master_user_id = id;
    sheet.unconfirmed = std::move(unconfirmed);
    reading.sheets.push_back({std::move(sheet), {}});
  };
  const std::set<SheetEntry> all{SheetEntry::environment, SheetEntry::institution_code,
                                 SheetEntry::master_user_id};
  add(Environment::production, "0110113719", "", {});
  add(Environment::production, "0110113719", "SCANM1", all);
  add(Environment::production, "1319999129", "OTHER1", all);  // another institution's stays its own
  add(std::nullopt, "0110113719", "NOBODY", {SheetEntry::institution_code, SheetEntry::master_user_id});
  merge_scans(reading);
  BOOST_TEST_REQUIRE(reading.sheets.size() == 3U);
  BOOST_TEST(reading.sheets[0].sheet.master_user_id == "SCANM1");
  BOOST_TEST((reading.sheets[0].sheet.unconfirmed == std::set{SheetEntry::master_user_id}));
  BOOST_TEST(reading.sheets[1].sheet.master_user_id == "OTHER1");
  BOOST_TEST(reading.sheets[2].sheet.master_user_id == "NOBODY");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
