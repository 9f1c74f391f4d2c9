// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include <fmt/format.h>

#include "probes/preparation/preparation_checks.h"
#include "probes/site/japan_time.h"
#include "probes/site/xml_file.h"
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

/// Who asks for the comparison is not told that all is well without it.
std::expected<std::optional<std::array<Secret, 2>>, Refusal> ask_secret_number(const Surroundings& here) {
  if (!here.asked.secret_number) return std::nullopt;
  auto first = ask_password(here.say("prepare.prompt.secret_number"));
  auto again = ask_password(here.say("prepare.prompt.secret_number_again"));
  if (!first || !again) return std::unexpected(Refusal{here.say("prepare.nobody_to_ask")});
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
  return {};
}

std::optional<Refusal> unknown_form(const Surroundings& here) {
  const auto& output = here.asked.output;
  const std::string form = output.extension().string();
  if (output.empty() || form == ".ics" || form == ".html") return std::nullopt;
  return Refusal{here.say("prepare.output_form", Facts{{"file", output.string()}})};
}

constexpr std::size_t kLargestProfile = 1 << 20;

struct KitFile {
  std::string name;
  std::string bytes;
};
using KitFiles = std::expected<std::vector<KitFile>, Refusal>;

std::expected<std::string, Refusal> bytes_of(const Surroundings& here, const std::filesystem::path& file,
                                             std::size_t most_bytes) {
  auto bytes = read_file(file, most_bytes);
  if (bytes) return *std::move(bytes);
  return std::unexpected(Refusal{here.words.fault(fault_of(bytes.error(), file), here.asked.language)});
}

/// The profile as it is, so that the terminal expects what the office expected, and the files it names beside
/// it, without which it could not be read there.
KitFiles profile_files(const Surroundings& here) {
  const auto& given = here.asked.profile;
  const auto file = given.empty() ? here.asked.assets / "profiles" / "standard.xml" : given;
  auto bytes = bytes_of(here, file, kLargestProfile);
  if (!bytes) return std::unexpected(bytes.error());
  const auto xml = XmlFile::parse(*bytes, file, "profile");
  if (!xml) return std::unexpected(Refusal{here.words.fault(xml.error(), here.asked.language)});
  std::vector<KitFile> files;
  for (const pugi::xml_node& node : xml->root().children()) {
    const std::string_view kind = node.name();
    const std::string name = node.attribute("file").value();
    if ((kind != "roots" && kind != "crl") || name.empty()) continue;
    auto beside = bytes_of(here, file.parent_path() / name, kLargestRevocationList);
    if (!beside) return std::unexpected(beside.error());
    files.push_back({name, *std::move(beside)});
  }
  files.push_back({"profile.xml", *std::move(bytes)});
  return files;
}

bool is_taken(const std::filesystem::path& folder) {
  std::error_code error;
  const bool there = std::filesystem::exists(folder, error);
  return there &&
         (!std::filesystem::is_directory(folder, error) || !std::filesystem::is_empty(folder, error));
}

/// Everything but site.xml; nothing is written yet.
KitFiles kit_files(const Surroundings& here, const PreparationView& view) {
  const Facts named{{"file", here.asked.kit.string()}};
  if (is_taken(here.asked.kit)) return std::unexpected(Refusal{here.say("prepare.kit_not_empty", named)});
  auto files = profile_files(here);
  if (!files) return files;
  std::vector<KitFile> own{{"clinic.html", clinic_page(view)},
                           {"engineer.html", engineer_page(view)},
                           {"dates.html", dates_page(view)},
                           {"application.html", form_page(view)},
                           {"dates.ics", calendar_file(view, here.world->machine().now())},
                           {"README.txt", here.say("prepare.kit_read_me") + "\n\n" +
                                              here.say("prepare.kit_written", named) + "\n"}};
  std::ranges::move(own, std::back_inserter(*files));
  return files;
}

Written write_kit_files(const Surroundings& here, const std::vector<KitFile>& files, const Site& site) {
  const auto& folder = here.asked.kit;
  if (!make_private_folder(folder)) {
    return std::unexpected(Refusal{here.say("cli.cannot_write", Facts{{"file", folder.string()}})});
  }
  for (const auto& [name, bytes] : files) {
    if (auto written = write(here, folder / name, bytes); !written) return written;
  }
  SiteStore store(folder);
  if (const auto saved = store.save_site(site); !saved) {
    return std::unexpected(Refusal{sentence_of(here, saved.error())});
  }
  return {};
}

/// What was made before a write failed, so that the same folder can be named again.
void take_back(const std::filesystem::path& folder, const std::vector<KitFile>& files, bool with_folder) {
  std::error_code ignored;
  for (const KitFile& file : files) std::filesystem::remove(folder / file.name, ignored);
  std::filesystem::remove(folder / "site.xml", ignored);
  if (with_folder) std::filesystem::remove(folder, ignored);
}

/// A folder that the terminal takes as its own: no password is ever part of a Site.
struct Kit {
  Site site;
  std::vector<KitFile> files;
};

/// What is to be written, if a kit is wanted; nothing is yet.
std::expected<std::optional<Kit>, Refusal> kit_for(const Surroundings& here, const PreparationView& before) {
  if (here.asked.kit.empty()) return std::nullopt;
  Site with_kit = before.site;
  with_kit.preparation.papers.insert("kit");
  const PreparationView view{with_kit,     before.tables,   before.book,
                             before.words, before.language, before.today};
  auto files = kit_files(here, view);
  if (!files) return std::unexpected(files.error());
  return Kit{with_kit, *std::move(files)};
}

/// Whole or not at all.
Written write_kit(const Surroundings& here, const Kit& kit) {
  const auto& folder = here.asked.kit;
  std::error_code ignored;
  const bool is_new = !std::filesystem::exists(folder, ignored);
  if (auto written = write_kit_files(here, kit.files, kit.site); !written) {
    take_back(folder, kit.files, is_new);
    return written;
  }
  fmt::print(stderr, "{}\n", here.say("prepare.kit_written", Facts{{"file", folder.string()}}));
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
  if (const auto refusal = unknown_form(here)) return std::unexpected(*refusal);
  auto site = site_for(here);
  if (!site) return std::unexpected(site.error());
  if (const auto refusal = unknown_paper(here, *site, *tables)) return std::unexpected(*refusal);
  const auto shared = std::make_shared<const PreparationTables>(*std::move(tables));
  RunSubject subject{.world = here.world, .site = *site, .profile = here.profile, .secrets = {}};
  auto secret_number = ask_secret_number(here);
  if (!secret_number) return std::unexpected(secret_number.error());
  subject.secrets.secret_number = *std::move(secret_number);
  const Plan plan(preparation_checks(*site, shared, subject.secrets.secret_number.has_value()));
  const Run run =
      run_plan(plan, std::make_shared<const RunSubject>(std::move(subject)), {here.asked.budget, {}});
  const PreparationView view{
      *site, *shared, *book, here.words, here.asked.language, japan_day(here.world->machine().now())};
  const auto kit = kit_for(here, view);
  if (!kit) return std::unexpected(kit.error());
  if (const auto written = write_output(here, view); !written) return std::unexpected(written.error());
  if (*kit) {
    if (const auto written = write_kit(here, **kit); !written) return std::unexpected(written.error());
  }
  return print(here, run, view);
}

}  // namespace onshi
