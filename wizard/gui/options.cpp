// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/options.h"

#include <CLI/CLI.hpp>

#include "wizard/report/report_context.h"

namespace onshi::gui {
namespace {

struct Raw {
  std::string site;
  std::string profile;
  std::string world;
  std::string language;
  bool quit = false;
  bool version = false;
};

std::filesystem::path path_of(const std::string& utf8) { return {std::u8string(utf8.begin(), utf8.end())}; }

void describe_options(CLI::App& app, Raw& raw, const Words& words, Language language) {
  const auto say = [&](const char* id) { return words.text(id, language); };
  app.name("onshi-setup");
  app.description(say("option.about"));
  app.set_help_flag("-h,--help", say("cli.option.help"));
  app.add_flag("--version", raw.version, say("cli.option.version"));
  app.add_option("--site", raw.site, say("cli.option.site"))->type_name("DIR");
  app.add_option("--profile", raw.profile, say("cli.option.profile"))->type_name("FILE");
  app.add_option("--world", raw.world, say("cli.option.world"))->type_name("FILE");
  app.add_option("--language", raw.language, say("cli.option.language"))
      ->type_name("ja|en")
      ->check(CLI::IsMember({"ja", "en"}));
  app.add_flag("--quit-after-first-paint", raw.quit, say("option.quit_after_first_paint"));
}

/// The language before the options are understood.
Language early_language(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--language=en" ||
        (word == "--language" && i + 1 < argc && std::string_view(argv[i + 1]) == "en")) {
      return Language::english;
    }
  }
  return Language::japanese;
}

}  // namespace

std::expected<Options, NoWindow> parse_options(int argc, const char* const* argv, const Words& words) {
  const Language language = early_language(argc, argv);
  CLI::App app;
  Raw raw;
  describe_options(app, raw, words, language);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return std::unexpected(NoWindow{app.help(), 0});
  } catch (const CLI::ParseError& error) {
    return std::unexpected(
        NoWindow{words.text("option.wrong", language, Facts{{"detail", error.what()}}) + "\n", 2});
  }
  if (raw.version) return std::unexpected(NoWindow{program_name() + "\n", 0});
  return Options{path_of(raw.site), path_of(raw.profile), path_of(raw.world), language_named(raw.language),
                 raw.quit};
}

}  // namespace onshi::gui
