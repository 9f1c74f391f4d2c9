// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/xml_element.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace onshi {
namespace {

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

}  // namespace

void XmlReading::complain(FileFault::What what, pugi::xml_node element, std::string key, std::string value,
                          std::vector<std::string> allowed) {
  if (fault_) return;  // the line of each of thousands would have to be counted
  complain(file_.fault(what, element, std::move(key), std::move(value), std::move(allowed)));
}

void XmlReading::complain(FileFault fault) {
  if (!fault_) fault_ = std::move(fault);
}

std::optional<std::string> XmlElement::optional_text(const char* key) {
  known_.emplace_back(key);
  auto attribute = node_.attribute(key);
  if (!attribute) return std::nullopt;
  if (is_blank(attribute.value())) bad_value(key, attribute.value(), {});
  return attribute.value();
}

std::string XmlElement::text(const char* key) {
  auto value = optional_text(key);
  if (!value) missing(key, {});
  return value.value_or("");
}

bool XmlElement::yes_or_no(const char* key) {
  std::string word = text(key);
  if (word != "yes" && word != "no") bad_value(key, word, {"yes", "no"});
  return word == "yes";
}

int XmlElement::number(const char* key, int least, int most) {
  std::string word = text(key);
  int value = 0;
  auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  bool good = error == std::errc{} && end == word.data() + word.size() && value >= least && value <= most;
  if (!good) bad_value(key, word, {fmt::format("{}-{}", least, most)});
  return good ? value : least;
}

void XmlElement::bad_value(const char* key, std::string value, std::vector<std::string> allowed) {
  reading_.complain(FileFault::What::bad_value, node_, key, std::move(value), std::move(allowed));
}

void XmlElement::not_like(const char* key, std::string value, std::string example) {
  FileFault fault =
      reading_.file().fault(FileFault::What::bad_value, node_, key, std::move(value), {std::move(example)});
  fault.examples = true;
  reading_.complain(std::move(fault));
}

void XmlElement::missing(const char* key, std::vector<std::string> allowed) {
  reading_.complain(FileFault::What::missing_key, node_, key, {}, std::move(allowed));
}

void XmlElement::nothing_else(const std::vector<std::string>& children) {
  no_other_attributes();
  for (pugi::xml_node child : node_.children()) {
    if (child.type() != pugi::node_element) {
      bad_value(node_.name(), child.value(), children);
    } else if (!contains(children, child.name())) {
      reading_.complain(FileFault::What::unknown_key, child, child.name(), {}, children);
    }
  }
}

std::string XmlElement::content_and_nothing_else() {
  no_other_attributes();
  for (pugi::xml_node child : node_.children()) {
    if (child.type() != pugi::node_element) continue;
    reading_.complain(FileFault::What::unknown_key, child, child.name());
  }
  return node_.text().get();
}

void XmlElement::no_other_attributes() {
  std::vector<std::string> seen;
  for (pugi::xml_attribute attribute : node_.attributes()) {
    if (reading_.fault()) return;
    if (!contains(known_, attribute.name())) {
      reading_.complain(FileFault::What::unknown_key, node_, attribute.name(), attribute.value(), known_);
    } else if (contains(seen, attribute.name())) {  // pugixml keeps both
      bad_value(attribute.name(), attribute.value(), {});
    }
    seen.emplace_back(attribute.name());
  }
}

}  // namespace onshi
