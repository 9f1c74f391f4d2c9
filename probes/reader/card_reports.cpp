// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/card_reports.h"

#include <algorithm>

namespace onshi {
namespace {

bool is_good(const Answer& answer) { return answer.verdict == Verdict::ok; }

bool is_worse(const Answer& left, const Answer& right) {
  return left.verdict != right.verdict && worse_of(left.verdict, right.verdict) == left.verdict;
}

Answer together(const std::vector<Answer>& answers) {
  Answer all = answers.front();
  for (std::size_t i = 1; i < answers.size(); ++i) all.facts.add(answers[i].facts);
  return all;
}

}  // namespace

Answer answer_for_all(const Inquiry& inquiry, const std::function<Answer(const CardReport&)>& judge) {
  const auto* reports = inquiry.evidence.of<CardReports>("reader.card");
  if (reports == nullptr || reports->empty()) return judge(CardReport{});
  std::vector<Answer> answers;
  std::ranges::transform(*reports, std::back_inserter(answers), judge);
  if (std::ranges::all_of(answers, is_good)) return together(answers);
  Answer worst = *std::ranges::min_element(answers, is_worse);
  if (std::ranges::any_of(answers, is_good)) worst.verdict = Verdict::attention;
  return worst;
}

}  // namespace onshi
