// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the elements of one XML file so strictly that nothing is skipped unseen. The first fault is kept and
// everything read after it is empty, so a reader is written straight down and asks `fault()` once. A value,
// one thread.
#pragma once

#include <array>
#include <chrono>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probes/site/xml_file.h"

namespace onshi {

class StrictXml {
 public:
  /// The file, parsed; its root element must be called `root`.
  static std::expected<StrictXml, FileFault> load(const std::filesystem::path& path, const char* root);

  [[nodiscard]] pugi::xml_node root() const { return file_.root(); }

  /// `node` may have these attributes and elements, each attribute once, and no text.
  void only(const pugi::xml_node& node, const std::vector<std::string>& attributes,
            const std::vector<std::string>& elements = {});
  /// None of these elements occurs twice in `node`.
  void once(const pugi::xml_node& node, const std::vector<std::string>& elements);
  /// The root's `version` is exactly this.
  void version(const char* number);

  std::string text(const pugi::xml_node& node, const char* key);  // empty when absent
  std::string required(const pugi::xml_node& node, const char* key,
                       const std::vector<std::string>& allowed = {});
  int number(const pugi::xml_node& node, const char* key, int least, int most);             // required
  std::chrono::system_clock::time_point time(const pugi::xml_node& node, const char* key);  // required

  /// "2026-04-01"; empty when absent.
  std::optional<std::chrono::year_month_day> day(const pugi::xml_node& node, const char* key);

  /// One of `all` by its `name_of`; empty when the attribute is absent.
  template <typename T, std::size_t N>
  std::optional<T> choice(const pugi::xml_node& node, const char* key, const std::array<T, N>& all) {
    if (node.attribute(key).empty()) return std::nullopt;
    const std::string given = node.attribute(key).value();
    for (const T one : all) {
      if (given == name_of(one)) return one;
    }
    fail(FileFault::What::bad_value, node, key, given, names(all));
    return std::nullopt;
  }

  template <typename T, std::size_t N>
  T required_choice(const pugi::xml_node& node, const char* key, const std::array<T, N>& all) {
    required(node, key, names(all));
    return choice(node, key, all).value_or(all[0]);
  }

  /// Keeps the first one. The line is that of the attribute `key` where the file has it.
  void fail(FileFault::What what, const pugi::xml_node& node, const std::string& key,
            const std::string& value = "", std::vector<std::string> allowed = {});
  void keep(FileFault fault);
  [[nodiscard]] const std::optional<FileFault>& fault() const { return fault_; }

 private:
  StrictXml(std::filesystem::path path, XmlFile file) : path_(std::move(path)), file_(std::move(file)) {}

  template <typename T, std::size_t N>
  static std::vector<std::string> names(const std::array<T, N>& all) {
    std::vector<std::string> names;
    names.reserve(N);
    for (const T one : all) names.emplace_back(name_of(one));
    return names;
  }
  void refuse_text(const pugi::xml_node& node, const pugi::xml_node& text);
  /// Of the attribute, or of the element when it has no such attribute.
  [[nodiscard]] int line_of(const pugi::xml_node& node, const std::string& key) const;

  std::filesystem::path path_;
  XmlFile file_;
  std::optional<FileFault> fault_;
};

}  // namespace onshi
