// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/cli/invocation.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <functional>
#include <map>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "probes/site/iso_day.h"
#include "probes/site/text.h"
#include "wizard/words/answer_book.h"

namespace onshi {
namespace {

using Command = Invocation::Command;

constexpr std::array kNotYet{"decode", "bundle", "rehearse"};

// What CLI11 fills; turned into an Invocation when all of it is understood.
struct Raw {
  std::string language;
  std::string format = "text";
  std::vector<std::string> only;
  std::vector<std::string> files;
  std::string site, profile, password_file, record, world, answers, output, kit;
  std::vector<std::string> rest;
  std::optional<double> budget;
  std::string number;
  std::vector<std::string> search;
  bool show_passwords = false;
  bool secret_number = false;
  bool install = false;
  bool undo = false;
  std::string serial;
  std::string applied;
  std::string code_changed;
  bool version = false;
};

struct Parser {
  const Words& words;
  Language language;
  Raw raw{};
  CLI::App app{};
  std::map<const CLI::App*, Command> commands{};

  [[nodiscard]] std::string say(std::string_view id) const { return words.text(id, language); }
};

/// A finding's number as a person types it, also full-width and with spaces around.
std::optional<int> number_in(const std::string& typed) {
  const std::string text = normalise_text(typed);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// A name of a file or folder; an empty one comes from a variable that was never set.
CLI::Option& add_path(Parser& parser, CLI::App& command, const std::string& name, std::string& place,
                      std::string_view described, const char* kind) {
  return *command.add_option(name, place, parser.say(described))
              ->type_name(kind)
              ->check([&parser](const std::string& text) {
                return text.empty() ? parser.say("cli.usage.empty") : std::string();
              });
}

/// Only one of these words, said in the person's language.
std::function<std::string(const std::string&)> one_of(const Parser& parser,
                                                      const std::vector<std::string>& allowed) {
  return [&parser, allowed](const std::string& text) {
    if (std::ranges::find(allowed, text) != allowed.end()) return std::string();
    return parser.words.text("cli.usage.choice", parser.language,
                             Facts{{"text", text}, {"allowed", fmt::format("{}", fmt::join(allowed, ", "))}});
  };
}

constexpr double kShortestBudget = 0.1;  // seconds
constexpr double kLongestBudget = 600;

std::string fault_of_budget(const Parser& parser, const std::string& text) {
  double seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const bool number = error == std::errc{} && end == text.data() + text.size();
  if (number && seconds >= kShortestBudget && seconds <= kLongestBudget) return {};
  return parser.words.text("cli.usage.budget", parser.language,
                           Facts{{"text", text},
                                 {"least", fmt::format("{}", kShortestBudget)},
                                 {"most", fmt::format("{}", kLongestBudget)}});
}

void add_language(Parser& parser, CLI::App& command) {
  command.add_option("--language", parser.raw.language, parser.say("cli.option.language"))
      ->type_name("ja|en")
      ->check(one_of(parser, {"ja", "en"}));
}

/// The forms that this command's result can take.
void add_format(Parser& parser, CLI::App& command, Command which) {
  CLI::Option& option = *command.add_option(
      "--format", parser.raw.format,
      parser.say(which == Command::report ? "cli.usage.report_format" : "cli.option.format"));
  if (which == Command::report) {
    option.type_name("")->check(
        [&parser](const std::string&) { return parser.say("cli.usage.report_format"); });
  } else if (which == Command::sheet || which == Command::explain) {
    option.type_name("text|json")->check(one_of(parser, {"text", "json"}));
  } else {
    option.type_name("text|json|prometheus")->check(one_of(parser, {"text", "json", "prometheus"}));
  }
}

void add_common(Parser& parser, CLI::App& command, Command which) {
  Raw& raw = parser.raw;
  add_path(parser, command, "--site", raw.site, "cli.option.site", "DIR");
  add_path(parser, command, "--profile", raw.profile, "cli.option.profile", "FILE");
  add_format(parser, command, which);
  add_language(parser, command);
  command.add_option("--budget", raw.budget, parser.say("cli.option.budget"))
      ->type_name("SECONDS")
      ->check([&parser](const std::string& text) { return fault_of_budget(parser, text); });
  add_path(parser, command, "--record", raw.record, "cli.option.record", "FILE");
  add_path(parser, command, "--world", raw.world, "cli.option.world", "FILE");
  add_path(parser, command, "--password-file", raw.password_file, "cli.option.password_file", "FILE");
  command.set_help_flag("-h,--help", parser.say("cli.option.help"));
}

CLI::App& add_command(Parser& parser, const char* name, Command command) {
  CLI::App& added = *parser.app.add_subcommand(name, parser.say(std::string("cli.command.") + name));
  added.group(parser.say("cli.help.commands"));
  add_common(parser, added, command);
  parser.commands[&added] = command;
  return added;
}

std::vector<std::string> group_names() {
  std::vector<std::string> names;
  for (Group group : kAllGroups) {
    if (group != Group::preparation && group != Group::program) names.emplace_back(name_of(group));
  }
  return names;
}

void add_day(Parser& parser, CLI::App& command, const char* name, std::string& place, const char* described) {
  command.add_option(name, place, parser.say(described))
      ->type_name("YYYY-MM-DD")
      ->check([&parser](const std::string& text) {
        return parse_iso_day(text)
                   ? std::string()
                   : parser.words.text("cli.usage.day", parser.language, Facts{{"text", text}});
      });
}

/// What was installed is undone without the file.
void describe_certificate(Parser& parser) {
  Raw& raw = parser.raw;
  CLI::App& command = add_command(parser, "certificate", Command::certificate);
  CLI::Option& file = *command.add_option("FILE", raw.files, parser.say("cli.option.certificate_file"))
                           ->type_name("")
                           ->expected(1);
  CLI::Option& install = *command.add_flag("--install", raw.install, parser.say("cli.option.install"));
  CLI::Option& undo = *command.add_flag("--undo", raw.undo, parser.say("cli.option.undo"));
  command.add_option("--serial", raw.serial, parser.say("cli.option.serial"))->type_name("END");
  add_day(parser, command, "--applied", raw.applied, "cli.option.applied");
  add_day(parser, command, "--code-changed", raw.code_changed, "cli.option.code_changed");
  command.callback([&parser, &file, &install, &undo] {
    const bool both = install.count() > 0 && undo.count() > 0;
    if (both) throw CLI::ValidationError("--undo", parser.say("cli.usage.install_and_undo"));
    if (file.count() == 0 && undo.count() == 0) throw CLI::RequiredError("FILE");
  });
}

/// A number, a question's id, or words to find one by.
void describe_explain(Parser& parser) {
  CLI::App& command = add_command(parser, "explain", Command::explain);
  CLI::Option& number =
      *command.add_option("NUMBER", parser.raw.number, parser.say("cli.option.number"))
           ->type_name("")
           ->check([&parser](const std::string& text) {
             return number_in(text) || !answer_id_in(text).empty()
                        ? std::string()
                        : parser.words.text("cli.usage.number", parser.language, Facts{{"text", text}});
           });
  CLI::Option& search =
      *command.add_option("--search", parser.raw.search, parser.say("cli.option.search"))->type_name("WORDS");
  number.excludes(&search);
  command.callback([&number, &search] {
    if (number.count() == 0 && search.count() == 0) throw CLI::RequiredError("NUMBER");
  });
}

void describe_prepare(Parser& parser) {
  CLI::App& command = add_command(parser, "prepare", Command::prepare);
  add_path(parser, command, "--answers", parser.raw.answers, "cli.option.answers", "FILE");
  add_path(parser, command, "--kit", parser.raw.kit, "cli.option.kit", "DIR");
  add_path(parser, command, "--output", parser.raw.output, "cli.option.output_dates", "FILE");
  command.add_flag("--secret-number", parser.raw.secret_number, parser.say("cli.option.secret_number"));
}

void describe(Parser& parser) {
  Raw& raw = parser.raw;
  parser.app.name("onshi");
  const auto formatter = parser.app.get_formatter();
  for (const char* label : {"Usage", "OPTIONS", "SUBCOMMAND", "Positionals", "REQUIRED"}) {
    formatter->label(label, parser.say(std::string("cli.help.") + label));
  }
  parser.app.option_defaults()->group(parser.say("cli.help.options"));
  parser.app.description(parser.say("cli.about"));
  parser.app.set_help_flag("-h,--help", parser.say("cli.option.help"));
  parser.app.add_flag("--version", raw.version, parser.say("cli.option.version"));
  add_language(parser, parser.app);
  add_command(parser, "check", Command::check)
      .add_option("--only", raw.only, parser.say("cli.option.only"))
      ->type_name("NAME,...")
      ->delimiter(',')
      ->check(one_of(parser, group_names()));
  CLI::App& sheet = add_command(parser, "sheet", Command::sheet);
  sheet.add_option("FILE", raw.files, parser.say("cli.option.sheet_files"))->type_name("")->required();
  sheet.add_flag("--show-passwords", raw.show_passwords, parser.say("cli.option.show_passwords"));
  describe_certificate(parser);
  add_path(parser, add_command(parser, "setup", Command::setup), "--answers", raw.answers,
           "cli.option.answers", "FILE")
      .required();
  describe_explain(parser);
  add_path(parser, add_command(parser, "report", Command::report), "--output", raw.output,
           "cli.option.output", "FILE")
      .required();
  describe_prepare(parser);
  for (const char* name : kNotYet) {
    add_command(parser, name, Command::not_yet).allow_extras();
  }
}

std::filesystem::path path_of(const std::string& text) {
  return {std::u8string(reinterpret_cast<const char8_t*>(text.data()), text.size())};
}

Invocation invocation_of(const Parser& parser) {
  const Raw& raw = parser.raw;
  Invocation asked;
  asked.language = language_named(raw.language).value_or(parser.language);
  asked.format = raw.format == "json"         ? Invocation::Format::json
                 : raw.format == "prometheus" ? Invocation::Format::prometheus
                                              : Invocation::Format::text;
  asked.site = path_of(raw.site);
  asked.profile = path_of(raw.profile);
  asked.password_file = path_of(raw.password_file);
  asked.record = path_of(raw.record);
  asked.world = path_of(raw.world);
  asked.answers = path_of(raw.answers);
  asked.output = path_of(raw.output);
  asked.kit = path_of(raw.kit);
  asked.secret_number = raw.secret_number;
  for (const std::string& file : raw.files) asked.files.push_back(path_of(file));
  for (const std::string& name : raw.only) asked.only.push_back(*group_named(name));
  asked.budget_given = raw.budget.has_value();
  if (raw.budget) asked.budget = std::chrono::milliseconds{static_cast<std::int64_t>(*raw.budget * 1000)};
  asked.number = number_in(raw.number).value_or(0);
  asked.answer = answer_id_in(raw.number);
  asked.search = fmt::format("{}", fmt::join(raw.search, " "));
  asked.show_passwords = raw.show_passwords;
  asked.install = raw.install;
  asked.undo = raw.undo;
  asked.serial = raw.serial;
  asked.applied = parse_iso_day(raw.applied);
  asked.code_changed = parse_iso_day(raw.code_changed);
  return asked;
}

Invocation only_help(Parser& parser) {
  Invocation asked = invocation_of(parser);
  asked.command = Command::help;
  asked.help = parser.app.help("", CLI::AppFormatMode::Normal);
  for (const CLI::App* command : parser.app.get_subcommands()) asked.help = command->help("onshi");
  return asked;
}

WrongUsage usage(const Parser& parser, const char* id, const std::string& detail) {
  return {parser.words.text(id, parser.language, Facts{{"detail", detail}})};
}

/// The first option of what was asked for which this holds.
std::string option_that(const Parser& parser, const std::function<bool(const CLI::Option&)>& holds) {
  std::vector<const CLI::App*> asked{&parser.app};
  for (const CLI::App* command : parser.app.get_subcommands()) asked.push_back(command);
  for (const CLI::App* command : asked) {
    for (const CLI::Option* option : command->get_options()) {
      if (holds(*option)) return option->get_name();
    }
  }
  return {};
}

WrongUsage missing(const Parser& parser) {
  return usage(
      parser, "cli.usage.missing", option_that(parser, [](const CLI::Option& option) {
        return (option.get_required() || option.get_name() == "FILE" || option.get_name() == "NUMBER") &&
               option.count() == 0;
      }));
}

/// A flag was given a value.
WrongUsage value_of_flag(const Parser& parser) {
  return usage(parser, "cli.usage.value_of_flag", option_that(parser, [](const CLI::Option& option) {
                 return option.get_expected_max() == 0 && option.count() > 0;
               }));
}

WrongUsage wrong_count(const Parser& parser, const std::string& said) {
  const std::string twice = option_that(parser, [](const CLI::Option& option) {
    const int most = option.get_expected_max();  // a flag takes none and may be repeated
    return most > 0 && most < static_cast<int>(option.count());
  });
  if (!twice.empty()) return usage(parser, "cli.usage.twice", twice);
  return usage(parser, "cli.usage.no_value", said.substr(0, said.find(':')));
}

}  // namespace

Language language_of(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const std::string_view value = word.starts_with("--language=")        ? word.substr(11)
                                   : word == "--language" && i + 1 < argc ? std::string_view(argv[i + 1])
                                                                          : std::string_view{};
    if (auto language = language_named(value)) return *language;
  }
  return Language::japanese;
}

std::expected<Invocation, WrongUsage> parse_command_line(int argc, const char* const* argv,
                                                         const Words& words, Language language) {
  Parser parser{.words = words, .language = language};
  describe(parser);
  try {
    parser.app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return only_help(parser);
  } catch (const CLI::ExtrasError&) {
    const auto unknown = parser.app.remaining(true);
    return std::unexpected(usage(parser, "cli.usage.unknown", fmt::format("{}", fmt::join(unknown, ", "))));
  } catch (const CLI::RequiredError&) {
    return std::unexpected(missing(parser));
  } catch (const CLI::ArgumentMismatch& error) {
    return std::unexpected(wrong_count(parser, error.what()));
  } catch (const CLI::ConversionError&) {
    return std::unexpected(value_of_flag(parser));
  } catch (const CLI::ParseError& error) {
    return std::unexpected(usage(parser, "cli.usage.wrong", error.what()));
  }
  Invocation asked = invocation_of(parser);
  if (parser.raw.version) {
    asked.command = Command::version;
    return asked;
  }
  const auto given = parser.app.get_subcommands();
  if (given.empty()) return only_help(parser);
  asked.command = parser.commands.at(given.front());
  asked.named = given.front()->get_name();
  return asked;
}

}  // namespace onshi
