// SPDX-License-Identifier: GPL-3.0-or-later
// 秘密の番号, typed where it does not belong, stands in nothing that is written.
#include <fstream>

#include <boost/test/unit_test.hpp>

#include "probes/world/recorded/observations_file.h"
#include "probes/world/recorded/recorded_world.h"
#include "probes/world/recorded/recording_world.h"
#include "tests/unit/flow/desk.h"
#include "wizard/flow/answers.h"
#include "wizard/report/html_report.h"
#include "wizard/report/json_report.h"
#include "wizard/report/prometheus_report.h"
#include "wizard/report/text_report.h"

namespace onshi {
namespace {

using namespace onshi::test;

constexpr const char* kNumber = "7391";

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Every file under the folder that holds the number.
std::vector<std::string> files_with_number(const std::filesystem::path& folder) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const bool file = entry.is_regular_file();
    if (file && bytes_of(entry.path()).find(kNumber) != std::string::npos) {
      found.push_back(entry.path().string());
    }
  }
  return found;
}

struct ClinicDesk : Desk {
  const Words words = Words::load(std::string(ONSHI_SOURCE_DIR) + "/assets").value();
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(secret_number_tests, ClinicDesk)

BOOST_AUTO_TEST_CASE(what_is_stored_reported_or_recorded_never_holds_it) {
  const auto recording = recording_world(recorded_world(seen, {}), {});
  Session session({.world = recording,
                   .profile = practice_profile(),
                   .catalogue = {},
                   .store = SiteStore(folder()),
                   .keyring = nullptr});
  session.set_sheet(Environment::production, sheet_with(Environment::production, kNumber));
  session.set_sheet(Environment::verification, sheet_with(Environment::verification, kNumber));
  for (const PasswordStory story : kPasswordStories) {
    session.tell_password_story(Environment::production, story);
    session.set_mode("setup");
    session.go_to(StepId::production_sheet);
    const Run run = run_plan(session.plan_for(StepId::production_sheet), session.subject(),
                             {std::chrono::seconds{60}, {}});
    session.keep(run);
    for (const Language language : {Language::japanese, Language::english}) {
      const ReportContext context{run,     session.site().institution, session.profile(), words, language,
                                  seen.now};
      for (const std::string& report :
           {json_report(context), text_report(context), html_report(context), prometheus_report(context)}) {
        BOOST_TEST(report.find(kNumber) == std::string::npos, report);
      }
      BOOST_REQUIRE(session.store().save_run(json_report(context)));
    }
  }
  BOOST_REQUIRE(save_observations(recording->observations(), folder() / "record.xml"));
  BOOST_TEST(files_with_number(folder()).empty());
  // The search itself finds what is there.
  scratch.write("noted.txt", kNumber);
  BOOST_TEST(files_with_number(scratch.path()).size() == 1U);
}

BOOST_AUTO_TEST_CASE(no_file_of_ours_has_a_place_for_it) {
  for (const char* line :
       {R"(<master_account slot="production" state="forgotten" secret_number="7391"/>)",
        R"(<secret_number value="7391"/>)", R"(<master_account slot="production" state="7391"/>)",
        R"(<reset_account number="7391"/>)"}) {
    const auto answers = load_answers(
        scratch.write("answers.xml", std::string("<answers version=\"1\">\n") + line + "\n</answers>\n"));
    BOOST_TEST(!answers, line);
  }
}

BOOST_AUTO_TEST_CASE(a_person_tells_and_takes_back_what_the_password_is) {
  {
    Session before = session();
    before.tell_password_story(Environment::production, PasswordStory::forgotten);
  }
  Session after = session();
  BOOST_TEST((after.site().password_stories.at(Environment::production) == PasswordStory::forgotten));
  after.tell_password_story(Environment::production, PasswordStory::as_printed);
  BOOST_TEST(session().site().password_stories.empty());
}

BOOST_AUTO_TEST_CASE(the_checklist_keeps_names_of_its_environment_alone) {
  Session one = session();
  one.set_accounts(Environment::production, {{Environment::production, AccountRole::administrator, "kanri01"},
                                             {Environment::production, AccountRole::viewer, "　"},
                                             {Environment::verification, AccountRole::viewer, "elsewhere"}});
  one.set_accounts(Environment::verification, {{Environment::verification, AccountRole::viewer, "isi01"}});
  one.set_accounts(Environment::verification, {{Environment::verification, AccountRole::viewer, "isi02"}});
  const std::vector<PlannedAccount> expected{{Environment::production, AccountRole::administrator, "kanri01"},
                                             {Environment::verification, AccountRole::viewer, "isi02"}};
  BOOST_TEST((session().site().accounts == expected));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
