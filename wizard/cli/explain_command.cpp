// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "wizard/cli/commands.h"
#include "wizard/report/text_report.h"
#include "wizard/words/call_centre_words.h"

namespace onshi {
namespace {

std::string json_explanation(const CatalogueEntry& entry, const Words& all, Language language,
                             const std::vector<std::string>& calls) {
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
  return json.dump(2) + "\n";
}

std::vector<std::string> lines_for(const Surroundings& here, const CatalogueEntry& entry) {
  if (!entry.calls_centre) return {};
  return call_centre_lines(here.profile.call_centre, here.words, here.asked.language,
                           here.world->machine().now());
}

}  // namespace

CommandResult explain_command(const Surroundings& here) {
  const CatalogueEntry* entry = here.words.entry(here.asked.number);
  if (entry == nullptr) {
    return std::unexpected(
        Refusal{here.say("cli.number_unknown", Facts().add("number", here.asked.number)), Exit::wrong_input});
  }
  const auto calls = lines_for(here, *entry);
  const bool json = here.asked.format == Invocation::Format::json;
  fmt::print("{}", json ? json_explanation(*entry, here.words, here.asked.language, calls)
                        : text_explanation(*entry, here.words, here.asked.language, calls));
  return Exit::all_well;
}

}  // namespace onshi
