// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/check_task.h"

namespace onshi {
namespace {

using Event = CheckTask::Event;
using Post = std::function<void(Event)>;

RunListener listener_for(const Post& post) {
  return {.started = [post](const Check& check) { post({Event::What::started, check.name, {}, {}}); },
          .finished = [post](const Finding& finding) { post({Event::What::finished, {}, finding, {}}); }};
}

}  // namespace

CheckTask::CheckTask(Plan plan, std::shared_ptr<const RunSubject> subject, std::chrono::milliseconds budget,
                     Post post)
    : thread_([plan = std::move(plan), subject = std::move(subject), budget,
               post = std::move(post)](const std::stop_token& stop) {
        const Run run = run_plan(plan, subject, {budget, stop}, listener_for(post));
        post({Event::What::done, {}, {}, run});
      }) {}

CheckTask::~CheckTask() = default;

void CheckTask::cancel() { thread_.request_stop(); }

}  // namespace onshi
