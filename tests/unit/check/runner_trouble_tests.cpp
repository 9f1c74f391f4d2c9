// SPDX-License-Identifier: GPL-3.0-or-later
// Crashes, budgets and stop requests. Waiting checks wait for a gate that the case opens; no case sleeps.
#include <ctime>
#include <future>
#include <latch>
#include <stdexcept>
#include <thread>

#include <boost/test/unit_test.hpp>

#include "tests/unit/check/made_checks.h"
#include "tests/unit/support/ask.h"

using namespace onshi;
using namespace onshi::test;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;

std::string verdict_of(const Run& run, const char* check) {
  return std::string(name_of(run.of(check)->verdict));
}

int number_of(const Run& run, const char* check) { return static_cast<int>(run.of(check)->number); }

int because_of(const Run& run, const char* check) {
  const auto& number = run.of(check)->because_of;
  return number ? static_cast<int>(*number) : 0;
}

std::string fact(const Run& run, const char* check, const char* key) {
  return run.of(check)->facts.value(key).value_or("");
}

/// Shared by a check and its case; opening it lets the check go on.
struct Gate {
  std::promise<void> opened;
  std::shared_future<void> open = opened.get_future().share();
};

/// Cares for nothing but the gate.
CheckFunction deaf(std::shared_ptr<Gate> gate) {
  return [gate](const Inquiry&) {
    gate->open.wait();
    return good();
  };
}

/// Ends when its limit says so, a moment later if asked to.
CheckFunction obedient(std::chrono::milliseconds moment = 0ms) {
  return [moment](const Inquiry& inquiry) {
    std::promise<void> stopped;
    std::stop_callback wake(inquiry.limit.stop(), [&stopped] { stopped.set_value(); });
    stopped.get_future().wait_for(inquiry.limit.remaining() + moment);
    return raise(Verdict::fail, numbered(219), {{"over", inquiry.limit.over() ? "yes" : "no"}});
  };
}

std::shared_ptr<const RunSubject> empty_subject() {
  return std::make_shared<const RunSubject>(RunSubject{empty_world(), {}, {}, {}});
}

Run run_with(std::vector<Check> checks, RunLimits limits, const RunListener& listener = {}) {
  return run_plan(Plan(std::move(checks)), empty_subject(), limits, listener);
}

