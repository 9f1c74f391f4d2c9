// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/live_names.h"

#include "probes/world/live/name_exchange.h"

namespace onshi {
namespace {

using Result = NameAnswer::Result;
using Way = NameQuestion::Way;

/// What may be otherwise when asked again: a lost datagram, or a server that stumbled.
bool worth_another_try(const NameAnswer& answer) {
  return answer.result == Result::timeout || answer.result == Result::server_failure ||
         answer.result == Result::format_error;
}

/// A cut datagram is fetched whole by TCP; `truncated` stays when that fails too.
NameAnswer whole_of(NameAnswer cut, NameQuestion question, const Limit& limit) {
  question.way = Way::tcp;
  NameAnswer whole = exchange_name(question, limit);
  bool useless = whole.result == Result::timeout || whole.result == Result::unreachable ||
                 whole.result == Result::failed || whole.result == Result::truncated;
  if (useless) {
    cut.error = whole.error.empty() ? std::string(name_of(whole.result)) : whole.error;
    return cut;
  }
  whole.by_tcp = true;
  return whole;
}

NameAnswer ask_in_turns(const NameQuestion& question, const Limit& limit) {
  NameAnswer answer;
  int most = std::max(question.tries, 1);
  for (int turn = 1; turn <= most && !limit.over(); ++turn) {
    answer = exchange_name(question, limit.within(limit.remaining() / (most - turn + 1)));
    answer.tries = turn;
    if (!worth_another_try(answer)) break;
  }
  if (answer.result == Result::truncated && question.way != Way::tcp) {
    int tries = answer.tries;
    answer = whole_of(std::move(answer), question, limit);
    answer.tries = tries;
  }
  return answer;
}

}  // namespace

NameAnswer LiveNames::ask(const NameQuestion& question, const Limit& limit) {
  auto begun = Limit::Clock::now();
  NameAnswer answer = ask_in_turns(question, limit);
  if (limit.cancelled()) {
    answer.result = Result::cancelled;
  } else if (answer.tries == 0) {
    answer.result = Result::timeout;
  }
  answer.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(Limit::Clock::now() - begun);
  return answer;
}

}  // namespace onshi
