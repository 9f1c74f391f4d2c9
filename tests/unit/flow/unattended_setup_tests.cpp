// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/sheet/reader_protocol.h"
#include "tests/unit/flow/desk.h"
#include "tests/unit/store/disk_faults.h"
#include "tests/unit/store/file_bytes.h"
#include "wizard/flow/unattended_setup.h"

using namespace onshi;
using namespace onshi::test;
using namespace std::chrono_literals;

namespace {

std::string sheet_element(const std::string& environment, const std::string& id) {
  return "<sheet environment=\"" + environment +
         "\" institution_code=\"1319999129\" institution_name=\"架空医院\" master_user_id=\"" + id +
         "\" master_user_name=\"マスタアカウント\" reset_user_id=\"R" + id + "\"/>";
}

std::string sheets_xml(const std::string& elements) {
  return "<sheets version=\"1\">" + elements + "</sheets>";
}

const std::string both =
    sheets_xml(sheet_element("本番環境", "kakuM1") + sheet_element("接続検証環境", "kakuM2"));

const std::string whole = R"(<answers version="1">
  <institution code="1319999129" name="架空医院" terminal="受付1号機"/>
  <line type="1" customer_id="CAF0000012345" v6_option="contracted"/>
  <reader name="Invented Reader"/>
  <sheets file="sheets.xml"/>
  <certificate file="certificate.p12"/>
  <waive step="connectivity" reason="回線は明日開通します"/>
</answers>)";

struct SetupDesk : Desk {
  SetupDesk() {
    scratch.write("sheets.xml", both);
    scratch.write("certificate.p12", invented_p12("4821"));
  }
  [[nodiscard]] Answers answers(const std::string& text = whole) const {
    const auto loaded = load_answers(scratch.write("answers.xml", text));
    BOOST_REQUIRE(loaded);
    return *loaded;
  }
};

/// A picture reader that has recognised the sheet of one environment.
class RecognisesOneSheet : public Programs {
 public:
  Seen<ProgramResult> run(const ProgramTask&, const Limit&) override {
    std::string lines = "onshi-sheet-words 1\npage 1 595.00 842.00\n";
    int top = 60;
    for (const auto& [label, value] : {std::pair{"利用環境", "本番環境"},
                                       {"医療機関等コード", "1319999129"},
                                       {"医療機関等名", "架空医院"},
                                       {"ユーザID", "kakuM1"},
                                       {"パスワード", "hush-4821"},
                                       {"ユーザID", "RkakuM1"}}) {
      lines += word(60, top, label) + word(230, top, value);
      top += 30;
    }
    return ProgramResult{ProgramResult::End::exited, 0, lines + "end\n"};
  }

 private:
  static std::string word(int left, int top, const std::string& text) {
    return "word " + std::to_string(left) + " " + std::to_string(top) + " " + std::to_string(left + 90) +
           " " + std::to_string(top + 11) + " picture " + reader_protocol::escaped(text) + "\n";
  }
};

SetupOutcome set_up(Session& session, const Answers& answers, const std::string& password = "4821") {
  const Secret typed = secret(password);
  return run_setup(session, answers, &typed, {5s, {}});
}

std::vector<int> numbers_in(const std::vector<Finding>& findings) {
  std::vector<int> numbers;
  for (const Finding& finding : findings) numbers.push_back(static_cast<int>(finding.number));
  return numbers;
}