/// Until the abandoned threads of a case are gone, so that cases do not see each other's.
void wait_for_abandoned() {
  for (auto end = Clock::now() + 10s; abandoned_checks() > 0 && Clock::now() < end;)
    std::this_thread::yield();
  BOOST_TEST(abandoned_checks() == 0);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(runner_trouble_tests)

BOOST_AUTO_TEST_CASE(a_crash_is_a_finding_and_the_others_go_on) {
  auto crashes = [](const Inquiry&) -> Answer { throw std::runtime_error("out of range"); };
  auto crashes_oddly = [](const Inquiry&) -> Answer { throw 7; };
  Run run = run_all({made("a", 210, {.run = crashes}), made("b", 220, {.run = crashes_oddly}),
                     made("c", 230, {.run = nullptr}), made("d", 240), made("e", 250, {.needs = {"a"}})},
                    {});
  for (const char* check : {"a", "b", "c"}) {
    BOOST_TEST_CONTEXT(check) {
      BOOST_TEST(number_of(run, check) == 901);
      BOOST_TEST(verdict_of(run, check) == "unknown");
      BOOST_TEST(fact(run, check, "check") == check);
      BOOST_TEST(!fact(run, check, "what").empty());
    }
  }
  BOOST_TEST(fact(run, "a", "what") == "out of range");
  BOOST_TEST((run.of("a")->question == numbered(210)));
  BOOST_TEST(verdict_of(run, "d") == "ok");
  BOOST_TEST(because_of(run, "e") == 901);
}

BOOST_AUTO_TEST_CASE(a_check_that_ignores_its_budget_is_left_behind) {
  auto gate = std::make_shared<Gate>();
  RunLimits limits;
  Run run = run_with({made("deaf", 210, {.budget = 20ms, .run = deaf(gate)}),
                      made("b", 220, {.needs = {"deaf"}}), made("c", 230, {.after = {"deaf"}})},
                     limits);
  BOOST_TEST(number_of(run, "deaf") == 902);
  BOOST_TEST(verdict_of(run, "deaf") == "unknown");
  BOOST_TEST(fact(run, "deaf", "budget_ms") == "20");
  BOOST_TEST(fact(run, "deaf", "check") == "deaf");
  BOOST_TEST(run.of("deaf")->budget.count() == 20);
  BOOST_TEST(!run.out_of_time, "its own time is no matter of the run's");
  BOOST_TEST(run.of("deaf")->elapsed.count() >= 20);
  BOOST_TEST(because_of(run, "b") == 902);
  BOOST_TEST(verdict_of(run, "c") == "ok");
  BOOST_TEST(name_of(run.verdict()) == "unknown");
  BOOST_TEST(abandoned_checks() == 1);
  gate->opened.set_value();
  wait_for_abandoned();
}

BOOST_AUTO_TEST_CASE(what_is_left_behind_keeps_everything_that_it_can_reach) {
  auto gate = std::make_shared<Gate>();
  auto told = std::make_shared<std::promise<std::string>>();
  auto told_later = told->get_future();
  auto subject = std::make_shared<RunSubject>(RunSubject{empty_world(), {}, {}, {}});
  subject->site.institution.name = "架空医院";
  subject->secrets.certificate_password = Secret::take("geheim-0123456789-0123456789");
  std::weak_ptr<RunSubject> watched = subject;
  auto looks_late = [gate, told](const Inquiry& inquiry) {
    gate->open.wait();
    told->set_value(inquiry.site.institution.name + *inquiry.evidence.of<std::string>("before") +
                    std::to_string(inquiry.secrets.certificate_password->length()));
    return good({}, std::string("nobody takes this"));
  };
  auto before = [](const Inquiry&) { return good({}, std::string(" enp1s0 ")); };
  run_plan(Plan({made("before", 210, {.run = before}),
                 made("late", 220, {.needs = {"before"}, .budget = 1ms, .run = looks_late})}),
           std::move(subject), {});
  BOOST_TEST(!watched.expired());
  gate->opened.set_value();
  BOOST_TEST(told_later.get() == "架空医院 enp1s0 28");
  wait_for_abandoned();
  BOOST_TEST(watched.expired());
}

BOOST_AUTO_TEST_CASE(a_check_left_behind_is_asked_to_stop) {
  auto asked = std::make_shared<std::promise<void>>();
  auto asked_later = asked->get_future();
  auto waits_for_stop = [asked](const Inquiry& inquiry) {
    auto stopped = std::make_shared<std::promise<void>>();
    std::stop_callback wake(inquiry.limit.stop(), [stopped] { stopped->set_value(); });
    stopped->get_future().wait();
    asked->set_value();
    return good();
  };
  Run run = run_with({made("a", 210, {.budget = 1ms, .run = waits_for_stop})}, {});
  BOOST_TEST(number_of(run, "a") == 902);
  BOOST_TEST((asked_later.wait_for(10s) == std::future_status::ready));
  wait_for_abandoned();
}

BOOST_AUTO_TEST_CASE(an_answer_that_is_a_moment_late_is_taken) {
  std::latch late(1);
  auto answers_late = [&late](const Inquiry& inquiry) {
    Answer answer = obedient(1ms)(inquiry);
    late.count_down();
    return answer;
  };
  RunListener listener;
  listener.finished = [&late](const Finding& finding) {
    if (finding.check == "b") late.wait();  // so that a busy machine does not make the moment longer
  };
  Run run = run_with({made("a", 210, {.budget = 20ms, .run = answers_late}), made("b", 220)}, {}, listener);
  BOOST_TEST(number_of(run, "a") == 219);
  BOOST_TEST(fact(run, "a", "over") == "yes");
  BOOST_TEST(run.of("a")->budget.count() == 20);
  BOOST_TEST(abandoned_checks() == 0);
}

BOOST_AUTO_TEST_CASE(a_check_gets_its_own_budget_or_the_rest_of_the_run_whichever_ends_sooner) {
  std::chrono::milliseconds short_one{}, long_one{};
  auto measure = [](std::chrono::milliseconds& into) {
    return [&into](const Inquiry& inquiry) {
      into = inquiry.limit.remaining();
      return good();
    };
  };
  RunLimits limits;
  limits.budget = 5s;
  Run run = run_with({made("short", 210, {.budget = 2s, .run = measure(short_one)}),
                      made("long", 220, {.budget = 60s, .run = measure(long_one)})},
                     limits);
  BOOST_TEST(short_one.count() <= 2000);
  BOOST_TEST(short_one.count() > 1000);
  BOOST_TEST(long_one.count() <= 5000);
  BOOST_TEST(long_one.count() > 3000);
  BOOST_TEST(run.of("short")->budget.count() == 2000);
  BOOST_TEST(run.of("long")->budget.count() <= 5000);
}

BOOST_AUTO_TEST_CASE(what_was_not_begun_when_the_run_ended_is_not_run_for_want_of_time) {
  RunLimits limits;
  limits.budget = 300ms;
  RunListener listener;
  listener.finished = [&limits](const Finding& finding) {
    if (finding.check == "a") std::promise<void>().get_future().wait_for(limits.budget);
  };
  Run run = run_with({made("a", 210), made("b", 220, {.needs = {"a"}}), made("c", 230, {.after = {"a"}}),
                      made("d", 240, {.needs = {"b"}})},
                     limits, listener);
  BOOST_TEST(verdict_of(run, "a") == "ok");
  for (const char* check : {"b", "c", "d"}) {
    BOOST_TEST_CONTEXT(check) {
      BOOST_TEST(verdict_of(run, check) == "not_run");
      BOOST_TEST(because_of(run, check) == 902);
    }
  }
  BOOST_TEST(fact(run, "b", "budget_ms") == "300");
  BOOST_TEST(run.out_of_time);
  BOOST_TEST(name_of(run.verdict()) == "not_run");
  BOOST_TEST(run.foremost()->check == "b");
}

BOOST_AUTO_TEST_CASE(a_fault_that_only_the_end_of_the_run_made_is_not_told_as_one) {
  RunLimits limits;
  limits.budget = 500ms;
  auto silent = [](const Inquiry& inquiry) {
    std::promise<void>().get_future().wait_for(inquiry.limit.remaining());
    return raise(Verdict::fail, numbered(219), {{"resolver", "silent"}});
  };
  auto quick = [](const Inquiry&) { return raise(Verdict::fail, numbered(229)); };
  Run run = run_with({made("silent", 210, {.budget = 60s, .run = silent}),
                      made("own time", 220, {.budget = 1ms, .run = silent}),
                      made("quick", 230, {.budget = 60s, .run = quick})},
                     limits);
  BOOST_TEST(static_cast<int>(run.of("silent")->number) == 902);
  BOOST_CHECK(run.of("silent")->verdict == Verdict::unknown);
  BOOST_TEST(fact(run, "silent", "check") == "silent");
  BOOST_TEST(run.out_of_time);
  BOOST_TEST(static_cast<int>(run.of("own time")->number) == 219, "its whole time was waited for");
  BOOST_TEST(static_cast<int>(run.of("quick")->number) == 229, "it had heard enough");
}

BOOST_AUTO_TEST_CASE(any_budget_that_can_be_typed_is_survived) {
  RunLimits limits;
  limits.budget = std::chrono::milliseconds::max();
  BOOST_TEST(name_of(run_with({made("a", 210)}, limits).verdict()) == "ok");
  for (auto budget : {0ms, -1ms}) {
    limits.budget = budget;
    Run run = run_with({made("a", 210)}, limits);
    BOOST_TEST(verdict_of(run, "a") == "not_run");
    BOOST_TEST(because_of(run, "a") == 902);
  }
}

BOOST_AUTO_TEST_CASE(a_whole_run_of_deaf_checks_ends_soon_after_its_budget) {
  auto gate = std::make_shared<Gate>();
  RunLimits limits;
  limits.budget = 50ms;
  std::vector<Check> checks;
  for (int index = 0; index < 8; ++index) {
    checks.push_back(made("deaf " + std::to_string(index), 210, {.run = deaf(gate)}));
  }
  Run run = run_with(checks, limits);
  BOOST_TEST(run.elapsed.count() >= 50);
  BOOST_TEST(run.elapsed.count() < 5000);
  int left_behind = 0;
  for (const Finding& finding : run.findings) {
    left_behind += static_cast<int>(finding.number) == 902;
    bool out_of_time = static_cast<int>(finding.number) == 902 || finding.because_of == numbered(902);
    BOOST_TEST(out_of_time);  // begun and left behind, or on a busy machine not begun any more
  }
  BOOST_TEST(abandoned_checks() == left_behind);
  BOOST_TEST(left_behind > 0);
  gate->opened.set_value();
  wait_for_abandoned();
}

BOOST_AUTO_TEST_CASE(a_stop_request_cancels_whatever_is_unfinished_at_once) {
  auto gate = std::make_shared<Gate>();
  std::latch running(2);
  auto counted = [&running](CheckFunction then) {
    return [&running, then](const Inquiry& inquiry) {
      running.count_down();
      return then(inquiry);
    };
  };
  std::stop_source stop;
  Clock::time_point asked;
  std::jthread person([&] {
    running.wait();
    asked = Clock::now();
    stop.request_stop();
  });
  RunLimits limits;
  limits.stop = stop.get_token();
  Run run = run_with({made("done", 210), made("deaf", 220, {.needs = {"done"}, .run = counted(deaf(gate))}),
                      made("obedient", 230, {.needs = {"done"}, .run = counted(obedient())}),
                      made("waiting", 240, {.needs = {"deaf"}})},
                     limits);
  auto after = Clock::now();
  person.join();
  BOOST_TEST(verdict_of(run, "done") == "ok");
  for (const char* check : {"deaf", "obedient", "waiting"}) {
    BOOST_TEST_CONTEXT(check) {
      BOOST_TEST(verdict_of(run, check) == "cancelled");
      BOOST_TEST((run.of(check)->number == run.of(check)->question));
      BOOST_TEST(!run.of(check)->because_of.has_value());
    }
  }
  BOOST_TEST(name_of(run.verdict()) == "cancelled");
  BOOST_TEST((after - asked < 2s));     // about 30 ms; more where the processors are busy
  BOOST_TEST(abandoned_checks() >= 1);  // the deaf one, and the obedient one if it had no processor
  gate->opened.set_value();
  wait_for_abandoned();
}

BOOST_AUTO_TEST_CASE(a_run_that_was_stopped_before_it_began_asks_nothing) {
  bool asked = false;
  std::stop_source stop;
  stop.request_stop();
  RunLimits limits;
  limits.stop = stop.get_token();
  Run run = run_with({made("a", 210,
                           {.run =
                                [&asked](const Inquiry&) {
                                  asked = true;
                                  return good();
                                }})},
                     limits);
  BOOST_TEST(!asked);
  BOOST_TEST(verdict_of(run, "a") == "cancelled");
}

BOOST_AUTO_TEST_CASE(a_stop_request_from_the_listener_starts_nothing_more) {
  std::stop_source stop;
  RunLimits limits;
  limits.stop = stop.get_token();
  RunListener listener;
  listener.finished = [&stop](const Finding&) { stop.request_stop(); };
  Run run = run_with({made("a", 210), made("b", 220, {.needs = {"a"}}), made("c", 230, {.needs = {"b"}})},
                     limits, listener);
  BOOST_TEST(verdict_of(run, "a") == "ok");
  BOOST_TEST(verdict_of(run, "b") == "cancelled");
  BOOST_TEST(verdict_of(run, "c") == "cancelled");
}

BOOST_AUTO_TEST_CASE(a_listener_that_throws_leaves_no_check_unowned) {
  auto gate = std::make_shared<Gate>();
  RunListener listener;
  listener.finished = [](const Finding&) { throw std::runtime_error("the window is gone"); };
  BOOST_CHECK_THROW(run_with({made("a", 210), made("deaf", 220, {.run = deaf(gate)})}, {}, listener),
                    std::runtime_error);
  BOOST_TEST(abandoned_checks() == 1);
  gate->opened.set_value();
  wait_for_abandoned();
}

BOOST_AUTO_TEST_CASE(waiting_costs_no_processor_time) {
  auto before = std::clock();
  run_with({made("a", 210, {.budget = 500ms, .run = obedient()}),
            made("b", 220, {.budget = 500ms, .run = obedient()})},
           {});
  auto milliseconds = (std::clock() - before) * 1000 / CLOCKS_PER_SEC;
  BOOST_TEST(milliseconds < 100);
}

BOOST_AUTO_TEST_SUITE_END()
