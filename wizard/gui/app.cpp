// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/app.h"

#include <cstdio>

#include <fmt/format.h>
#include <wx/log.h>

#include "probes/world/recorded/observations_file.h"
#include "probes/world/recorded/recorded_world.h"
#include "probes/world/this_program.h"

namespace onshi::gui {

App::App(const Words& words, Options options, std::filesystem::path assets)
    : words_(words), options_(std::move(options)), assets_(std::move(assets)) {
  SetAppName("onshi-setup");
}

std::expected<std::shared_ptr<World>, FileFault> App::make_world(const Profile& profile) const {
  const auto names = profile.hosts_for(Environment::verification);
  const AllowedHosts hosts{names.begin(), names.end()};
  if (options_.world.empty()) return live_world(hosts, profile.prefixes);
  auto observations = load_observations(options_.world);
  if (!observations) return std::unexpected(observations.error());
  return recorded_world(std::move(*observations), hosts);
}

std::expected<FrameParts, FileFault> App::load() const {
  const std::filesystem::path shipped = assets_ / "profiles" / "standard.xml";
  auto profile = load_profile(options_.profile.empty() ? shipped : options_.profile, shipped);
  if (!profile) return std::unexpected(profile.error());
  const SiteStore store(options_.site.empty() ? default_site_folder() : options_.site);
  auto catalogue =
      reader_catalogue_from({store.folder(), this_program().parent_path()}, assets_ / "readers.xml");
  if (!catalogue) return std::unexpected(catalogue.error());
  auto tables = load_preparation_tables(assets_ / "preparation");
  if (!tables) return std::unexpected(tables.error());
  auto world = make_world(*profile);
  if (!world) return std::unexpected(world.error());
  const auto chosen = language_named(store.load_progress().language);
  const Language language = options_.language.value_or(chosen.value_or(Language::japanese));
  return FrameParts{words_,
                    {*world, *profile, *catalogue, store, nullptr},
                    *catalogue,
                    std::make_shared<const PreparationTables>(*std::move(tables)),
                    language};
}

bool App::OnInit() {
  wxLog::EnableLogging(false);
  auto parts = load();
  if (!parts) {
    trouble_ = words_.fault(parts.error(), options_.language.value_or(Language::japanese));
    return false;
  }
  frame_ = std::make_unique<Frame>(std::move(*parts)).release();
  frame_->on_first_paint = [this] { first_paint(); };
  frame_->Show();
  return true;
}

void App::first_paint() {
  if (!options_.quit_after_first_paint) return frame_->wake_up();
  const auto time = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began_);
  fmt::print("{:.1f}\n", time.count());
  frame_->Close(true);
}

}  // namespace onshi::gui
