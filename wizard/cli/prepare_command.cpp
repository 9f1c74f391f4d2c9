// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>

#include "probes/preparation/preparation_checks.h"
#include "probes/site/japan_time.h"
#include "probes/world/files.h"
#include "probes/world/password_prompt.h"
#include "wizard/cli/commands.h"
#include "wizard/flow/answers.h"
#include "wizard/report/calendar_file.h"
#include "wizard/report/json_report.h"
#include "wizard/report/preparation_pages.h"
#include "wizard/report/preparation_report.h"
#include "wizard/store/site_store.h"

namespace onshi {
namespace {

using Written = std::expected<void, Refusal>;

/// What is known of the site with what the answers say; nothing is stored.
std::expected<Site, Refusal> site_for(const Surroundings& here) {
  if (here.asked.answers.empty()) {
    if (auto refusal = unusable_site(here)) return std::unexpected(*std::move(refusal));
  }
  Site site = here.store.load_site().value_or(Site{});
  if (here.asked.answers.empty()) return site;
  const auto answers = load_answers(here.asked.answers);
  if (!answers) return std::unexpected(Refusal{here.words.fault(answers.error(), here.asked.language)});
  if (answers->institution) site.institution = *answers->institution;
  if (answers->line) site.line = *answers->line;
  if (answers->preparation) site.preparation = *answers->preparation;
  return site;
}

/// A name that no checklist has would never be seen again.
std::optional<Refusal> unknown_paper(const Surroundings& here, const Site& site,
                                     const PreparationTables& tables) {
  for (const std::string& name : site.preparation.papers) {
    if (std::ranges::find(tables.papers, name, &Paper::name) != tables.papers.end()) continue;
    return Refusal{here.say("prepare.paper_unknown", Facts{{"paper", name}})};
  }
  return std::nullopt;
}

std::optional<std::array<Secret, 2>> ask_secret_number(const Surroundings& here) {
  if (!here.asked.secret_number) return std::nullopt;
  auto first = ask_password(here.say("prepare.prompt.secret_number"));
  auto again = ask_password(here.say("prepare.prompt.secret_number_again"));
  if (!first || !again) return std::nullopt;
  return std::array<Secret, 2>{*std::move(first), *std::move(again)};
}

Written write(const Surroundings& here, const std::filesystem::path& file, const std::string& bytes) {
  if (write_file_safely(file, bytes)) return {};
  return std::unexpected(Refusal{here.say("cli.cannot_write", Facts{{"file", file.string()}})});
}

Written write_output(const Surroundings& here, const PreparationView& view) {
  const auto& output = here.asked.output;
  if (output.empty()) return {};
  const std::string form = output.extension().string();
  if (form == ".ics") return write(here, output, calendar_file(view, here.world->machine().now()));
  if (form == ".html") return write(here, output, dates_page(view));
  return std::unexpected(Refusal{here.say("prepare.output_form", Facts{{"file", output.string()}})});
}

constexpr std::size_t kLargestProfile = 1 << 20;

/// The profile as it is, so that the terminal expects what the office expected.
std::expected<std::string, Refusal> profile_bytes(const Surroundings& here) {
  const auto& given = here.asked.profile;
  const auto file = given.empty() ? here.asked.assets / "profiles" / "standard.xml" : given;
  auto bytes = read_file(file, kLargestProfile);
  if (bytes) return *std::move(bytes);
  return std::unexpected(Refusal{here.words.fault(fault_of(bytes.error(), file), here.asked.language)});
}

bool is_taken(const std::filesystem::path& folder) {
  std::error_code error;
  const bool there = std::filesystem::exists(folder, error);
  return there &&
         (!std::filesystem::is_directory(folder, error) || !std::filesystem::is_empty(folder, error));
}

/// A folder that the terminal takes as its own: no password is ever part of a Site.
Written write_kit(const Surroundings& here, const PreparationView& before) {
  Site with_kit = before.site;
  with_kit.preparation.papers.insert("kit");
  const PreparationView view{with_kit,     before.tables,   before.book,
                             before.words, before.language, before.today};
  const auto& folder = here.asked.kit;
  if (folder.empty()) return {};
  const Facts named{{"file", folder.string()}};
  if (is_taken(folder)) return std::unexpected(Refusal{here.say("prepare.kit_not_empty", named)});
  auto profile = profile_bytes(here);
  if (!profile) return std::unexpected(profile.error());
  SiteStore store(folder);
  if (const auto saved = store.save_site(view.site); !saved) {
    return std::unexpected(Refusal{sentence_of(here, saved.error())});
  }
  const std::string read_me =
      here.say("prepare.kit_read_me") + "\n\n" + here.say("prepare.kit_written", named) + "\n";
  const std::pair<const char*, std::string> files[]{
      {"profile.xml", *std::move(profile)},
      {"clinic.html", clinic_page(view)},
      {"engineer.html", engineer_page(view)},
      {"dates.html", dates_page(view)},
      {"application.html", form_page(view)},
      {"dates.ics", calendar_file(view, here.world->machine().now())},
      {"README.txt", read_me}};
  for (const auto& [name, bytes] : files) {
    if (auto written = write(here, folder / name, bytes); !written) return written;
  }
  fmt::print(stderr, "{}\n", here.say("prepare.kit_written", named));
  return {};
}

Exit print(const Surroundings& here, const Run& run, const PreparationView& view) {
  const Institution& institution = view.site.institution;
  if (here.asked.format != Invocation::Format::json) {
    const Exit printed = print_run(here, run, institution);
    if (here.asked.format == Invocation::Format::text) fmt::print("{}", preparation_text(view));
    return printed;
  }
  const ReportContext context{run,        institution,         here.profile,
                              here.words, here.asked.language, here.world->machine().now()};
  fmt::print("{}", with_preparation(json_report(context), view));
  return run.verdict() == Verdict::ok ? Exit::all_well : Exit::needs_attention;
}

}  // namespace

CommandResult prepare_command(const Surroundings& here) {
  const auto folder = here.asked.assets / "preparation";
  const auto refuse = [&](const FileFault& fault) {
    return std::unexpected(Refusal{here.words.fault(fault, here.asked.language), Exit::failed});
  };
  auto tables = load_preparation_tables(folder);
  if (!tables) return refuse(tables.error());
  const auto book = AnswerBook::load(folder / "answers.xml");
  if (!book) return refuse(book.error());
  auto site = site_for(here);
  if (!site) return std::unexpected(site.error());
  if (const auto refusal = unknown_paper(here, *site, *tables)) return std::unexpected(*refusal);
  const auto shared = std::make_shared<const PreparationTables>(*std::move(tables));
  RunSubject subject{.world = here.world, .site = *site, .profile = here.profile, .secrets = {}};
  subject.secrets.secret_number = ask_secret_number(here);
  const Plan plan(preparation_checks(*site, shared, subject.secrets.secret_number.has_value()));
  const Run run =
      run_plan(plan, std::make_shared<const RunSubject>(std::move(subject)), {here.asked.budget, {}});
  const PreparationView view{
      *site, *shared, *book, here.words, here.asked.language, japan_day(here.world->machine().now())};
  if (const auto written = write_output(here, view); !written) return std::unexpected(written.error());
  if (const auto written = write_kit(here, view); !written) return std::unexpected(written.error());
  return print(here, run, view);
}

}  // namespace onshi
