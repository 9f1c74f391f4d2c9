// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/live_names.h"

namespace onshi {
namespace {

using Result = NameAnswer::Result;
using Way = NameQuestion::Way;

std::chrono::milliseconds since(Limit::Clock::time_point begun) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Limit::Clock::now() - begun);
}

/// What may be otherwise when asked again: a lost datagram, or a server that stumbled.
bool worth_another_try(const NameAnswer& answer) {
  return answer.result == Result::timeout || answer.result == Result::server_failure ||
         answer.result == Result::format_error;
}

/// Some drop what they cannot bear without a word; a lost datagram looks the same, so `lost` is told too.
bool may_not_bear_edns(const NameAnswer& answer, const NameQuestion& question) {
  return question.way == Way::udp_edns &&
         (answer.result == Result::format_error || answer.result == Result::timeout);
}

bool said_something(const NameAnswer& answer) {
  switch (answer.result) {
    case Result::format_error:
    case Result::timeout:
    case Result::unreachable:
    case Result::cancelled:
    case Result::failed:
      return false;
    default:
      return true;
  }
}

/// Whatever it says: the question and its answer got through.
bool came_back(const NameAnswer& answer) {
  return said_something(answer) || answer.result == Result::format_error;
}

/// Tells what the name is, with nothing left to fetch.
bool is_whole(const NameAnswer& answer) {
  return answer.result == Result::answer || answer.result == Result::no_such_name ||
         answer.result == Result::no_data;
}

}  // namespace

/// A cut datagram is fetched whole by TCP; `truncated` stays when that fails too.
NameAnswer LiveNames::whole_of(NameAnswer cut, NameQuestion question, const Limit& limit) const {
  question.way = Way::tcp;
  NameAnswer whole = exchange_(question, limit);
  bool useless = whole.result == Result::timeout || whole.result == Result::unreachable ||
                 whole.result == Result::failed || whole.result == Result::truncated;
  if (useless) {
    cut.error = whole.error.empty() ? std::string(name_of(whole.result)) : whole.error;
    return cut;
  }
  whole.by_tcp = true;
  if (whole.error.empty()) whole.error = cut.error;
  return whole;
}

/// After silence the question went without EDNS, and its answer was cut and cannot be fetched by TCP: the
/// silence may have been a lost datagram.
NameAnswer LiveNames::with_edns_after_all(NameAnswer cut, NameQuestion question, const Limit& limit) const {
  question.way = Way::udp_edns_alone;
  NameAnswer whole = exchange_(question, limit);
  if (!is_whole(whole)) return cut;
  whole.tries = cut.tries + 1;
  whole.round_trip = cut.round_trip;
  return whole;
}

NameAnswer LiveNames::ask_in_turns(NameQuestion question, const Limit& limit) const {
  NameAnswer answer;
  int most = std::max(question.tries, 1);
  int lost = 0;
  bool without_edns = false;
  for (int turn = 1; turn <= most && !limit.over(); ++turn) {
    const auto begun = Limit::Clock::now();
    answer = exchange_(question, limit.within(limit.remaining() / (most - turn + 1)));
    answer.tries = turn;
    answer.round_trip = since(begun);
    if (answer.result == Result::timeout) ++lost;
    if (!worth_another_try(answer)) break;
    if (!may_not_bear_edns(answer, question)) continue;
    without_edns = true;
    question.way = Way::udp_plain;
    if (answer.result == Result::format_error) most = std::max(most, turn + 1);
  }
  if (without_edns && answer.error.empty() && said_something(answer)) answer.error = "EDNS";
  if (answer.result == Result::truncated && question.way != Way::tcp) {
    const auto cut = answer;
    const bool after_silence = without_edns && lost > 0;
    answer = whole_of(cut, question, after_silence ? limit.within(limit.remaining() / 2) : limit);
    answer.tries = cut.tries;
    answer.round_trip = cut.round_trip;
    if (after_silence && answer.result == Result::truncated) {
      answer = with_edns_after_all(std::move(answer), question, limit);
    }
  }
  answer.lost = lost;
  return answer;
}

/// The last answer that was one, with the count of all; what never got through at all is lost too.
NameAnswer LiveNames::ask_repeatedly(const NameQuestion& question, const Limit& limit) const {
  NameAnswer last;
  last.result = Result::timeout;
  int asked = 0;
  int lost = 0;
  for (; asked < question.tries && !limit.over(); ++asked) {
    const auto begun = Limit::Clock::now();
    NameAnswer answer = exchange_(question, limit.within(limit.remaining() / (question.tries - asked)));
    const bool came = came_back(answer);
    const bool cancelled = answer.result == Result::cancelled;
    if (came || cancelled || lost == asked) last = std::move(answer);
    if (cancelled) break;
    if (came) {
      last.round_trip = since(begun);
    } else {
      ++lost;
    }
  }
  last.tries = asked;
  last.lost = lost;
  return last;
}

NameAnswer LiveNames::ask(const NameQuestion& question, const Limit& limit) {
  auto begun = Limit::Clock::now();
  NameAnswer answer =
      question.way == Way::udp_repeated ? ask_repeatedly(question, limit) : ask_in_turns(question, limit);
  if (limit.cancelled()) {
    answer.result = Result::cancelled;
  } else if (answer.tries == 0) {
    answer.result = Result::timeout;
  }
  answer.elapsed = since(begun);
  return answer;
}

}  // namespace onshi
