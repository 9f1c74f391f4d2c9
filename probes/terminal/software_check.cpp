// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/terminal/software_check.h"

#include <algorithm>

#include <fmt/format.h>

#include "probes/terminal/software_view.h"

namespace onshi {
namespace {

using Parts = std::vector<SoftwarePart>;
using State = SoftwarePart::State;

bool is_known(const SoftwarePart& part) {
  return part.state == State::production || part.state == State::verification;
}

bool any_is(const Parts& parts, State state) {
  return std::ranges::any_of(parts, [=](const SoftwarePart& part) { return part.state == state; });
}

bool any_unreadable(const Parts& parts) {
  return std::ranges::any_of(parts, [](const SoftwarePart& part) {
    return std::ranges::any_of(part.files, [](const SettingsFile& file) { return file.trouble.has_value(); });
  });
}

bool is_half_switched(const Parts& parts) {
  return any_is(parts, State::production) && any_is(parts, State::verification);
}

std::string place_word(const SettingsFile& file, const SettingsFile::Place& place) {
  return fmt::format("{}:{} {}", file.name, place.line, place.host);
}

/// Which line says what, of a program whose addresses do not agree.
void add_places(const SoftwarePart& part, Facts& facts) {
  for (const SettingsFile& file : part.files) {
    for (const auto& place : file.places) {
      if (!place.environment) continue;
      facts.add(fmt::format("{}_place", name_of(*place.environment)), place_word(file, place));
    }
  }
}

void add_strangers(const SettingsFile& file, Facts& facts) {
  for (const auto& place : file.places) {
    if (!place.listed) facts.add("unlisted_place", place_word(file, place));
  }
}

void add_file(const SettingsFile& file, Facts& facts) {
  add_strangers(file, facts);
  for (const std::string& end : file.account_ends) facts.add("reader_account_end", end);
  if (!file.trouble) return;
  facts.add("unreadable_file", file.name);
  facts.add("trouble", std::string(name_of(file.trouble->why)));
}

Facts facts_of(const Parts& parts) {
  Facts facts;
  for (const SoftwarePart& part : parts) {
    facts.add(std::string(name_of(part.part)), std::string(name_of(part.state)));
    if (part.state == State::mixed) add_places(part, facts);
    for (const SettingsFile& file : part.files) add_file(file, facts);
  }
  return facts;
}

/// Of parts none of which is in doubt.
std::string agreed(const Parts& parts) {
  const auto known = std::ranges::find_if(parts, is_known);
  return known == parts.end() ? "software_not_installed" : fmt::format("software_{}", name_of(known->state));
}

Answer judge(const Parts& parts) {
  Facts facts = facts_of(parts);
  if (any_is(parts, State::mixed)) {
    return raise(Verdict::fail, FindingNumber::software_environments_mixed, facts, parts);
  }
  if (is_half_switched(parts)) {
    return raise(Verdict::fail, FindingNumber::software_half_switched, facts, parts);
  }
  if (any_unreadable(parts)) {
    return raise(Verdict::unknown, FindingNumber::software_settings_unreadable, facts, parts);
  }
  if (any_is(parts, State::unknown)) {
    return raise(Verdict::unknown, FindingNumber::software_host_unknown, facts, parts);
  }
  return good(facts.add("software_state", agreed(parts)), parts);
}

Answer ask_software(const Inquiry& inquiry) { return judge(software_parts(inquiry)); }

/// Whether any program on the terminal already works in 本番環境.
bool is_in_production(const Inquiry& inquiry) {
  const auto* parts = inquiry.evidence.of<Parts>("terminal.software");
  return parts != nullptr && any_is(*parts, State::production);
}

/// In which of the profile's folders one of that kind lies, and which could not be looked into.
Facts found_files(const Inquiry& inquiry, LeftFile::Kind kind) {
  Facts facts;
  for (const LeftFile& file : inquiry.profile.left_files) {
    if (file.kind != kind) continue;
    const auto held = inquiry.world.machine().holds_file_like(file.folder, file.name);
    if (!held) facts.add("folder_not_seen", file.folder);
    if (held && *held) facts.add("left_file_folder", file.folder);
  }
  return facts;
}

Answer ask_left_files(const Inquiry& inquiry) {
  const Facts lists = found_files(inquiry, LeftFile::Kind::hand_over);
  if (lists.value("left_file_folder")) {
    return raise(Verdict::attention, FindingNumber::hand_over_file_left, lists);
  }
  const Facts shortcuts = found_files(inquiry, LeftFile::Kind::verification_shortcut);
  if (shortcuts.value("left_file_folder") && is_in_production(inquiry)) {
    return raise(Verdict::attention, FindingNumber::verification_shortcut_left, shortcuts);
  }
  const bool seen = !lists.value("folder_not_seen") && !shortcuts.value("folder_not_seen");
  Facts facts{{"software_state", seen ? "no_left_files" : "left_files_not_told"}};
  return good(facts.add(lists).add(shortcuts));
}

Check about_software(std::string name, std::function<Answer(const Inquiry&)> run, std::string subject) {
  return {.name = std::move(name),
          .question = FindingNumber::terminal_software,
          .budget = std::chrono::milliseconds{2000},
          .run = std::move(run),
          .subject = std::move(subject)};
}

}  // namespace

Check software_check() { return about_software("terminal.software", ask_software, "software_settings"); }

Check left_files_check() {
  Check check = about_software("terminal.left_files", ask_left_files, "left_files");
  check.after = {"terminal.software"};
  return check;
}

}  // namespace onshi
