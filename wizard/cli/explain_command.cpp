// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "wizard/cli/commands.h"
#include "wizard/report/text_report.h"

namespace onshi {
namespace {

std::string json_explanation(const CatalogueEntry& entry, const Words& all, Language language) {
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
  }
  return json.dump(2) + "\n";
}

}  // namespace

CommandResult explain_command(const Surroundings& here) {
  const CatalogueEntry* entry = here.words.entry(here.asked.number);
  if (entry == nullptr) {
    return std::unexpected(
        Refusal{here.say("cli.number_unknown", Facts().add("number", here.asked.number)), Exit::wrong_input});
  }
  const bool json = here.asked.format == Invocation::Format::json;
  fmt::print("{}", json ? json_explanation(*entry, here.words, here.asked.language)
                        : text_explanation(*entry, here.words, here.asked.language));
  return Exit::all_well;
}

}  // namespace onshi
