// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "wizard/cli/commands.h"
#include "wizard/report/answer_report.h"
#include "wizard/report/text_report.h"
#include "wizard/words/call_centre_words.h"

namespace onshi {
namespace {

std::string json_explanation(const CatalogueEntry& entry, const Words& all, Language language,
                             const std::vector<std::string>& calls,
                             const std::vector<const AskedAnswer*>& answers) {
  const FindingWords words = all.in_general(entry, language);
  nlohmann::ordered_json json;
  json["number"] = entry.number;
  json["name"] = entry.name;
  json["question"] = entry.question;
  json["who"] = entry.who;
  json["title"] = words.title;
  json["meaning"] = words.meaning;
  if (entry.is_question) {
    json["good"] = words.good;
  } else {
    json["clinic"] = words.clinic;
    json["engineer"] = words.engineer;
    json["say"] = words.say;
    if (!calls.empty()) json["call_centre"] = calls;
  }
  for (const AskedAnswer* answer : answers) json["answers"].push_back(answer->id);
  return json.dump(2) + "\n";
}

std::vector<std::string> lines_for(const Surroundings& here, bool calls_centre) {
  if (!calls_centre) return {};
  return call_centre_lines(here.profile.call_centre, here.words, here.asked.language,
                           present_time(here.world->machine().now(), nullptr));
}

bool wants_json(const Surroundings& here) { return here.asked.format == Invocation::Format::json; }

CommandResult show_answers(const Surroundings& here, const std::vector<const AskedAnswer*>& answers) {
  if (wants_json(here)) {
    fmt::print("{}", json_answers(answers, here.words, here.asked.language));
    return Exit::all_well;
  }
  for (const AskedAnswer* answer : answers) {
    const auto calls = lines_for(here, answer->call == "call_centre" && answers.size() == 1);
    fmt::print("{}\n", text_answer(*answer, here.words, here.asked.language, calls));
  }
  return Exit::all_well;
}

CommandResult search_answers(const Surroundings& here, const AnswerBook& book) {
  constexpr std::size_t kMost = 5;
  auto found = book.search(here.asked.search);
  if (found.size() > kMost) found.resize(kMost);
  if (!found.empty()) return show_answers(here, found);
  return std::unexpected(
      Refusal{here.say("answer.none", Facts{{"query", here.asked.search}}), Exit::needs_attention});
}

CommandResult explain_answer(const Surroundings& here, const AnswerBook& book) {
  if (const AskedAnswer* answer = book.with_id(here.asked.answer)) return show_answers(here, {answer});
  return std::unexpected(Refusal{here.say("answer.unknown", Facts{{"id", here.asked.answer}})});
}

CommandResult explain_number(const Surroundings& here, const AnswerBook& book) {
  const CatalogueEntry* entry = here.words.entry(here.asked.number);
  if (entry == nullptr) {
    return std::unexpected(
        Refusal{here.say("cli.number_unknown", Facts().add("number", here.asked.number)), Exit::wrong_input});
  }
  const auto calls = lines_for(here, entry->calls_centre);
  const auto answers = book.about(here.asked.number);
  const Language language = here.asked.language;
  fmt::print("{}", wants_json(here) ? json_explanation(*entry, here.words, language, calls, answers)
                                    : text_explanation(*entry, here.words, language, calls) +
                                          text_questions(answers, here.words, language));
  return Exit::all_well;
}

}  // namespace

CommandResult explain_command(const Surroundings& here) {
  const auto book = AnswerBook::load(here.asked.assets / "preparation" / "answers.xml");
  if (!book)
    return std::unexpected(Refusal{here.words.fault(book.error(), here.asked.language), Exit::failed});
  if (!here.asked.search.empty()) return search_answers(here, *book);
  if (!here.asked.answer.empty()) return explain_answer(here, *book);
  return explain_number(here, *book);
}

}  // namespace onshi
