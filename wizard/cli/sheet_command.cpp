// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "probes/sheet/sheet_reader.h"
#include "probes/terminal/software_check.h"
#include "wizard/cli/commands.h"
#include "wizard/report/json_report.h"
#include "wizard/report/text_report.h"

namespace onshi {
namespace {

using nlohmann::ordered_json;

// Always as the sheet itself says it, in whichever language a person reads.
std::string environment_in_json(const Words& words, const MasterAccountSheet& sheet) {
  if (!sheet.environment) return {};
  return words.text(fmt::format("sheet.environment.{}", name_of(*sheet.environment)), Language::japanese);
}

/// The fields that a person still has to compare with the paper; empty unless they came from a picture.
ordered_json unconfirmed_json(const MasterAccountSheet& sheet) {
  ordered_json entries = ordered_json::array();
  for (const SheetEntry entry : sheet.unconfirmed) entries.push_back(name_of(entry));
  return entries;
}

ordered_json sheet_json(const Words& words, const MasterAccountSheet& sheet) {
  return {{"file", sheet.file},
          {"page", sheet.page},
          {"environment", environment_in_json(words, sheet)},
          {"institution_code", sheet.institution_code},
          {"institution_name", sheet.institution_name},
          {"master_user_id", sheet.master_user_id},
          {"master_user_name", sheet.master_user_name},
          {"master_password", name_of(sheet.master_password)},
          {"reset_user_id", sheet.reset_user_id},
          {"unconfirmed", unconfirmed_json(sheet)}};
}

std::string json_output(const ReportContext& context, const SheetReading& reading) {
  ordered_json json = ordered_json::parse(json_report(context));
  json["sheets"] = ordered_json::array();
  for (const auto& read : reading.sheets) json["sheets"].push_back(sheet_json(context.words, read.sheet));
  return json.dump(2) + "\n";
}

std::string environment_words(const Surroundings& here, const MasterAccountSheet& sheet) {
  return here.say(
      fmt::format("sheet.environment.{}", sheet.environment ? name_of(*sheet.environment) : "none"));
}

std::string line(const Surroundings& here, const char* field, std::string_view value) {
  return fmt::format("  {}: {}\n", here.say(std::string("sheet.field.") + field), value);
}

void print_password(const Surroundings& here, const SheetWithPassword& read) {
  const bool show =
      here.asked.show_passwords && read.sheet.master_password == MasterAccountSheet::Password::present;
  const std::string state = here.say(fmt::format("sheet.password.{}", name_of(read.sheet.master_password)));
  if (!show) return fmt::print("{}", line(here, "master_password", state));
  read.password.reveal(
      [&](std::string_view characters) { fmt::print("{}", line(here, "master_password", characters)); });
}

void print_sheet(const Surroundings& here, const SheetWithPassword& read) {
  const MasterAccountSheet& sheet = read.sheet;
  fmt::print("{}\n", here.say("sheet.heading", Facts().add("file", sheet.file).add("page", sheet.page)));
  const auto entry = [&](SheetEntry which, std::string value) {
    if (sheet.unconfirmed.contains(which)) value += " " + here.say("sheet.unconfirmed");
    return line(here, std::string(name_of(which)).c_str(), value);
  };
  fmt::print("{}", entry(SheetEntry::environment, environment_words(here, sheet)));
  fmt::print("{}", entry(SheetEntry::institution_code, sheet.institution_code));
  fmt::print("{}", entry(SheetEntry::institution_name, sheet.institution_name));
  fmt::print("{}", entry(SheetEntry::master_user_id, sheet.master_user_id));
  fmt::print("{}", line(here, "master_user_name", sheet.master_user_name));
  print_password(here, read);
  fmt::print("{}\n", entry(SheetEntry::reset_user_id, sheet.reset_user_id));
}

/// Of a file that is not there or may not be read; the detail of the sheet's fault says which.
FileFault file_fault(const SheetFault& fault, const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return {FileFault::What::folder, path, 0, "", "", {}};
  const bool missing = fault.detail == name_of(FileFault::What::missing);
  return {missing ? FileFault::What::missing : FileFault::What::unreadable, path, 0, "", "", {}};
}

std::expected<SheetReading, Refusal> reading_of(const Surroundings& here) {
  SheetReading reading;
  std::vector<SheetInput> inputs;
  for (const auto& path : here.asked.files) {
    auto input = load_sheet_file(path);
    if (input) {
      inputs.push_back(std::move(*input));
    } else if (input.error().what == SheetFault::What::unreadable) {
      return std::unexpected(Refusal{here.words.fault(file_fault(input.error(), path), here.asked.language)});
    } else {
      reading.faults.push_back(input.error());
    }
  }
  const auto budget = here.asked.budget_given ? here.asked.budget : kLongestReading;
  SheetReading read = read_sheets(here.world->programs(), inputs, Limit::of(budget));
  read.faults.insert(read.faults.begin(), reading.faults.begin(), reading.faults.end());
  return read;
}

/// Which environment the programs on this terminal point at, beside the sheets that say which one is meant;
/// nothing where none is installed.
std::optional<Finding> software_finding(const Surroundings& here) {
  const auto subject = std::make_shared<const RunSubject>(RunSubject{here.world, {}, here.profile, {}});
  Run run = run_plan(Plan({software_check()}), subject, {here.asked.budget, {}});
  Finding& finding = run.findings.front();
  const bool absent = finding.facts.value("software_state") == "software_not_installed";
  return absent ? std::nullopt : std::optional(std::move(finding));
}

}  // namespace

CommandResult sheet_command(const Surroundings& here) {
  if (here.asked.show_passwords && here.asked.format != Invocation::Format::text) {
    return std::unexpected(Refusal{here.say("cli.passwords_text_only")});
  }
  const auto reading = reading_of(here);
  if (!reading) return std::unexpected(reading.error());
  Run run;
  run.started = here.world->machine().now();
  run.findings = findings_of(*reading);
  if (auto software = software_finding(here)) run.findings.push_back(*std::move(software));
  const Institution nobody;
  const ReportContext context{run, nobody, here.profile, here.words, here.asked.language, run.started};
  if (here.asked.format == Invocation::Format::json) {
    fmt::print("{}", json_output(context, *reading));
    return run.verdict() == Verdict::ok ? Exit::all_well : Exit::needs_attention;
  }
  for (const auto& read : reading->sheets) print_sheet(here, read);
  return print_run(here, run, nobody);
}

}  // namespace onshi
