// SPDX-License-Identifier: GPL-3.0-or-later
// run_plan: starts each check when what it waits for is done, waits for answers and deadlines in one place,
// and makes the findings. All of it on the calling thread; the checks' threads only deliver (job.h).
#include <algorithm>
#include <map>
#include <optional>
#include <system_error>

#include "probes/check/job.h"
#include "probes/check/run.h"

namespace onshi {
namespace {

using Clock = Limit::Clock;
using std::chrono::milliseconds;

constexpr milliseconds kGrace{250};    // how late an answer may be
constexpr milliseconds kUnheard{20};   // an answer this near to the end of its time was not waited for
constexpr milliseconds kFarewell{30};  // for stopped checks, so that most need not be left behind
constexpr milliseconds kLongestRun = std::chrono::hours{24};  // keeps any typed budget inside the clock
constexpr FindingNumber kOutOfTime = FindingNumber::budget_exceeded;

Finding blank_finding(const Check& check) {
  Finding finding;
  finding.check = check.name;
  finding.subject = check.subject;
  finding.question = check.question;
  finding.number = check.question;
  finding.budget = check.budget;
  return finding;
}

Answer out_of_time(const Check& check, milliseconds budget) {
  Facts facts{{"check", check.name}};
  facts.add("budget_ms", budget.count());
  return raise(Verdict::unknown, kOutOfTime, std::move(facts));
}

bool has_cause(Verdict verdict) {
  return verdict == Verdict::attention || verdict == Verdict::fail || verdict == Verdict::unknown;
}

class Runner {
 public:
  Runner(const Plan& plan, std::shared_ptr<const RunSubject> subject, const RunLimits& limits,
         const RunListener& listener);
  Run go();

 private:
  struct Running {
    JobThread thread;
    milliseconds budget;
  };
  struct Held {
    Answer answer;
    milliseconds elapsed;
    milliseconds budget;
  };

  void start_ready();
  bool settle(std::size_t place);
  bool settle_by_needs(std::size_t place, bool& waits);
  bool waits_after(const Check& check) const;
  bool start(std::size_t place);
  bool settle_shadow(std::size_t place);
  bool waits_behind(const Check& check) const;
  std::optional<FindingNumber> failed_before(const Check& check) const;
  Evidence evidence_for(const Check& check) const;

  void take(std::vector<Delivery> deliveries);
  void leave_late_ones();
  Clock::time_point next_deadline() const;
  void cancel_the_rest();
  void say_farewell();

  void answered(std::size_t place, Answer answer, milliseconds elapsed, milliseconds budget);
  void make_finding(std::size_t place, Answer answer, milliseconds elapsed, milliseconds budget);
  void not_run(std::size_t place, FindingNumber because_of, Facts facts = {});
  void finish(std::size_t place, Finding finding);
  bool is_finished(const std::string& name) const;

