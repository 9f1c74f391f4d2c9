// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/report/json_report.h"

#include <nlohmann/json.hpp>

#include "probes/site/japan_time.h"

namespace onshi {
namespace {

using nlohmann::ordered_json;

// Facts keep their order and may repeat a key (several resolvers); repeated ones become an array.
ordered_json facts_json(const Facts& facts) {
  ordered_json json = ordered_json::object();
  for (const Fact& fact : facts.all()) {
    if (!json.contains(fact.key)) {
      json[fact.key] = fact.value;
    } else if (json[fact.key].is_array()) {
      json[fact.key].push_back(fact.value);
    } else {
      json[fact.key] = ordered_json::array({json[fact.key], fact.value});
    }
  }
  return json;
}

ordered_json finding_json(const ReportContext& context, const Finding& finding) {
  const int number = static_cast<int>(finding.number);
  const CatalogueEntry* entry = context.words.entry(number);
  ordered_json json;
  json["number"] = number;
  json["name"] = entry == nullptr ? "" : entry->name;
  json["group"] = name_of(group_of(finding.question));
  json["verdict"] = name_of(finding.verdict);
  json["who"] = context.words.who(finding);
  json["elapsed_ms"] = finding.elapsed.count();
  json["budget_ms"] = finding.budget.count();
  if (context.words.calls_centre(finding)) json["calls_centre"] = true;
  if (finding.because_of) json["because_of"] = static_cast<int>(*finding.because_of);
  json["facts"] = facts_json(finding.facts);
  json["check"] = finding.check;
  json["question"] = static_cast<int>(finding.question);
  if (!finding.subject.empty()) json["subject"] = finding.subject;
  return json;
}

ordered_json call_centre_json(const ReportContext& context) {
  const CallCentre& centre = context.profile.call_centre;
  ordered_json json{{"phone", centre.phone}, {"confirmed", centre.confirmed}};
  if (centre.built_in) json["built_in"] = true;
  const auto time = present_time(context);
  if (time && time->from != PresentTime::From::clock) json["clock_wrong"] = true;
  const bool told = time && time->from != PresentTime::From::nowhere;
  const auto now = told ? call_centre_at(centre, time->time) : std::nullopt;
  if (!now) return json;
  json["now"] = iso_time(time->time);
  json["state"] = name_of(now->state);
  if (now->closes) json["closes"] = iso_time(*now->closes);
  if (now->opens) json["opens"] = iso_time(*now->opens);
  if (now->holiday) json["holiday"] = name_of(*now->holiday);
  return json;
}

Verdict verdict_named(const std::string& name) {
  for (Verdict verdict :
       {Verdict::ok, Verdict::attention, Verdict::fail, Verdict::not_run, Verdict::cancelled}) {
    if (name_of(verdict) == name) return verdict;
  }
  return Verdict::unknown;
}

Facts facts_from(const ordered_json& json) {
  Facts facts;
  for (const auto& [key, value] : json.items()) {
    if (value.is_string()) facts.add(key, value.get<std::string>());
    if (!value.is_array()) continue;
    for (const auto& one : value) facts.add(key, one.get<std::string>());
  }
  return facts;
}

Finding finding_from(const ordered_json& json) {
  Finding finding;
  finding.check = json.value("check", "");
  finding.subject = json.value("subject", "");
  finding.question = static_cast<FindingNumber>(json.at("question").get<int>());
  finding.number = static_cast<FindingNumber>(json.at("number").get<int>());
  finding.verdict = verdict_named(json.at("verdict").get<std::string>());
  finding.facts = facts_from(json.at("facts"));
  finding.elapsed = std::chrono::milliseconds{json.at("elapsed_ms").get<std::int64_t>()};
  finding.budget = std::chrono::milliseconds{json.at("budget_ms").get<std::int64_t>()};
  if (json.contains("because_of"))
    finding.because_of = static_cast<FindingNumber>(json["because_of"].get<int>());
  return finding;
}

}  // namespace

std::string json_report(const ReportContext& context) {
  ordered_json json;
  json["schema_version"] = 1;
  json["program"] = program_name();
  json["started"] = iso_time(context.run.started);
  json["elapsed_ms"] = context.run.elapsed.count();
  json["profile"] = {{"name", context.profile.name},
                     {"version", context.profile.version},
                     {"sha256", context.profile.sha256}};
  json["verdict"] = name_of(context.run.verdict());
  json["phone_code"] = nullptr;
  if (!context.profile.call_centre.phone.empty()) json["call_centre"] = call_centre_json(context);
  json["out_of_time"] = context.run.out_of_time;
  json["findings"] = ordered_json::array();
  for (const Finding& finding : context.run.findings)
    json["findings"].push_back(finding_json(context, finding));
  return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

Profile profile_from_json(const std::string& text) {
  Profile profile;
  const ordered_json json = ordered_json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("profile") || !json["profile"].is_object()) return profile;
  const auto word = [&](const char* key) {
    const auto found = json["profile"].find(key);
    return found != json["profile"].end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  profile.name = word("name");
  profile.version = word("version");
  profile.sha256 = word("sha256");
  return profile;
}

std::optional<Run> run_from_json(const std::string& text) {
  try {
    const ordered_json json = ordered_json::parse(text);
    Run run;
    const auto started = parse_iso_time(json.at("started").get<std::string>());
    if (!started) return std::nullopt;
    run.started = *started;
    run.elapsed = std::chrono::milliseconds{json.at("elapsed_ms").get<std::int64_t>()};
    run.out_of_time = json.value("out_of_time", false);
    for (const auto& one : json.at("findings")) run.findings.push_back(finding_from(one));
    return run;
  } catch (const ordered_json::exception&) {
    return std::nullopt;
  }
}

}  // namespace onshi
