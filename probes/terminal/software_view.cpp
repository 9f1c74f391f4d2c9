// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/terminal/software_view.h"

#include <algorithm>

#include "probes/site/name_table.h"

namespace onshi {
namespace {

using State = SoftwarePart::State;
using Part = SoftwareSettings::Part;

constexpr NameTable<State, 5> kStates{{{State::not_installed, "not_installed"},
                                       {State::production, "production"},
                                       {State::verification, "verification"},
                                       {State::mixed, "mixed"},
                                       {State::unknown, "unknown_environment"}}};

/// Of a path of either system.
std::string file_name(const std::string& path) { return path.substr(path.find_last_of("/\\") + 1); }

SettingsFile::Place place_of(const ConnectionSettings::Place& seen, const Profile& profile) {
  return {seen.line, seen.host, profile.environment_of(seen.host), profile.lists(seen.host)};
}

/// Empty when the file is not here.
std::optional<SettingsFile> look_into(const Inquiry& inquiry, const SoftwareSettings& settings) {
  const auto seen = inquiry.world.machine().connection_settings(settings.file);
  SettingsFile file{.part = settings.part, .name = file_name(settings.file)};
  if (!seen && seen.error().why == CannotSee::Why::not_here) return std::nullopt;
  if (!seen) {
    file.trouble = seen.error();
    return file;
  }
  file.account_ends = seen->account_ends;
  std::ranges::transform(seen->places, std::back_inserter(file.places),
                         [&](const auto& place) { return place_of(place, inquiry.profile); });
  return file;
}

bool points_at(const SoftwarePart& part, Environment environment) {
  return std::ranges::any_of(part.files, [=](const SettingsFile& file) {
    return std::ranges::any_of(file.places,
                               [=](const auto& place) { return place.environment == environment; });
  });
}

State state_of(const SoftwarePart& part) {
  if (part.files.empty()) return State::not_installed;
  const bool production = points_at(part, Environment::production);
  const bool verification = points_at(part, Environment::verification);
  if (production && verification) return State::mixed;
  if (!production && !verification) return State::unknown;
  return production ? State::production : State::verification;
}

}  // namespace

std::string_view name_of(State state) { return name_in(kStates, state); }

std::vector<SoftwarePart> software_parts(const Inquiry& inquiry) {
  std::vector<SoftwarePart> parts{{.part = Part::exchange_app}, {.part = Part::face_library}};
  for (SoftwarePart& part : parts) {
    for (const SoftwareSettings& settings : inquiry.profile.software) {
      if (settings.part != part.part) continue;
      if (auto file = look_into(inquiry, settings)) part.files.push_back(*std::move(file));
    }
    part.state = state_of(part);
  }
  return parts;
}

}  // namespace onshi
