// SPDX-License-Identifier: GPL-3.0-or-later
// Files with master account sheets on their way in: read in the background, then held as drafts until a
// person has compared them with paper and confirmed them on their page. Outlives pages, so a language switch
// loses nothing. Window thread.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "probes/sheet/sheet_reader.h"
#include "probes/world/world.h"
#include "wizard/gui/background.h"

namespace onshi::gui {

class SheetIntake {
 public:
  explicit SheetIntake(std::shared_ptr<World> world) : world_(std::move(world)) {}

  /// A sheet that does not say its environment becomes the draft of `page`.
  void read(std::vector<std::filesystem::path> files, Environment page);
  void cancel();

  [[nodiscard]] bool busy() const { return background_.busy(); }
  [[nodiscard]] std::chrono::milliseconds elapsed() const { return background_.elapsed(); }
  /// The latest file that could not be used, as a finding to show.
  [[nodiscard]] const std::vector<Finding>& faults() const { return faults_; }
  /// What the latest files held, and how often files were read.
  [[nodiscard]] const std::vector<MasterAccountSheet>& latest() const { return latest_; }
  [[nodiscard]] int readings() const { return readings_; }
  [[nodiscard]] const SheetWithPassword* draft(Environment slot) const;
  void put_draft(Environment slot, SheetWithPassword draft);
  void drop_draft(Environment slot);

  std::function<void()> on_change = [] {};

 private:
  void take(SheetReading reading, Environment page);

  std::shared_ptr<World> world_;
  std::map<Environment, SheetWithPassword> drafts_;
  std::vector<Finding> faults_;
  std::vector<MasterAccountSheet> latest_;
  int readings_ = 0;
  Background background_;
};

}  // namespace onshi::gui
