// SPDX-License-Identifier: GPL-3.0-or-later
// `onshi-setup`: words first, then the options, then the window.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>

#include <fmt/format.h>
#include <wx/init.h>

#include "probes/world/this_program.h"
#include "probes/world/world.h"
#include "wizard/gui/app.h"
#include "wizard/gui/background.h"

namespace onshi::gui {
namespace {

constexpr int kWrongInput = 2;
constexpr int kFailed = 3;

int open_window(int argc, char** argv, const Words& words, Options options, std::filesystem::path assets) {
  const Language language = options.language.value_or(Language::japanese);
  auto* app = std::make_unique<App>(words, std::move(options), std::move(assets)).release();
  wxApp::SetInstance(app);
  std::string trouble;
  if (!wxEntryStart(argc, argv)) {
    fmt::print(stderr, "{}\n", words.text("gui.no_display", language));
    return kFailed;
  }
  int status = kWrongInput;
  if (app->CallOnInit()) status = app->OnRun();
  shut_window();
  trouble = app->trouble();
  app->OnExit();
  wxEntryCleanup();
  if (!trouble.empty()) fmt::print(stderr, "{}\n", trouble);
  return status;
}

int start(int argc, char** argv) {
  const std::filesystem::path assets = find_assets(this_program());
  auto words = Words::load(assets);
  if (!words) {
    // The only words that cannot come from assets/: that assets/ cannot be read.
    fmt::print(stderr, "onshi-setup: {}:{} {}\n", words.error().file.string(), words.error().line,
               words.error().key);
    return kFailed;
  }
  auto options = parse_options(argc, argv, *words);
  if (!options) {
    fmt::print(options.error().status == 0 ? stdout : stderr, "{}", options.error().text);
    return options.error().status;
  }
  return open_window(argc, argv, *words, std::move(*options), assets);
}

}  // namespace
}  // namespace onshi::gui

int main(int argc, char** argv) {
  int status = onshi::gui::kFailed;
  try {
    status = onshi::gui::start(argc, argv);
  } catch (const std::exception& error) {
    std::fputs(error.what(), stderr);
    std::fputc('\n', stderr);
  }
  std::fflush(nullptr);
  // What was left behind may still hold threads of its own.
  const int left_behind =
      onshi::abandoned_checks() + onshi::abandoned_calls() + onshi::gui::background_at_work();
  if (left_behind > 0) std::_Exit(status);
  return status;
}