/// Nothing of a refused answers file may be left, in memory or on disk.
void check_untouched(const SetupDesk& desk, const Session& session, const SetupOutcome& outcome) {
  BOOST_CHECK(!outcome.run);
  BOOST_CHECK(session.site() == Site{});
  BOOST_CHECK(session.certificate() == nullptr);
  BOOST_CHECK(!session.has_password(Environment::production));
  BOOST_CHECK(!std::filesystem::exists(desk.folder()));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(unattended_setup_tests)

BOOST_AUTO_TEST_CASE(a_word_on_the_line_is_stored_left_alone_and_taken_back) {
  const SetupDesk desk;
  Session session = desk.session();
  const auto with = [&](const std::string& inside) {
    set_up(session, desk.answers("<answers version=\"1\">" + inside + "</answers>"));
    return desk.session().site().line_override;
  };
  const auto stated = with("<line_override kind=\"ipsec\" reason=\"契約書で確かめた\" by=\"山田\"/>");
  BOOST_REQUIRE(stated);
  BOOST_CHECK(stated->kind == LineKind::ipsec && stated->by == "山田" && stated->when == desk.seen.now);
  BOOST_CHECK(with("") == stated);
  BOOST_CHECK(!with("<line_override kind=\"none\"/>"));
}

BOOST_AUTO_TEST_CASE(good_answers_are_stored_and_every_check_is_run) {
  const SetupDesk desk;
  Session session = desk.session();
  const SetupOutcome outcome = set_up(session, desk.answers());
  BOOST_CHECK(outcome.import_faults.empty());
  BOOST_REQUIRE(outcome.run);
  BOOST_CHECK_EQUAL(outcome.run->findings.size(), session.whole_plan().checks().size());
  BOOST_CHECK(outcome.run->of("certificate.opens")->verdict == Verdict::ok);
  BOOST_CHECK(outcome.run->of("sheet.environment.production")->verdict == Verdict::ok);
  const Site stored = desk.session().site();
  BOOST_CHECK(stored == session.site());
  BOOST_CHECK_EQUAL(stored.institution.terminal, "受付1号機");
  BOOST_CHECK_EQUAL(stored.sheets.at(Environment::verification).master_user_id, "kakuM2");
  BOOST_CHECK_EQUAL(stored.certificate.value().source, "certificate.p12");
  BOOST_CHECK_EQUAL(stored.waivers.at("connectivity").reason, "回線は明日開通します");
  BOOST_CHECK(all_bytes_in(desk.folder()).find("4821") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_was_recognised_in_a_picture_is_not_accepted_without_a_person) {
  SetupDesk desk;
  desk.scratch.write("scan.png", "\x89PNG\r\n\x1A\n");
  desk.programs = std::make_shared<RecognisesOneSheet>();
  Session session = desk.session();
  const SetupOutcome outcome =
      set_up(session, desk.answers("<answers version=\"1\"><sheets file=\"scan.png\"/></answers>"));
  BOOST_REQUIRE(outcome.run);
  BOOST_CHECK(outcome.run->of("sheet.confirmed.production")->number == FindingNumber::sheet_not_confirmed);
  BOOST_CHECK(std::ranges::find(outcome.left, StepId::production_sheet) != outcome.left.end());
  BOOST_CHECK_EQUAL(duties_in(session, StepId::production_sheet), "duty.sheet.confirm");
  const MasterAccountSheet stored = desk.session().site().sheets.at(Environment::production);
  BOOST_CHECK_EQUAL(stored.unconfirmed.size(), 5);
  BOOST_CHECK(!session.has_password(Environment::production));
}

BOOST_AUTO_TEST_CASE(what_is_left_is_named_and_the_window_would_open_there) {
  const SetupDesk desk;
  Session session = desk.session();
  const SetupOutcome outcome = set_up(session, desk.answers());
  BOOST_REQUIRE(!outcome.left.empty());
  BOOST_CHECK_MESSAGE(outcome.left.front() == StepId::line, "an empty world has no line");
  BOOST_CHECK(std::ranges::find(outcome.left, StepId::connectivity) == outcome.left.end());
  BOOST_CHECK(desk.session().current() == StepId::line);
}

BOOST_AUTO_TEST_CASE(a_wrong_certificate_password_stores_nothing) {
  const SetupDesk desk;
  Session session = desk.session();
  const SetupOutcome outcome = set_up(session, desk.answers(), "4812");
  BOOST_CHECK(numbers_in(outcome.import_faults) == std::vector<int>{609});
  check_untouched(desk, session, outcome);
}

BOOST_AUTO_TEST_CASE(a_certificate_that_cannot_be_read_is_not_called_empty) {
  const SetupDesk desk;
  desk.scratch.write("empty.p12", "");
  const std::string unreadable = "/proc/self/mem";  // an ordinary file whose first byte nobody can read
  for (const auto& [file, number] : {std::pair<std::string, int>{unreadable, 617}, {"empty.p12", 603}}) {
    Session session = desk.session();
    const SetupOutcome outcome = set_up(
        session, desk.answers("<answers version=\"1\"><certificate file=\"" + file + "\"/></answers>"));
    BOOST_CHECK(numbers_in(outcome.import_faults) == std::vector<int>{number});
    check_untouched(desk, session, outcome);
  }
}

BOOST_AUTO_TEST_CASE(no_certificate_password_stores_nothing) {
  const SetupDesk desk;
  Session session = desk.session();
  const SetupOutcome outcome = run_setup(session, desk.answers(), nullptr, {5s, {}});
  BOOST_CHECK(numbers_in(outcome.import_faults) == std::vector<int>{602});
  check_untouched(desk, session, outcome);
}

BOOST_AUTO_TEST_CASE(a_certificate_without_a_password_needs_none) {
  const SetupDesk desk;
  desk.scratch.write("certificate.p12", invented_p12(""));
  Session session = desk.session();
  const SetupOutcome outcome = run_setup(session, desk.answers(), nullptr, {5s, {}});
  BOOST_CHECK(outcome.import_faults.empty());
  BOOST_CHECK(session.certificate() != nullptr);
}

BOOST_AUTO_TEST_CASE(on_a_full_disk_the_set_up_goes_on_in_memory_and_the_trouble_is_said) {
  const SetupDesk desk;
  const Answers answers = desk.answers();
  Session session = desk.session();
  const FullDisk full;
  const SetupOutcome outcome = set_up(session, answers);
  BOOST_CHECK(outcome.run.has_value());
  BOOST_REQUIRE(session.trouble());
  BOOST_CHECK(session.trouble()->what == StoreTrouble::What::full);
  BOOST_CHECK_EQUAL(session.site().sheets.size(), 2);
}

BOOST_AUTO_TEST_CASE(bad_files_store_nothing_and_each_has_its_number) {
  const std::string twice =
      sheets_xml(sheet_element("本番環境", "kakuM1") + sheet_element("本番環境", "kakuM9"));
  const std::string three =
      sheets_xml(sheet_element("本番環境", "kakuM1") + sheet_element("接続検証環境", "kakuM2") +
                 sheet_element("接続検証環境", "kakuM3"));
  const std::vector<std::tuple<std::string, std::string, std::vector<int>>> rows{
      {"sheets.xml", "", {502}},
      {"sheets.xml", "hello", {504}},
      {"sheets.xml", "<sheets version=\"1\"><sheet", {519}},
      {"sheets.xml", "<invoice/>", {521}},
      {"sheets.xml", sheets_xml("<sheet environment=\"本番環境\" password=\"x\"/>"), {522}},
      {"sheets.xml", twice, {542}},
      {"sheets.xml", three, {542}},
      {"certificate.p12", "", {603}},
      {"certificate.p12", "hello", {606}},
      {"certificate.p12", invented_p12("4821").substr(0, 200), {607}},
  };
  for (const auto& [file, bytes, numbers] : rows) {
    BOOST_TEST_CONTEXT(file << ": " << bytes.substr(0, 60)) {
      const SetupDesk desk;
      desk.scratch.write(file, bytes);
      Session session = desk.session();
      const SetupOutcome outcome = set_up(session, desk.answers());
      const auto found = numbers_in(outcome.import_faults);
      BOOST_TEST(found == numbers, boost::test_tools::per_element());
      check_untouched(desk, session, outcome);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_later_refused_setup_leaves_the_earlier_one_whole) {
  const SetupDesk desk;
  Session session = desk.session();
  set_up(session, desk.answers());
  const std::string before = all_bytes_in(desk.folder());
  const Site site = session.site();
  desk.scratch.write("sheets.xml", "hello");
  const SetupOutcome outcome = set_up(session, desk.answers());
  BOOST_CHECK(!outcome.import_faults.empty());
  BOOST_CHECK(session.site() == site);
  BOOST_CHECK(all_bytes_in(desk.folder()) == before);
}

BOOST_AUTO_TEST_CASE(any_reader_confirms_what_is_attached) {
  SetupDesk desk;
  desk.seen.readers = std::vector{ReaderState{.name = "Invented Reader 00 00", .atr = {}},
                                  ReaderState{.name = "Invented Reader 01 00", .atr = {}}};
  Session session = desk.session();
  set_up(session, desk.answers("<answers version=\"1\"><reader confirm=\"any\"/></answers>"));
  BOOST_CHECK(session.site().readers == std::vector{PairedReader{.name = "Invented Reader"}});
}

BOOST_AUTO_TEST_CASE(an_exchanged_reader_takes_the_place_of_the_one_that_is_gone) {
  SetupDesk desk;
  const char* answers = "<answers version=\"1\"><reader name=\"Invented Reader\"/></answers>";
  desk.seen.readers = std::vector{ReaderState{.name = "Invented Reader (A1) 00 00", .atr = {}}};
  {
    Session session = desk.session();
    set_up(session, desk.answers(answers));
  }
  desk.seen.readers = std::vector{ReaderState{.name = "Invented Reader (B2) 00 00", .atr = {}}};
  {
    Session session = desk.session();
    set_up(session, desk.answers(answers));
    BOOST_CHECK((session.site().readers ==
                 std::vector{PairedReader{.name = "Invented Reader (B2)", .serial = "B2"}}));
  }
  desk.seen.readers = std::vector<ReaderState>{};  // away just now, and named again
  Session session = desk.session();
  set_up(session, desk.answers(answers));
  BOOST_CHECK_EQUAL(session.site().readers.size(), 1U);
}

BOOST_AUTO_TEST_CASE(answers_without_files_need_no_password) {
  const SetupDesk desk;
  Session session = desk.session();
  const Answers answers = desk.answers("<answers version=\"1\"><line type=\"3\"/></answers>");
  const SetupOutcome outcome = run_setup(session, answers, nullptr, {5s, {}});
  BOOST_CHECK(outcome.import_faults.empty());
  BOOST_CHECK(outcome.run.has_value());
  BOOST_CHECK(desk.session().site().line.type == LineType::ipsec_ike);
}

BOOST_AUTO_TEST_SUITE_END()
