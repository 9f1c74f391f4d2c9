// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/store/strict_xml.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "probes/site/iso_day.h"
#include "probes/site/japan_time.h"

namespace onshi {
namespace {

using What = FileFault::What;

bool is_text(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// The length of the element's opening tag in `bytes`, quotes respected.
std::size_t end_of_tag(std::string_view bytes) {
  char quote = '\0';
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char character = bytes[at];
    if (quote != '\0') {
      if (character == quote) quote = '\0';
    } else if (character == '"' || character == '\'') {
      quote = character;
    } else if (character == '>') {
      return at;
    }
  }
  return bytes.size();
}

int lines_in(std::string_view text) { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

bool is_space(char character) { return std::string_view(" \t\r\n").contains(character); }

/// Where `key=` stands in an opening tag.
std::optional<std::size_t> place_of(std::string_view tag, std::string_view key) {
  for (std::size_t at = tag.find(key); at != std::string_view::npos; at = tag.find(key, at + 1)) {
    const bool starts = at > 0 && is_space(tag[at - 1]);
    const std::size_t after = tag.find_first_not_of(" \t\r\n", at + key.size());
    if (starts && after != std::string_view::npos && tag[after] == '=') return at;
  }
  return std::nullopt;
}

bool listed(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::expected<StrictXml, FileFault> StrictXml::load(const std::filesystem::path& path, const char* root) {
  auto file = XmlFile::load(path, root);
  if (!file) return std::unexpected(file.error());
  return StrictXml(path, *std::move(file));
}

void StrictXml::keep(FileFault fault) {
  if (!fault_) fault_ = std::move(fault);
}

void StrictXml::fail(What what, const pugi::xml_node& node, const std::string& key, const std::string& value,
                     std::vector<std::string> allowed) {
  if (fault_) return;  // the line of each of thousands would have to be counted
  keep({what, path_, line_of(node, key), key, value, std::move(allowed)});
}

int StrictXml::line_of(const pugi::xml_node& node, const std::string& key) const {
  if (node.offset_debug() < 0) return 0;
  const std::string_view bytes = file_.bytes();
  const auto start = std::min(static_cast<std::size_t>(node.offset_debug()), bytes.size());
  const std::string_view tag = bytes.substr(start).substr(0, end_of_tag(bytes.substr(start)));
  return lines_in(bytes.substr(0, start)) + lines_in(tag.substr(0, place_of(tag, key).value_or(0))) + 1;
}

void StrictXml::only(const pugi::xml_node& node, const std::vector<std::string>& attributes,
                     const std::vector<std::string>& elements) {
  std::set<std::string> seen;
  for (const auto& attribute : node.attributes()) {
    const std::string key = attribute.name();
    if (!listed(attributes, key)) fail(What::unknown_key, node, key, "", attributes);
    if (!seen.insert(key).second) fail(What::twice, node, key);
  }
  for (const auto& child : node.children()) {
    if (is_text(child)) refuse_text(node, child);
    if (child.type() != pugi::node_element || listed(elements, child.name())) continue;
    fail(What::unknown_key, child, child.name(), "", elements);
  }
}

/// At the line of its first word, which may be some lines below where the text begins.
void StrictXml::refuse_text(const pugi::xml_node& node, const pugi::xml_node& text) {
  if (fault_ || text.offset_debug() < 0) return fail(What::text_not_allowed, node, node.name());
  const std::string_view bytes = file_.bytes();
  auto word = std::min(static_cast<std::size_t>(text.offset_debug()), bytes.size());
  while (word < bytes.size() && is_space(bytes[word])) ++word;
  keep({What::text_not_allowed, path_, lines_in(bytes.substr(0, word)) + 1, node.name(), "", {}});
}

void StrictXml::once(const pugi::xml_node& node, const std::vector<std::string>& elements) {
  for (const std::string& name : elements) {
    const pugi::xml_node second = node.child(name.c_str()).next_sibling(name.c_str());
    if (second) fail(What::twice, second, name);
  }
}

void StrictXml::version(const char* number) {
  const std::string given = required(root(), "version", {number});
  if (!fault_ && given != number) fail(What::wrong_version, root(), "version", given, {number});
}

std::string StrictXml::text(const pugi::xml_node& node, const char* key) {
  return fault_ ? "" : node.attribute(key).value();
}

std::string StrictXml::required(const pugi::xml_node& node, const char* key,
                                const std::vector<std::string>& allowed) {
  if (node.attribute(key).empty()) fail(What::missing_key, node, key, "", allowed);
  return text(node, key);
}

int StrictXml::number(const pugi::xml_node& node, const char* key, int least, int most) {
  const std::string given = required(node, key);
  const std::optional<int> value = whole_number(given);
  if (value && *value >= least && *value <= most) return *value;
  fail(What::bad_value, node, key, given, {std::to_string(least) + "-" + std::to_string(most)});
  return least;
}

std::chrono::system_clock::time_point StrictXml::time(const pugi::xml_node& node, const char* key) {
  const std::string given = required(node, key);
  const auto when = parse_iso_time(given);
  if (!when) fail(What::bad_value, node, key, given, {"2026-04-01T09:00:00+09:00"});
  return when.value_or(std::chrono::system_clock::time_point{});
}

std::optional<std::chrono::year_month_day> StrictXml::day(const pugi::xml_node& node, const char* key) {
  const std::string given = text(node, key);
  if (node.attribute(key).empty() || fault_) return std::nullopt;
  const auto day = parse_iso_day(given);
  if (!day) fail(What::bad_value, node, key, given, {"2026-04-01"});
  return day;
}

}  // namespace onshi
