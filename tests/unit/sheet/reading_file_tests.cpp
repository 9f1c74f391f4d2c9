// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/sheet/reading.h"
#include "tests/unit/support/practice.h"

namespace onshi {
namespace {

using test::only_fault_of;
using test::pdf_bytes;
using test::plenty;
using test::read_bytes;
using What = SheetFault::What;
using End = ProgramResult::End;

/// Answers every task with one result, and remembers the task.
class OneAnswer : public Programs {
 public:
  explicit OneAnswer(Seen<ProgramResult> answer) : answer_(std::move(answer)) {}
  Seen<ProgramResult> run(const ProgramTask& task, const Limit&) override {
    seen = task;
    return answer_;
  }
  ProgramTask seen;

 private:
  Seen<ProgramResult> answer_;
};

What fault_after(Seen<ProgramResult> answer) {
  OneAnswer programs(std::move(answer));
  const auto fault =
      only_fault_of(read_sheets(programs, SheetInput{"a.pdf", "%PDF-1.4"}, plenty(), "reader"));
  BOOST_TEST_REQUIRE(fault.has_value());
  return fault->what;
}

Seen<ProgramResult> cannot(CannotSee::Why why) { return std::unexpected(CannotSee{why, 0, {}}); }

}  // namespace

BOOST_AUTO_TEST_SUITE(reading_file_tests)

BOOST_AUTO_TEST_CASE(a_file_is_known_by_its_bytes_and_not_by_its_name) {
  BOOST_TEST(read_bytes("sheet.txt", pdf_bytes("production.pdf")).sheets.size() == 1);
  BOOST_TEST((only_fault_of(read_bytes("sheet.pdf", "just a note"))->what == What::unknown_kind));
  BOOST_TEST((only_fault_of(read_bytes("sheet.pdf", ""))->what == What::empty));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_too_large_is_never_handed_to_the_small_program) {
  OneAnswer programs(ProgramResult{});
  const SheetInput large{"a.pdf", "%PDF-1.4" + std::string(kLargestSheetFile, ' ')};
  BOOST_TEST((only_fault_of(read_sheets(programs, large, plenty(), "reader"))->what == What::too_large));
  BOOST_TEST(programs.seen.program.empty());
}

BOOST_AUTO_TEST_CASE(several_files_are_read_in_their_order) {
  const std::vector<SheetInput> inputs{{"a.pdf", pdf_bytes("cairo.pdf")},
                                       {"b.pdf", pdf_bytes("letter.pdf")},
                                       {"c.pdf", pdf_bytes("production.pdf")}};
  const SheetReading reading = read_sheets(*system_programs(), inputs, plenty(), SHEET_READER);
  BOOST_TEST_REQUIRE(reading.sheets.size() == 2);
  BOOST_TEST(reading.sheets[0].sheet.file == "a.pdf");
  BOOST_TEST(reading.sheets[1].sheet.file == "c.pdf");
  BOOST_TEST_REQUIRE(reading.faults.size() == 1);
  BOOST_TEST(reading.faults[0].file == "b.pdf");
}

BOOST_AUTO_TEST_CASE(each_way_in_which_the_small_program_can_fail_is_told_apart) {
  BOOST_TEST((fault_after(cannot(CannotSee::Why::not_here)) == What::reader_missing));
  BOOST_TEST((fault_after(cannot(CannotSee::Why::refused)) == What::reader_missing));
  BOOST_TEST((fault_after(cannot(CannotSee::Why::not_supported)) == What::reader_missing));
  BOOST_TEST((fault_after(cannot(CannotSee::Why::timeout)) == What::reader_too_slow));
  BOOST_TEST((fault_after(cannot(CannotSee::Why::cancelled)) == What::cancelled));
  BOOST_TEST((fault_after(cannot(CannotSee::Why::failed)) == What::reader_failed));
  BOOST_TEST((fault_after(ProgramResult{End::too_long, 9, {}}) == What::reader_too_slow));
  BOOST_TEST((fault_after(ProgramResult{End::killed, 31, {}}) == What::reader_failed));
  BOOST_TEST((fault_after(ProgramResult{End::exited, 3, {}}) == What::reader_failed));
  BOOST_TEST((fault_after(ProgramResult{End::too_much_output, 9, {}}) == What::reader_failed));
  BOOST_TEST((fault_after(ProgramResult{End::exited, 0, "hello\n"}) == What::reader_nonsense));
  BOOST_TEST((fault_after(ProgramResult{End::exited, 0, {}}) == What::reader_nonsense));
}

BOOST_AUTO_TEST_CASE(a_missing_small_program_is_said_by_the_real_world_too) {
  const SheetReading reading = read_sheets(
      *system_programs(), SheetInput{"a.pdf", pdf_bytes("production.pdf")}, plenty(), "/nowhere/reader");
  BOOST_TEST((only_fault_of(reading)->what == What::reader_missing));
}

BOOST_AUTO_TEST_CASE(a_terminal_that_cannot_recognise_characters_says_what_to_install_or_type) {
  const std::string scan = "\x89PNG\r\n\x1A\n";
  const SheetReading reading =
      read_sheets(*system_programs(), SheetInput{"scan.png", scan}, plenty(), "/nowhere/onshi-sheet-reader");
  BOOST_TEST((only_fault_of(reading)->what == What::recognition_missing));
  for (const int status : {7, 127}) {  // no data for Japanese; no library
    OneAnswer programs(ProgramResult{End::exited, status, {}});
    const auto fault = only_fault_of(read_sheets(programs, SheetInput{"scan.png", scan}, plenty(), "reader"));
    BOOST_TEST((fault->what == What::recognition_missing), status);
    BOOST_TEST(programs.seen.program == "onshi-picture-reader");
  }
}

BOOST_AUTO_TEST_CASE(a_person_who_stops_gets_an_answer_at_once) {
  std::stop_source stop;
  stop.request_stop();
  const Limit stopped = Limit::of(std::chrono::seconds{20}, stop.get_token());
  const SheetReading reading = read_sheets(
      *system_programs(), SheetInput{"a.pdf", pdf_bytes("production.pdf")}, stopped, SHEET_READER);
  BOOST_TEST((only_fault_of(reading)->what == What::cancelled));
}

BOOST_AUTO_TEST_CASE(files_are_loaded_from_disk_under_their_own_name) {
  const test::ScratchFolder folder;
  const auto loaded = load_sheet_file(folder.write("通知.pdf", "%PDF-1.4"));
  BOOST_TEST_REQUIRE(loaded.has_value());
  BOOST_TEST(loaded->file == "通知.pdf");
  BOOST_TEST(loaded->bytes == "%PDF-1.4");
}

BOOST_AUTO_TEST_CASE(files_that_cannot_be_loaded_say_why) {
  const test::ScratchFolder folder;
  const auto missing = load_sheet_file(folder.path() / "none.pdf");
  BOOST_TEST_REQUIRE(!missing.has_value());
  BOOST_TEST((missing.error().what == What::unreadable));
  BOOST_TEST(missing.error().file == "none.pdf");
  BOOST_TEST((load_sheet_file(folder.path()).error().what == What::unreadable));
  const auto large = load_sheet_file(folder.write("large.pdf", std::string(kLargestSheetFile + 1, ' ')));
  BOOST_TEST((large.error().what == What::too_large));
}

BOOST_AUTO_TEST_CASE(what_was_read_becomes_rows_without_ids_or_passwords) {
  const SheetReading reading = read_bytes("production.pdf", pdf_bytes("production.pdf"));
  const auto findings = findings_of(reading);
  BOOST_TEST_REQUIRE(findings.size() == 1);
  BOOST_TEST((findings[0].verdict == Verdict::ok));
  BOOST_TEST(findings[0].subject == "production.pdf");
  BOOST_TEST(findings[0].facts.value("environment").value_or("") == "production");
  for (const Fact& fact : findings[0].facts.all()) {
    BOOST_TEST(fact.value.find("aB3$") == std::string::npos);
    BOOST_TEST(fact.value.find("M0110113719A") == std::string::npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
