// SPDX-License-Identifier: GPL-3.0-or-later
// `Answer` is what a check says; `Finding` is that answer with what the runner knows about it. A good,
// not_run or cancelled finding carries the question's number, any other its cause's. Texts and who must act
// are looked up by number in assets/findings. Plain values, any thread.
#pragma once

#include <any>
#include <chrono>
#include <optional>
#include <string>

#include "probes/check/facts.h"
#include "probes/check/finding_number.h"
#include "probes/check/verdict.h"

namespace onshi {

struct Answer {
  Verdict verdict = Verdict::unknown;
  std::optional<FindingNumber> cause;  // empty when the answer is good
  Facts facts;
  std::any evidence;  // typed observations for the checks that need this one (see Evidence)
  bool may_be_shadow = false;
};

/// All is well; `evidence` is handed to dependants.
Answer good(Facts facts = {}, std::any evidence = {});

/// Names one cause. `verdict` is attention, fail or unknown.
Answer raise(Verdict verdict, FindingNumber cause, Facts facts = {}, std::any evidence = {});

/// Where a check that this one stands `behind` failed, that is why it came to this: the finding becomes
/// `not_run` because of it. Else the answer counts as it is.
Answer or_shadow(Answer answer);

struct Finding {
  std::string check;    // name of the check, such as "line.link"
  std::string subject;  // which of several (a reader, a resolver), empty for the only one
  FindingNumber question;
  FindingNumber number;  // the cause, else the question
  Verdict verdict = Verdict::unknown;
  Facts facts;
  std::chrono::milliseconds elapsed{0};
  std::chrono::milliseconds budget{0};
  std::optional<FindingNumber> because_of;  // for not_run: the finding that stopped it
};

}  // namespace onshi
