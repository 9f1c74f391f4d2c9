// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/cli/surroundings.h"

#include <cstdio>

#include <fmt/format.h>

#include "probes/certificate/open_certificate.h"
#include "probes/world/password_prompt.h"
#include "probes/world/recorded/observations_file.h"
#include "probes/world/recorded/recorded_world.h"
#include "probes/world/this_program.h"
#include "wizard/report/json_report.h"
#include "wizard/report/prometheus_report.h"
#include "wizard/report/text_report.h"

namespace onshi {
namespace {

AllowedHosts hosts_of(const Profile& profile) {
  const auto hosts = profile.hosts_for(Environment::verification);
  return {hosts.begin(), hosts.end()};
}

std::expected<std::shared_ptr<World>, FileFault> world_for(const Invocation& asked, const Profile& profile) {
  if (asked.world.empty()) return live_world(hosts_of(profile), profile.prefixes);
  auto observations = load_observations(asked.world);
  if (!observations) return std::unexpected(observations.error());
  return recorded_world(std::move(*observations), hosts_of(profile));
}

constexpr std::size_t kLongestPasswordFile = 4096;  // bytes

bool is_other_than_folder(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::exists(path, error) && !std::filesystem::is_directory(path, error);
}

bool has_folder(const std::filesystem::path& file) {
  std::error_code error;
  const bool folder_itself = std::filesystem::is_directory(file, error);
  return !folder_itself &&
         (!file.has_parent_path() || std::filesystem::is_directory(file.parent_path(), error));
}

/// What would only show after minutes of work, or not at all.
std::optional<Refusal> unusable_places(const Invocation& asked, const Words& words) {
  const auto refuse = [&](const char* id, const std::filesystem::path& file) {
    return Refusal{words.text(id, asked.language, Facts{{"file", file.string()}})};
  };
  if (is_other_than_folder(asked.site)) return refuse("cli.site.no_folder", asked.site);
  if (!asked.record.empty() && !has_folder(asked.record)) return refuse("cli.cannot_write", asked.record);
  return std::nullopt;
}

std::expected<std::optional<Secret>, Refusal> given_password(const Surroundings& here) {
  if (here.asked.password_file.empty()) return ask_password(here.say("cli.prompt.certificate_password"));
  auto text = read_file(here.asked.password_file, kLongestPasswordFile);
  if (!text) {
    const FileFault fault = fault_of(text.error(), here.asked.password_file);
    return std::unexpected(Refusal{here.words.fault(fault, here.asked.language), Exit::wrong_input});
  }
  Secret whole = Secret::take(std::move(*text));
  return whole.reveal([](std::string_view characters) {
    return Secret::take(std::string(characters.substr(0, characters.find_first_of("\r\n"))));
  });
}

bool opens_without(std::string_view bytes) {
  const auto opened = open_certificate(bytes, Secret{});
  return opened || opened.error().what != CertificateFault::What::wrong_password;
}

}  // namespace

FileFault fault_of(const FileTrouble& trouble, const std::filesystem::path& file) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) return {FileFault::What::folder, file, 0, "", "", {}};
  const FileFault::What what = trouble.what == FileTrouble::What::not_found   ? FileFault::What::missing
                               : trouble.what == FileTrouble::What::too_large ? FileFault::What::too_large
                                                                              : FileFault::What::unreadable;
  return {what, file, 0, "", "", {}};
}

std::expected<Surroundings, Refusal> surroundings_for(const Invocation& asked, const Words& words) {
  const auto refuse = [&](const FileFault& fault) {
    return std::unexpected(Refusal{words.fault(fault, asked.language), Exit::wrong_input});
  };
  if (auto unusable = unusable_places(asked, words)) return std::unexpected(*std::move(unusable));
  const std::filesystem::path shipped = asked.assets / "profiles" / "standard.xml";
  auto profile = load_profile(asked.profile.empty() ? shipped : asked.profile, shipped);
  if (!profile) return refuse(profile.error());
  SiteStore store(asked.site.empty() ? default_site_folder() : asked.site);
  auto catalogue =
      reader_catalogue_from({store.folder(), this_program().parent_path()}, asked.assets / "readers.xml");
  if (!catalogue) return refuse(catalogue.error());
  auto world = world_for(asked, *profile);
  if (!world) return refuse(world.error());
  std::shared_ptr<RecordingWorld> recording;
  if (!asked.record.empty()) *world = recording = recording_world(*world, hosts_of(*profile));
  return Surroundings{asked,
                      words,
                      std::move(*profile),
                      std::move(*catalogue),
                      std::move(*world),
                      std::move(recording),
                      std::move(store)};
}

std::expected<std::optional<Secret>, Refusal> certificate_password(const Surroundings& here,
                                                                   std::string_view bytes) {
  auto given = given_password(here);
  const bool empty = given && *given && (*given)->empty();
  if (!empty || opens_without(bytes)) return given;
  const bool typed = here.asked.password_file.empty();
  return std::unexpected(Refusal{here.say(typed ? "cli.password_empty.typed" : "cli.password_empty.file",
                                          Facts{{"file", here.asked.password_file.string()}})});
}

std::optional<Refusal> unusable_site(const Surroundings& here) {
  std::error_code error;
  const bool absent = !here.asked.site.empty() && !std::filesystem::exists(here.asked.site, error) && !error;
  if (absent) return Refusal{here.say("cli.site.not_there", Facts{{"file", here.asked.site.string()}})};
  const auto site = here.store.load_site();
  if (site) return std::nullopt;
  const bool unreadable = site.error().what == FileFault::What::unreadable;
  return Refusal{here.words.fault(site.error(), here.asked.language) + "\n" +
                 here.say(unreadable ? "cli.site.unreadable" : "cli.site.damaged")};
}

std::string sentence_of(const Surroundings& here, const StoreTrouble& trouble) {
  const Facts facts{{"file", trouble.file.string()}};
  if (trouble.what == StoreTrouble::What::read_only) return here.say("cli.store.read_only", facts);
  if (trouble.what == StoreTrouble::What::full) return here.say("cli.store.full", facts);
  return here.say("cli.store.failed", facts);
}

bool store_run(const Surroundings& here, const Run& run, const Institution& institution) {
  if (!here.asked.world.empty() || !here.asked.only.empty()) return true;
  SiteStore store = here.store;
  const auto stored =
      store.save_run(json_report({run, institution, here.profile, here.words, here.asked.language}));
  if (stored) return true;
  fmt::print(stderr, "{}\n", here.say("cli.not_stored", Facts{{"file", stored.error().file.string()}}));
  return false;
}

std::optional<Refusal> write_record(const Surroundings& here) {
  if (!here.recording) return std::nullopt;
  if (save_observations(here.recording->observations(), here.asked.record)) return std::nullopt;
  return Refusal{here.say("cli.cannot_write", Facts{{"file", here.asked.record.string()}})};
}

Exit print_run(const Surroundings& here, const Run& run, const Institution& institution) {
  const ReportContext context{run,        institution,         here.profile,
                              here.words, here.asked.language, here.world->machine().now()};
  switch (here.asked.format) {
    case Invocation::Format::json:
      fmt::print("{}", json_report(context));
      break;
    case Invocation::Format::prometheus:
      fmt::print("{}", prometheus_report(context));
      break;
    case Invocation::Format::text:
      fmt::print("{}", text_report(context));
      break;
  }
  std::fflush(stdout);  // so that what is said about it on the error stream comes after it
  return run.verdict() == Verdict::ok ? Exit::all_well : Exit::needs_attention;
}

}  // namespace onshi
