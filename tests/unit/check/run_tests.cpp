// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/check/run.h"
#include "tests/unit/check/made_checks.h"

using namespace onshi;
using namespace onshi::test;

namespace {

Finding found(const char* check, Verdict verdict, int number, std::optional<int> because_of = std::nullopt) {
  Finding finding;
  finding.check = check;
  finding.question = numbered(number / 10 * 10);
  finding.number = numbered(number);
  finding.verdict = verdict;
  if (because_of) finding.because_of = numbered(*because_of);
  return finding;
}

Run run_of(std::vector<Finding> findings) {
  Run run;
  run.findings = std::move(findings);
  return run;
}

std::string foremost_of(const Run& run) {
  const Finding* finding = run.foremost();
  return finding == nullptr ? "" : finding->check;
}

struct Row {
  std::vector<Finding> findings;
  Verdict verdict;
  const char* foremost;
};

const Finding kOk = found("ok", Verdict::ok, 210);
const Finding kAttention = found("attention", Verdict::attention, 221);
const Finding kUnknown = found("unknown", Verdict::unknown, 231);
const Finding kFail = found("fail", Verdict::fail, 241);
const Finding kSecondFail = found("second fail", Verdict::fail, 251);
const Finding kShadow = found("shadow", Verdict::not_run, 260, 241);
const Finding kOrphan = found("orphan", Verdict::not_run, 270, 902);
const Finding kCancelled = found("cancelled", Verdict::cancelled, 280);

const Row kRows[] = {
    {{}, Verdict::not_run, ""},
    {{kOk}, Verdict::ok, ""},
    {{kOk, kAttention}, Verdict::attention, "attention"},
    {{kAttention, kUnknown}, Verdict::unknown, "unknown"},
    {{kAttention, kUnknown, kFail, kSecondFail}, Verdict::fail, "fail"},
    {{kSecondFail, kFail}, Verdict::fail, "second fail"},
    {{kOk, kFail, kShadow}, Verdict::fail, "fail"},
    {{kShadow, kFail}, Verdict::fail, "fail"},
    {{kOk, kOrphan}, Verdict::not_run, "orphan"},
    {{kOk, kAttention, kOrphan}, Verdict::not_run, "attention"},
    {{kOk, kCancelled}, Verdict::cancelled, "cancelled"},
    {{kOk, kOrphan, kCancelled}, Verdict::cancelled, "cancelled"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(run_tests)

BOOST_AUTO_TEST_CASE(the_worst_finding_decides_and_the_foremost_is_shown_first) {
  for (const Row& row : kRows) {
    Run run = run_of(row.findings);
    BOOST_TEST_CONTEXT("row " << &row - kRows) {
      BOOST_TEST(name_of(run.verdict()) == name_of(row.verdict));
      BOOST_TEST(foremost_of(run) == row.foremost);
    }
  }
}

BOOST_AUTO_TEST_CASE(an_attention_that_stopped_others_is_not_made_worse_by_them) {
  Run run = run_of({kAttention, found("shadow", Verdict::not_run, 260, 221)});
  BOOST_TEST(name_of(run.verdict()) == "attention");
}

BOOST_AUTO_TEST_CASE(a_shadow_does_not_excuse_another_shadow) {
  Run run = run_of({kOk, found("one", Verdict::not_run, 260, 270), found("two", Verdict::not_run, 270, 902)});
  BOOST_TEST(name_of(run.verdict()) == "not_run");
}

BOOST_AUTO_TEST_CASE(a_finding_is_found_by_its_check) {
  Run run = run_of({kOk, kFail});
  BOOST_TEST_REQUIRE(run.of("fail") != nullptr);
  BOOST_TEST((run.of("fail")->number == numbered(241)));
  BOOST_TEST(run.of("absent") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
