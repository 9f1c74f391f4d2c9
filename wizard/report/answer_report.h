// SPDX-License-Identifier: GPL-3.0-or-later
// Answers to what people ask, as text and as JSON: the question, what to do, whom to call, and the document
// that says so. Any thread.
#pragma once

#include <string>
#include <vector>

#include "wizard/words/answer_book.h"
#include "wizard/words/words.h"

namespace onshi {

/// `calls`: the sentences about the call centre, for an answer that leads there.
std::string text_answer(const AskedAnswer& answer, const Words& words, Language language,
                        const std::vector<std::string>& calls);

/// The questions alone, one a line with its id, under a heading; empty when there are none.
std::string text_questions(const std::vector<const AskedAnswer*>& answers, const Words& words,
                           Language language);

/// `{"answers": [...]}` with id, ask, tell, call, sources, pages and numbers of each.
std::string json_answers(const std::vector<const AskedAnswer*>& answers, const Words& words,
                         Language language);

}  // namespace onshi
