// SPDX-License-Identifier: GPL-3.0-or-later
// One element of a person's XML file, read strictly: a getter names an attribute and what is allowed in it,
// and the first thing that is unknown, missing or wrong in the whole reading is kept as the FileFault to
// report. Attributes are reported with the line on which their element begins. Used by one thread while
// reading.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probes/site/xml_file.h"

namespace onshi {

/// A file being read, and the first fault found in it; later faults are mostly echoes of the first.
class XmlReading {
 public:
  explicit XmlReading(XmlFile file) : file_(std::move(file)) {}

  void complain(FileFault::What what, pugi::xml_node element, std::string key, std::string value = {},
                std::vector<std::string> allowed = {});
  void complain(FileFault fault);
  [[nodiscard]] const std::optional<FileFault>& fault() const { return fault_; }
  [[nodiscard]] const XmlFile& file() const { return file_; }

 private:
  XmlFile file_;
  std::optional<FileFault> fault_;
};

/// A getter that cannot answer complains and returns an empty value.
class XmlElement {
 public:
  XmlElement(XmlReading& reading, pugi::xml_node node) : reading_(reading), node_(node) {}

  std::string text(const char* key);  // must be there and not be blank
  std::optional<std::string> optional_text(const char* key);
  bool yes_or_no(const char* key);
  int number(const char* key, int least, int most);

  /// One of `names`, as `named` understands it.
  template <typename Value>
  Value choice(const char* key, std::optional<Value> (*named)(std::string_view),
               std::vector<std::string> names) {
    std::string word = text(key);
    auto value = named(word);
    if (!value) bad_value(key, word, std::move(names));
    return value.value_or(Value{});
  }
  template <typename Value>
  std::optional<Value> optional_choice(const char* key, std::optional<Value> (*named)(std::string_view),
                                       std::vector<std::string> names) {
    if (!node_.attribute(key)) {
      known_.emplace_back(key);
      return std::nullopt;
    }
    return choice(key, named, std::move(names));
  }

  void bad_value(const char* key, std::string value, std::vector<std::string> allowed);
  void not_like(const char* key, std::string value, std::string example);
  void missing(const char* key, std::vector<std::string> allowed);

  /// To be called after the getters: every attribute that none of them asked for, every child that is not
  /// named here and every text between the children is a fault.
  void nothing_else(const std::vector<std::string>& children = {});
  /// The same for an element whose content is text.
  std::string content_and_nothing_else();

 private:
  void no_other_attributes();

  XmlReading& reading_;
  pugi::xml_node node_;
  std::vector<std::string> known_;
};

}  // namespace onshi
