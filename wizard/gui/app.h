// SPDX-License-Identifier: GPL-3.0-or-later
// The program around the window: loads what the window needs, opens it, and ends. Window thread only.
#pragma once

#include <chrono>

#include <wx/app.h>

#include "wizard/gui/frame.h"
#include "wizard/gui/options.h"

namespace onshi::gui {

class App : public wxApp {
 public:
  App(const Words& words, Options options, std::filesystem::path assets);

  bool OnInit() override;
  bool OnExceptionInMainLoop() override { throw; }
  /// What stands in the way of opening the window; empty when it opened.
  [[nodiscard]] const std::string& trouble() const { return trouble_; }

 private:
  std::expected<FrameParts, FileFault> load() const;
  std::expected<std::shared_ptr<World>, FileFault> make_world(const Profile& profile) const;
  void first_paint();

  const Words& words_;
  Options options_;
  std::filesystem::path assets_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  std::string trouble_;
  Frame* frame_ = nullptr;
};

}  // namespace onshi::gui
