// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/words/words.h"

#include <cmath>
#include <cstdlib>
#include <functional>
#include <future>
#include <optional>
#include <sstream>

#include <fmt/format.h>

#include "wizard/words/asset_files.h"

namespace onshi {
namespace {

using ValueOf = std::function<std::string(std::string_view)>;

std::string fill(std::string_view text, const ValueOf& value_of) {
  std::string filled;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t open = text.find('{', at);
    std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    filled += text.substr(at, open - at);
    filled += value_of(text.substr(open + 1, close - open - 1));
    at = close + 1;
  }
  return filled += text.substr(at);
}

FindingWords filled(FindingWords words, const ValueOf& value_of) {
  for (std::string* line : {&words.title, &words.good, &words.meaning, &words.say})
    *line = fill(*line, value_of);
  for (std::string& line : words.clinic) line = fill(line, value_of);
  for (std::string& line : words.engineer) line = fill(line, value_of);
  return words;
}

/// A fact that counts seconds or hours says so in its key.
std::optional<double> seconds_in(const Fact& fact) {
  const bool hours = fact.key.ends_with("_hours");
  if (!hours && !fact.key.ends_with("_seconds")) return std::nullopt;
  char* end = nullptr;
  const double count = std::strtod(fact.value.c_str(), &end);
  if (end == fact.value.c_str() || *end != '\0' || count < 0 || count > 1e12) return std::nullopt;
  constexpr double kHour = 3600;
  return hours ? count * kHour : count;
}

}  // namespace

std::expected<Words, FileFault> Words::load(const std::filesystem::path& assets) {
  Words words;
  // Side by side: nobody sees a word before both are there.
  auto reading = std::async(std::launch::async, load_catalogue, assets / "findings");
  auto texts = load_texts(assets / "locale");
  auto catalogue = reading.get();
  if (!texts) return std::unexpected(texts.error());
  if (!catalogue) return std::unexpected(catalogue.error());
  for (auto& [id, pair] : *texts) words.texts_[id] = {std::move(pair.japanese), std::move(pair.english)};
  words.catalogue_ = std::move(*catalogue);
  return words;
}

bool Words::has(std::string_view id) const { return texts_.contains(id); }

std::string Words::text(std::string_view id, Language language, const Facts& facts) const {
  auto found = texts_.find(id);
  if (found == texts_.end()) return fmt::format("[{}]", id);
  return fill(language == Language::japanese ? found->second.japanese : found->second.english, facts);
}

const CatalogueEntry* Words::entry(int number) const {
  auto found = catalogue_.find(number);
  return found == catalogue_.end() ? nullptr : &found->second;
}

FindingWords Words::of(const Finding& finding, Language language) const {
  const CatalogueEntry* found = entry(static_cast<int>(finding.number));
  if (found == nullptr) return {};
  Facts shown;
  for (const Fact& fact : finding.facts.all()) shown.add(fact.key, fact_value(fact, language));
  return filled(found->in(language), [&](std::string_view key) { return shown.value(key).value_or("-"); });
}

FindingWords Words::in_general(const CatalogueEntry& entry, Language language) const {
  return filled(entry.in(language), [&](std::string_view key) {
    return text("explain.fact", language, Facts{{"label", fact_label(key, language)}});
  });
}

std::string Words::row_title(const Finding& finding, Language language) const {
  const CatalogueEntry* found = entry(static_cast<int>(finding.question));
  std::string title =
      found == nullptr ? std::to_string(static_cast<int>(finding.question)) : found->in(language).title;
  if (finding.subject.empty()) return title;
  return text("row.with_subject", language,
              Facts{{"title", title}, {"subject", fact_value({"subject", finding.subject}, language)}});
}

std::string Words::row_result(const Finding& finding, Language language) const {
  if (finding.verdict == Verdict::cancelled) return text("result.cancelled", language);
  if (finding.verdict == Verdict::not_run) {
    if (!finding.because_of) return text("result.not_run", language);
    return text("result.not_run_because", language,
                Facts().add("number", std::to_string(static_cast<int>(*finding.because_of))));
  }
  FindingWords words = of(finding, language);
  return finding.verdict == Verdict::ok ? words.good : words.title;
}