  const std::vector<Check>& checks_;
  std::shared_ptr<const RunSubject> subject_;
  const RunLimits& limits_;
  const RunListener& listener_;
  Clock::time_point start_ = Clock::now();
  Limit limit_;
  std::shared_ptr<Inbox> inbox_ = std::make_shared<Inbox>();
  std::map<std::string, std::size_t, std::less<>> places_;
  std::vector<std::optional<Finding>> findings_;  // in the plan's order, like the next
  std::vector<std::any> evidence_;
  std::map<std::size_t, Running> running_;
  std::map<std::size_t, Held> held_;  // answers that may be the shadow of what has not come to its end yet
  std::size_t unfinished_;
  bool out_of_time_ = false;
};

Runner::Runner(const Plan& plan, std::shared_ptr<const RunSubject> subject, const RunLimits& limits,
               const RunListener& listener)
    : checks_(plan.checks()),
      subject_(std::move(subject)),
      limits_(limits),
      listener_(listener),
      limit_(start_ + std::min(limits.budget, kLongestRun), limits.stop),
      findings_(checks_.size()),
      evidence_(checks_.size()),
      unfinished_(checks_.size()) {
  for (std::size_t place = 0; place < checks_.size(); ++place) places_[checks_[place].name] = place;
}

Run Runner::go() {
  Run run;
  run.started = subject_->world->machine().now();
  while (unfinished_ > 0) {
    if (limits_.stop.stop_requested()) {
      cancel_the_rest();
      break;
    }
    start_ready();
    if (unfinished_ == 0) break;
    take(inbox_->wait(next_deadline(), limits_.stop));
    leave_late_ones();
  }
  for (auto& finding : findings_) run.findings.push_back(std::move(*finding));
  run.elapsed = std::chrono::duration_cast<milliseconds>(Clock::now() - start_);
  run.out_of_time = out_of_time_;
  return run;
}

// Again while something settles without running, because that may settle others.
void Runner::start_ready() {
  for (bool settled = true; settled;) {
    settled = false;
    for (std::size_t place = 0; place < checks_.size(); ++place) {
      if (!findings_[place] && !running_.contains(place)) settled |= settle(place);
    }
  }
}

// True when the check has its finding without having run.
bool Runner::settle(std::size_t place) {
  if (held_.contains(place)) return settle_shadow(place);
  bool waits = false;
  if (settle_by_needs(place, waits)) return true;
  if (waits || waits_after(checks_[place])) return false;
  if (limit_.remaining() > milliseconds{0}) return start(place);
  out_of_time_ = true;
  not_run(place, kOutOfTime, Facts{}.add("budget_ms", limits_.budget.count()));
  return true;
}

// In the order of `needs`, so that the same world always names the same cause.
bool Runner::settle_by_needs(std::size_t place, bool& waits) {
  for (const std::string& need : checks_[place].needs) {
    const auto& finding = findings_[places_.at(need)];
    waits = !finding;
    if (waits) return false;
    if (carries_on(finding->verdict)) continue;
    not_run(place, finding->because_of.value_or(finding->number));
    return true;
  }
  return false;
}

bool Runner::waits_after(const Check& check) const {
  return std::any_of(check.after.begin(), check.after.end(),
                     [this](const std::string& name) { return !is_finished(name); });
}

bool Runner::waits_behind(const Check& check) const {
  return std::any_of(check.behind.begin(), check.behind.end(),
                     [this](const std::string& name) { return !is_finished(name); });
}

std::optional<FindingNumber> Runner::failed_before(const Check& check) const {
  for (const std::string& name : check.behind) {
    const auto place = places_.find(name);
    if (place == places_.end()) continue;
    const Finding& finding = *findings_[place->second];
    if (finding.verdict == Verdict::fail) return finding.number;
    if (finding.verdict == Verdict::not_run) return finding.because_of;
  }
  return std::nullopt;
}

bool Runner::settle_shadow(std::size_t place) {
  if (waits_behind(checks_[place])) return false;
  auto [answer, elapsed, budget] = std::move(held_.extract(place).mapped());
  if (const auto cause = failed_before(checks_[place])) {
    not_run(place, *cause);
  } else {
    make_finding(place, std::move(answer), elapsed, budget);
  }
  return true;
}

bool Runner::is_finished(const std::string& name) const {
  auto place = places_.find(name);
  return place == places_.end() || findings_[place->second].has_value();
}

bool Runner::start(std::size_t place) {
  const Check& check = checks_[place];
  milliseconds budget = std::min(check.budget, limit_.remaining());
  std::stop_source stop;
  Job job{place, check, subject_, evidence_for(check), Limit::of(budget, stop.get_token())};
  try {
    running_.emplace(place, Running{JobThread(std::move(job), inbox_, std::move(stop)), budget});
  } catch (const std::system_error& error) {
    answered(place, crash(check, error.what()), milliseconds{0}, budget);
    return true;
  }
  if (listener_.started) listener_.started(check);
  return false;
}

Evidence Runner::evidence_for(const Check& check) const {
  Evidence evidence;
  for (const auto* names : {&check.needs, &check.after}) {
    for (const std::string& name : *names) {
      auto place = places_.find(name);
      if (place != places_.end() && evidence_[place->second].has_value()) {
        evidence.put(name, evidence_[place->second]);
      }
    }
  }
  return evidence;
}

void Runner::take(std::vector<Delivery> deliveries) {
  for (Delivery& delivery : deliveries) {
    auto running = running_.find(delivery.place);
    milliseconds budget = running->second.budget;
    running->second.thread.join();
    running_.erase(running);
    answered(delivery.place, std::move(delivery.answer), delivery.elapsed, budget);
  }
}

void Runner::leave_late_ones() {
  for (auto running = running_.begin(); running != running_.end();) {
    auto& [place, job] = *running;
    bool late = Clock::now() >= job.thread.deadline() + kGrace;
    if (!late || !job.thread.leave_behind()) {
      ++running;
      continue;
    }
    job.thread.ask_to_stop();
    milliseconds elapsed = job.thread.elapsed();
    answered(place, out_of_time(checks_[place], job.budget), elapsed, job.budget);
    running = running_.erase(running);
  }
}

Clock::time_point Runner::next_deadline() const {
  auto next = Clock::time_point::max();
  for (const auto& [place, job] : running_) next = std::min(next, job.thread.deadline() + kGrace);
  return next;
}

void Runner::cancel_the_rest() {
  for (auto& [place, job] : running_) job.thread.ask_to_stop();
  for (std::size_t place = 0; place < checks_.size(); ++place) {
    if (findings_[place]) continue;
    Finding finding = blank_finding(checks_[place]);
    finding.verdict = Verdict::cancelled;
    if (auto running = running_.find(place); running != running_.end()) {
      finding.elapsed = running->second.thread.elapsed();
      finding.budget = running->second.budget;
    }
    finish(place, std::move(finding));
  }
  say_farewell();
}

// Their answers are no longer wanted; whoever does not come in time is left behind by ~JobThread.
void Runner::say_farewell() {
  const auto until = Clock::now() + kFarewell;
  while (!running_.empty()) {
    auto deliveries = inbox_->wait(until, {});
    for (const Delivery& delivery : deliveries) {
      running_.at(delivery.place).thread.join();
      running_.erase(delivery.place);
    }
    if (deliveries.empty()) break;
  }
  running_.clear();
}

void Runner::answered(std::size_t place, Answer answer, milliseconds elapsed, milliseconds budget) {
  // Silence until the run's own end proves nothing: with its whole budget the check might have heard an
  // answer.
  const bool cut =
      budget < checks_[place].budget && elapsed + kUnheard >= budget && has_cause(answer.verdict);
  if (cut) answer = out_of_time(checks_[place], budget);
  out_of_time_ = out_of_time_ || cut;
  if (answer.may_be_shadow) {
    held_.emplace(place, Held{std::move(answer), elapsed, budget});
  } else {
    make_finding(place, std::move(answer), elapsed, budget);
  }
}

void Runner::make_finding(std::size_t place, Answer answer, milliseconds elapsed, milliseconds budget) {
  Finding finding = blank_finding(checks_[place]);
  finding.verdict = answer.verdict;
  if (has_cause(answer.verdict)) finding.number = answer.cause.value_or(finding.question);
  finding.facts = std::move(answer.facts);
  finding.elapsed = elapsed;
  finding.budget = budget;
  evidence_[place] = std::move(answer.evidence);
  finish(place, std::move(finding));
}

void Runner::not_run(std::size_t place, FindingNumber because_of, Facts facts) {
  Finding finding = blank_finding(checks_[place]);
  finding.verdict = Verdict::not_run;
  finding.because_of = because_of;
  finding.facts = std::move(facts);
  finish(place, std::move(finding));
}

void Runner::finish(std::size_t place, Finding finding) {
  findings_[place] = std::move(finding);
  --unfinished_;
  if (listener_.finished) listener_.finished(*findings_[place]);
}

}  // namespace

Run run_plan(const Plan& plan, std::shared_ptr<const RunSubject> subject, const RunLimits& limits,
             const RunListener& listener) {
  return Runner(plan, std::move(subject), limits, listener).go();
}

}  // namespace onshi
