// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/check/job.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <utility>

namespace onshi {
namespace {

std::atomic<int> left_behind{0};

std::chrono::milliseconds since(JobThread::Clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(JobThread::Clock::now() - start);
}

Delivery delivery_of(const Job& job) {
  auto start = JobThread::Clock::now();
  Answer answer = answer_of(job);
  return {job.place, std::move(answer), since(start)};
}

// Lets go of everything that belongs to the job before its answer is handed over: whoever sees the answer, or
// the number of abandoned checks fall, may rely on it.
void run_job(std::optional<Job> job, Inbox& inbox) {
  Delivery delivery = delivery_of(*job);
  job.reset();
  inbox.deliver(std::move(delivery));
}

}  // namespace

int abandoned_checks() { return left_behind; }

void Inbox::deliver(Delivery delivery) {
  {
    std::lock_guard lock(mutex_);
    if (!abandoned_.contains(delivery.place)) {
      deliveries_.push_back(std::move(delivery));
      changed_.notify_all();
      return;
    }
  }
  delivery.answer = {};
  --left_behind;
}

std::vector<Delivery> Inbox::wait(Limit::Clock::time_point deadline, const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  changed_.wait_until(lock, stop, deadline, [this] { return !deliveries_.empty(); });
  return std::exchange(deliveries_, {});
}

bool Inbox::abandon(std::size_t place) {
  std::lock_guard lock(mutex_);
  auto came = [place](const Delivery& delivery) { return delivery.place == place; };
  if (std::any_of(deliveries_.begin(), deliveries_.end(), came)) return false;
  abandoned_.insert(place);
  ++left_behind;
  return true;
}

Answer crash(const Check& check, std::string_view what) {
  return raise(Verdict::unknown, FindingNumber::check_crashed,
               {{"check", check.name}, {"what", std::string(what.substr(0, 300))}});
}

Answer answer_of(const Job& job) {
  const RunSubject& subject = *job.subject;
  try {
    return job.check.run(
        {*subject.world, subject.site, subject.profile, subject.secrets, job.evidence, job.limit});
  } catch (const std::exception& error) {
    return crash(job.check, error.what());
  } catch (...) {
    return crash(job.check, "not a std::exception");
  }
}

JobThread::JobThread(Job job, std::shared_ptr<Inbox> inbox, std::stop_source stop)
    : place_(job.place),
      started_(Clock::now()),
      deadline_(started_ + job.limit.remaining()),
      inbox_(inbox),
      stop_(std::move(stop)),
      thread_([job = std::optional(std::move(job)), inbox = std::move(inbox)]() mutable {
        run_job(std::exchange(job, std::nullopt), *inbox);
      }) {}

JobThread::~JobThread() {
  if (!thread_.joinable()) return;
  ask_to_stop();
  if (!leave_behind()) join();
}

bool JobThread::leave_behind() {
  if (!inbox_->abandon(place_)) return false;
  thread_.detach();
  return true;
}

std::chrono::milliseconds JobThread::elapsed() const { return since(started_); }

}  // namespace onshi