std::string Words::who(const Finding& finding) const {
  if (finding.verdict == Verdict::ok || finding.number == finding.question) return {};
  const CatalogueEntry* found = entry(static_cast<int>(finding.number));
  return found == nullptr ? std::string{} : found->who;
}

bool Words::calls_centre(const Finding& finding) const {
  if (who(finding).empty()) return false;
  return entry(static_cast<int>(finding.number))->calls_centre;
}

std::string Words::fact_label(std::string_view key, Language language) const {
  std::string id = fmt::format("fact.{}", key);
  return has(id) ? text(id, language) : std::string(key);
}

std::string Words::duration(double seconds, Language language) const {
  constexpr double kMinute = 60;
  const auto say = [&](std::string_view unit, const std::string& count) {
    return text(fmt::format("duration.{}", unit), language, Facts{{"count", count}});
  };
  if (seconds < kMinute) return say("seconds", fmt::format("{:.1f}", seconds));
  struct Unit {
    const char* name;
    long long size;
  };
  long long rest = std::llround(seconds);
  std::vector<std::string> parts;
  for (const Unit& unit : {Unit{"days", 86400}, {"hours", 3600}, {"minutes", 60}, {"seconds", 1}}) {
    const long long count = rest / unit.size;
    rest %= unit.size;
    if (count > 0) parts.push_back(say(unit.name, std::to_string(count)));
  }
  constexpr std::size_t kEnough = 2;
  if (parts.size() > kEnough) parts.resize(kEnough);
  return fmt::format("{}", fmt::join(parts, language == Language::japanese ? "" : " "));
}

std::string Words::line_with_points(const std::string& value, Language language) const {
  std::vector<std::string> parts;
  std::istringstream all(value);
  for (std::string part; std::getline(all, part, '|');) parts.push_back(part);
  if (parts.size() < 2) return value;
  const auto name = [&](const std::string& word) { return fact_value({"what", word}, language); };
  std::string said = text("part.line_score", language, Facts{{"line", name(parts[0])}, {"score", parts[1]}});
  for (std::size_t i = 2; i + 2 < parts.size(); i += 3) {
    const Facts point{{"what", name(parts[i])}, {"points", parts[i + 1]}, {"seen", parts[i + 2]}};
    said += text(i == 2 ? "part.line_points" : "part.line_and", language) +
            text("part.line_point", language, point);
  }
  return said;
}

std::string Words::fact_value(const Fact& fact, Language language) const {
  if (fact.key == "other_line") return line_with_points(fact.value, language);
  if (const auto seconds = seconds_in(fact)) {
    if (fact.value == "0") return text("duration.hours", language, Facts{{"count", fact.value}});
    return duration(*seconds, language);
  }
  std::string id = fmt::format("value.{}", fact.value);
  return has(id) ? text(id, language) : fact.value;
}

std::string Words::fault(const FileFault& fault, Language language) const {
  std::string allowed;
  for (const std::string& value : fault.allowed) {
    const std::string id = "allowed." + value;
    allowed += (allowed.empty() ? "" : ", ") + (has(id) ? text(id, language) : value);
  }
  Facts facts{
      {"file", fault.file.string()},
      {"line", std::to_string(fault.line)},
      {"key", fault.key},
      {"value", has("xml_fault." + fault.value) ? text("xml_fault." + fault.value, language) : fault.value}};
  std::string said = text(fmt::format("file_fault.{}", name_of(fault.what)), language, facts);
  if (fault.line > 0) said = text("file_fault.at_line", language, facts) + said;
  if (fault.line == 0) said = text("file_fault.in_file", language, facts) + said;
  if (allowed.empty()) return said;
  const char* introduced = fault.examples ? "file_fault.example" : "file_fault.allowed";
  return said + text(introduced, language, Facts{{"allowed", allowed}});
}

std::string fill(std::string_view text, const Facts& facts) {
  return fill(text, [&](std::string_view key) { return facts.value(key).value_or("-"); });
}

std::filesystem::path find_assets(const std::filesystem::path& program) {
  std::error_code ignored;
  const std::filesystem::path folder = std::filesystem::canonical(program, ignored).parent_path();
  for (const auto& candidate :
       {folder / "assets", folder.parent_path() / "share" / "onshi-setup" / "assets"}) {
    if (std::filesystem::is_directory(candidate / "findings", ignored)) return candidate;
  }
  return {};
}

}  // namespace onshi
