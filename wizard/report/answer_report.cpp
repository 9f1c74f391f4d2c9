// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/report/answer_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace onshi {
namespace {

std::string title_of(const std::string& source, const Words& words, Language language) {
  return words.text(fmt::format("answer.source.{}", source), language);
}

nlohmann::ordered_json json_of(const AskedAnswer& answer, const Words& words, Language language) {
  nlohmann::ordered_json json;
  json["id"] = answer.id;
  json["ask"] = answer.in(language).ask;
  json["tell"] = answer.in(language).tell;
  json["call"] = answer.call;
  json["sources"] = nlohmann::ordered_json::array();
  for (const std::string& source : answer.sources)
    json["sources"].push_back(title_of(source, words, language));
  json["pages"] = answer.pages;
  json["numbers"] = answer.numbers;
  return json;
}

}  // namespace

std::string text_answer(const AskedAnswer& answer, const Words& words, Language language,
                        const std::vector<std::string>& calls) {
  const AnswerWords& said = answer.in(language);
  std::string text = fmt::format("{} {}\n  {}\n", answer.id, said.ask, said.tell);
  if (answer.call != "none") {
    const std::string whom = words.text(fmt::format("answer.call.{}", answer.call), language);
    text += "  " + words.text("answer.whom", language, Facts{{"whom", whom}}) + "\n";
  }
  for (const std::string& line : calls) text += "  " + line + "\n";
  for (const std::string& source : answer.sources) {
    text += "  " + words.text("answer.says", language, Facts{{"source", title_of(source, words, language)}}) +
            "\n";
  }
  return text;
}

std::string text_questions(const std::vector<const AskedAnswer*>& answers, const Words& words,
                           Language language) {
  if (answers.empty()) return {};
  std::string text = words.text("answer.asked", language) + "\n";
  for (const AskedAnswer* answer : answers) {
    text += fmt::format("  {} {}\n", answer->id, answer->in(language).ask);
  }
  return text;
}

std::string json_answers(const std::vector<const AskedAnswer*>& answers, const Words& words,
                         Language language) {
  nlohmann::ordered_json json;
  json["answers"] = nlohmann::ordered_json::array();
  for (const AskedAnswer* answer : answers) json["answers"].push_back(json_of(*answer, words, language));
  return json.dump(2) + "\n";
}

}  // namespace onshi
