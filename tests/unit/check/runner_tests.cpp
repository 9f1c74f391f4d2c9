// SPDX-License-Identifier: GPL-3.0-or-later
// The order and the contents of what run_plan makes; time, stopping and crashes are in
// runner_trouble_tests.cpp.
#include <latch>
#include <mutex>
#include <set>
#include <thread>

#include <boost/test/unit_test.hpp>

#include "tests/unit/check/made_checks.h"
#include "tests/unit/support/ask.h"

using namespace onshi;
using namespace onshi::test;
using namespace std::chrono_literals;

namespace {

using Words = std::vector<std::string>;

std::string verdict_of(const Run& run, const char* check) {
  return std::string(name_of(run.of(check)->verdict));
}

int because_of(const Run& run, const char* check) {
  const auto& number = run.of(check)->because_of;
  return number ? static_cast<int>(*number) : 0;
}

/// Notes the order in which checks began.
class Diary {
 public:
  CheckFunction note(std::string name) {
    return [this, name](const Inquiry&) {
      std::lock_guard lock(mutex_);
      names_.push_back(name);
      return good();
    };
  }
  Words names() const { return names_; }

 private:
  std::mutex mutex_;
  Words names_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(runner_tests)

BOOST_AUTO_TEST_CASE(an_empty_plan_is_over_at_once) { BOOST_TEST(run_all({}, {}).findings.empty()); }

BOOST_AUTO_TEST_CASE(the_run_begins_when_its_world_says) {
  Situation situation;
  situation.seen.now = std::chrono::sys_days{std::chrono::year{2026} / 4 / 1};
  BOOST_TEST((run_all({made("a", 210)}, situation).started == situation.seen.now));
}

BOOST_AUTO_TEST_CASE(an_answer_becomes_a_finding_with_what_the_runner_knows) {
  Check check =
      made("line.link", 210, {.budget = 700ms, .run = [](const Inquiry&) {
                                return raise(Verdict::attention, numbered(211), {{"link", "enp1s0"}});
                              }});
  check.subject = "enp1s0";
  Run run = run_all({check, made("line.address", 220)}, {});
  const Finding& finding = run.findings.at(0);
  BOOST_TEST(finding.check == "line.link");
  BOOST_TEST(finding.subject == "enp1s0");
  BOOST_TEST((finding.question == numbered(210)));
  BOOST_TEST((finding.number == numbered(211)));
  BOOST_TEST(verdict_of(run, "line.link") == "attention");
  BOOST_TEST((finding.facts.all() == std::vector<Fact>{{"link", "enp1s0"}}));
  BOOST_TEST(finding.budget.count() == 700);
  BOOST_TEST(finding.elapsed.count() <= run.elapsed.count());
  BOOST_TEST((run.findings.at(1).number == numbered(220)));  // good: the question's own number
}

BOOST_AUTO_TEST_CASE(checks_that_nothing_orders_run_side_by_side) {
  std::latch both(2);
  auto meet = [&both](const Inquiry&) {
    both.arrive_and_wait();  // for ever, if the other waits for this one to end
    return good();
  };
  Run run = run_all({made("a", 210, {.run = meet}), made("b", 410, {.run = meet})}, {});
  BOOST_TEST(name_of(run.verdict()) == "ok");
}

BOOST_AUTO_TEST_CASE(findings_stand_in_the_order_of_the_plan_however_they_came) {
  std::latch second_done(1);
  auto last = [&second_done](const Inquiry&) {
    second_done.wait();
    return good();
  };
  auto first = [&second_done](const Inquiry&) {
    second_done.count_down();
    return good();
  };
  Run run = run_all({made("late", 210, {.run = last}), made("early", 220, {.run = first})}, {});
  BOOST_TEST(run.findings.at(0).check == "late");
  BOOST_TEST(run.findings.at(1).check == "early");
}

BOOST_AUTO_TEST_CASE(a_check_starts_when_what_it_waits_for_is_done) {
  Diary diary;
  Run run = run_all(
      {made("d", 240, {.needs = {"c"}, .run = diary.note("d")}),
       made("c", 230, {.after = {"b"}, .run = diary.note("c")}),
       made("b", 220, {.needs = {"a"}, .run = diary.note("b")}), made("a", 210, {.run = diary.note("a")})},
      {});
  BOOST_TEST((diary.names() == Words{"a", "b", "c", "d"}));
  BOOST_TEST(name_of(run.verdict()) == "ok");
}

namespace {

CheckFunction may_be_shadow(Verdict verdict, int cause) {
  return [=](const Inquiry&) { return or_shadow(raise(verdict, numbered(cause))); };
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_may_be_a_shadow_is_one_where_what_it_stands_behind_failed) {
  for (const Verdict verdict : {Verdict::unknown, Verdict::attention, Verdict::fail}) {
    const Run run =
        run_all({made("cause", 210, {.run = fails_with(211)}), made("between", 220, {.needs = {"cause"}}),
                 made("shadow", 800, {.run = may_be_shadow(verdict, 803), .behind = {"between"}}),
                 made("after", 810, {.after = {"shadow"}})},
                {});
    BOOST_TEST(verdict_of(run, "shadow") == "not_run");
    BOOST_TEST(because_of(run, "shadow") == 211);
    BOOST_TEST(verdict_of(run, "after") == "ok");
  }
}

BOOST_AUTO_TEST_CASE(what_may_be_a_shadow_stands_where_nothing_before_it_failed) {
  const auto attention = [](const Inquiry&) { return raise(Verdict::attention, numbered(212)); };
  const auto unknown = [](const Inquiry&) { return raise(Verdict::unknown, numbered(212)); };
  for (const CheckFunction& before : {CheckFunction(attention), CheckFunction(unknown)}) {
    const Run run =
        run_all({made("before", 210, {.run = before}),
                 made("own", 800, {.run = may_be_shadow(Verdict::unknown, 803), .behind = {"before"}})},
                {});
    BOOST_TEST((run.of("own")->number == numbered(803)));
  }
  const Run alone =
      run_all({made("own", 800, {.run = may_be_shadow(Verdict::unknown, 803), .behind = {"absent"}})}, {});
  BOOST_TEST((alone.of("own")->number == numbered(803)));
}

BOOST_AUTO_TEST_CASE(only_what_may_be_a_shadow_waits_for_what_it_stands_behind) {
  std::latch good_done(1);
  auto waits = [&good_done](const Inquiry&) {
    good_done.wait();  // for ever, if the other waits for this one to end
    return raise(Verdict::fail, numbered(211));
  };
  const Run run = run_all({made("slow", 210, {.run = waits}), made("good", 800, {.behind = {"slow"}}),
                           made("follows", 810,
                                {.after = {"good"},
                                 .run =
                                     [&](const Inquiry&) {
                                       good_done.count_down();
                                       return good();
                                     }})},
                          {});
  BOOST_TEST(verdict_of(run, "good") == "ok");
}

BOOST_AUTO_TEST_CASE(evidence_reaches_those_who_need_or_follow_and_nobody_else) {
  auto gives = [](const Inquiry&) { return good({}, std::string("enp1s0")); };
  auto fails_but_gives = [](const Inquiry&) {
    return raise(Verdict::fail, numbered(221), {}, std::string("half"));
  };
  std::string needed, followed, stranger, of_failed;
  auto look = [](std::string& into, const char* check) {
    return [&into, check](const Inquiry& inquiry) {
      const auto* text = inquiry.evidence.of<std::string>(check);
      into = text == nullptr ? "nothing" : *text;
      return good();
    };
  };
  run_all({made("a", 210, {.run = gives}), made("f", 220, {.run = fails_but_gives}),
           made("needs", 230, {.needs = {"a"}, .run = look(needed, "a")}),
           made("after", 240, {.after = {"a"}, .run = look(followed, "a")}),
           made("after f", 250, {.after = {"f"}, .run = look(of_failed, "f")}),
           made("stranger", 260, {.needs = {"needs"}, .run = look(stranger, "a")})},
          {});
  BOOST_TEST(needed == "enp1s0");
  BOOST_TEST(followed == "enp1s0");
  BOOST_TEST(of_failed == "half");
  BOOST_TEST(stranger == "nothing");
}

BOOST_AUTO_TEST_CASE(a_check_sees_the_site_the_profile_and_the_secrets) {
  Situation situation;
  situation.site.institution.name = "架空医院";
  situation.profile.name = "practice";
  situation.secrets.certificate_file = "bytes";
  std::string seen;
  run_all({made("a", 210,
                {.run =
                     [&seen](const Inquiry& inquiry) {
                       seen = inquiry.site.institution.name + "/" + inquiry.profile.name + "/" +
                              inquiry.secrets.certificate_file;
                       return good();
                     }})},
          situation);
  BOOST_TEST(seen == "架空医院/practice/bytes");
}

BOOST_AUTO_TEST_CASE(attention_lets_dependants_run_and_every_other_trouble_stops_them) {
  for (Verdict verdict : {Verdict::attention, Verdict::fail, Verdict::unknown}) {
    auto answers = [verdict](const Inquiry&) { return raise(verdict, numbered(211)); };
    Run run = run_all({made("a", 210, {.run = answers}), made("b", 220, {.needs = {"a"}})}, {});
    BOOST_TEST_CONTEXT(name_of(verdict)) {
      BOOST_TEST(verdict_of(run, "b") == (verdict == Verdict::attention ? "ok" : "not_run"));
      BOOST_TEST(because_of(run, "b") == (verdict == Verdict::attention ? 0 : 211));
    }
  }
}

BOOST_AUTO_TEST_CASE(shadows_name_the_first_cause_through_the_whole_chain) {
  Diary diary;
  Run run = run_all(
      {made("d", 240, {.needs = {"c"}, .run = diary.note("d")}),
       made("c", 230, {.needs = {"b"}, .run = diary.note("c")}),
       made("b", 220, {.needs = {"a"}, .run = diary.note("b")}), made("a", 210, {.run = fails_with(213)})},
      {});
  for (const char* check : {"b", "c", "d"}) {
    BOOST_TEST_CONTEXT(check) {
      BOOST_TEST(verdict_of(run, check) == "not_run");
      BOOST_TEST(because_of(run, check) == 213);
      BOOST_TEST((run.of(check)->number == run.of(check)->question));
      BOOST_TEST(run.of(check)->elapsed.count() == 0);
    }
  }
  BOOST_TEST(diary.names().empty());
  BOOST_TEST(name_of(run.verdict()) == "fail");
  BOOST_TEST(run.foremost()->check == "a");
}

BOOST_AUTO_TEST_CASE(of_two_failed_needs_the_first_named_is_the_cause_although_the_second_failed_sooner) {
  std::latch second_done(1);
  auto late = [&second_done](const Inquiry&) {
    second_done.wait();
    return raise(Verdict::fail, numbered(211));
  };
  auto early = [&second_done](const Inquiry&) {
    second_done.count_down();
    return raise(Verdict::fail, numbered(221));
  };
  Run run = run_all({made("late", 210, {.run = late}), made("early", 220, {.run = early}),
                     made("c", 230, {.needs = {"late", "early"}})},
                    {});
  BOOST_TEST(because_of(run, "c") == 211);
}

BOOST_AUTO_TEST_CASE(what_only_follows_runs_after_a_failure_too) {
  Run run = run_all({made("a", 210, {.run = fails_with(211)}), made("b", 220, {.needs = {"a"}}),
                     made("c", 230, {.after = {"a", "b"}})},
                    {});
  BOOST_TEST(verdict_of(run, "c") == "ok");
}

BOOST_AUTO_TEST_CASE(the_listener_is_called_on_the_calling_thread_once_for_each) {
  std::set<std::thread::id> threads;
  std::multiset<std::string> started, finished;
  RunListener listener;
  listener.started = [&](const Check& check) {
    threads.insert(std::this_thread::get_id());
    started.insert(check.name);
  };
  listener.finished = [&](const Finding& finding) {
    threads.insert(std::this_thread::get_id());
    finished.insert(finding.check);
    BOOST_TEST(started.contains(finding.check) == (finding.verdict != Verdict::not_run));
  };
  auto subject = std::make_shared<const RunSubject>(RunSubject{empty_world(), {}, {}, {}});
  run_plan(Plan({made("a", 210, {.run = fails_with(211)}), made("b", 220, {.needs = {"a"}}), made("c", 230)}),
           subject, {}, listener);
  BOOST_TEST((threads == std::set{std::this_thread::get_id()}));
  BOOST_TEST((started == std::multiset<std::string>{"a", "c"}));
  BOOST_TEST((finished == std::multiset<std::string>{"a", "b", "c"}));
}

BOOST_AUTO_TEST_CASE(a_listener_may_listen_to_nothing) {
  auto subject = std::make_shared<const RunSubject>(RunSubject{empty_world(), {}, {}, {}});
  RunListener deaf{nullptr, nullptr};
  BOOST_TEST(name_of(run_plan(Plan({made("a", 210)}), subject, {}, deaf).verdict()) == "ok");
}

BOOST_AUTO_TEST_CASE(a_hundred_checks_in_one_plan_all_come_back) {
  std::vector<Check> checks;
  for (int index = 0; index < 100; ++index) {
    How how;
    if (index >= 10)
      how.needs = {"check " + std::to_string(index / 10), "check " + std::to_string(index % 10)};
    checks.push_back(made("check " + std::to_string(index), 200 + index, std::move(how)));
  }
  Run run = run_all(checks, {});
  BOOST_TEST(run.findings.size() == 100U);
  BOOST_TEST(name_of(run.verdict()) == "ok");
}

BOOST_AUTO_TEST_SUITE_END()
