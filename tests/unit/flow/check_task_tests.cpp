// SPDX-License-Identifier: GPL-3.0-or-later
#include <condition_variable>
#include <future>
#include <mutex>

#include <boost/test/unit_test.hpp>

#include "probes/world/recorded/recorded_world.h"
#include "wizard/flow/check_task.h"

using namespace onshi;
using namespace std::chrono_literals;
using Event = CheckTask::Event;

namespace {

std::shared_ptr<const RunSubject> empty_subject() {
  return std::make_shared<const RunSubject>(RunSubject{recorded_world({}, {}), {}, {}, {}});
}

Check check_that(const std::string& name, std::function<Answer(const Inquiry&)> run) {
  Check check{.name = name, .question = FindingNumber::link, .run = std::move(run)};
  check.budget = 30s;
  return check;
}

/// Collects events of another thread.
class Events {
 public:
  void post(const Event& event) {
    const std::lock_guard lock(mutex_);
    events_.push_back(event);
    arrived_.notify_all();
  }
  bool wait_for(Event::What what) {
    std::unique_lock lock(mutex_);
    return arrived_.wait_for(lock, 10s, [&] { return count(what) > 0; });
  }
  std::vector<Event> all() {
    const std::lock_guard lock(mutex_);
    return events_;
  }

 private:
  long count(Event::What what) const { return std::ranges::count(events_, what, &Event::what); }
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::vector<Event> events_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(check_task_tests)

BOOST_AUTO_TEST_CASE(a_run_tells_of_each_check_and_of_its_end) {
  Events events;
  const Plan plan({check_that("one", [](const Inquiry&) { return good(); }),
                   check_that("two", [](const Inquiry&) { return good(); })});
  const CheckTask task(plan, empty_subject(), 5s, [&](const Event& event) { events.post(event); });
  BOOST_REQUIRE(events.wait_for(Event::What::done));
  const auto all = events.all();
  BOOST_REQUIRE_EQUAL(all.size(), 5);
  BOOST_CHECK(all.back().what == Event::What::done);
  BOOST_CHECK_EQUAL(all.back().run.value().findings.size(), 2);
  for (const std::string name : {"one", "two"}) {
    const auto started = std::ranges::find(all, name, &Event::check);
    const auto finished = std::ranges::find_if(
        all, [&](const Event& event) { return event.finding && event.finding->check == name; });
    BOOST_CHECK(started < finished);
    BOOST_CHECK(finished->finding.value().verdict == Verdict::ok);
  }
}

BOOST_AUTO_TEST_CASE(cancelling_ends_a_run_within_a_fifth_of_a_second) {
  Events events;
  std::promise<void> release;
  const std::shared_future<void> released = release.get_future().share();
  const Plan plan({check_that("deaf", [released](const Inquiry&) {
    released.wait();  // hears no wish to stop
    return good();
  })});
  CheckTask task(plan, empty_subject(), 30s, [&](const Event& event) { events.post(event); });
  BOOST_REQUIRE(events.wait_for(Event::What::started));
  const auto before = std::chrono::steady_clock::now();
  task.cancel();
  BOOST_REQUIRE(events.wait_for(Event::What::done));
  BOOST_CHECK(std::chrono::steady_clock::now() - before < 200ms);
  BOOST_CHECK(events.all().back().run.value().findings.front().verdict == Verdict::cancelled);
  release.set_value();
}

BOOST_AUTO_TEST_CASE(destroying_a_run_takes_at_most_a_fifth_of_a_second_and_no_event_comes_after) {
  Events events;
  std::promise<void> release;
  const std::shared_future<void> released = release.get_future().share();
  const Plan plan({check_that("deaf", [released](const Inquiry&) {
    released.wait();
    return good();
  })});
  auto task = std::make_unique<CheckTask>(plan, empty_subject(), 30s,
                                          [&](const Event& event) { events.post(event); });
  BOOST_REQUIRE(events.wait_for(Event::What::started));
  const auto before = std::chrono::steady_clock::now();
  task.reset();
  BOOST_CHECK(std::chrono::steady_clock::now() - before < 200ms);
  const std::size_t seen = events.all().size();
  release.set_value();
  BOOST_CHECK_EQUAL(events.all().size(), seen);
}

BOOST_AUTO_TEST_SUITE_END()
