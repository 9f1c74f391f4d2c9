// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the fields of observations out of an element, strictly: an unknown name, a bad word or number is kept
// as the reading's fault. What is absent keeps its ordinary value; a whole part that is absent was not
// recorded. One thread.
#pragma once

#include <charconv>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "probes/site/japan_time.h"
#include "probes/site/small_file.h"
#include "probes/site/xml_element.h"
#include "probes/world/hexadecimal.h"
#include "probes/world/recorded/observation_fields.h"
#include "probes/world/recorded/observation_words.h"

namespace onshi {

/// How a part of a world answers that nobody observed.
inline CannotSee not_recorded(const CannotSee& /*kind*/) {
  return {CannotSee::Why::not_supported, 0, "not recorded"};
}
inline CardTrouble not_recorded(const CardTrouble& /*kind*/) { return {CardTrouble::What::failed}; }

class ObservationReader {
 public:
  static constexpr bool writes = false;
  ObservationReader(XmlReading& reading, pugi::xml_node node)
      : reading_(reading), node_(node), element_(reading, node) {}

  void text(const char* key, std::string& value) { value = element_.optional_text(key).value_or(""); }
  void former(const char* key) { static_cast<void>(element_.optional_text(key)); }
  void digest_of_former(const char* key, std::string& digest) {
    if (const auto whole = element_.optional_text(key)) digest = sha256_of(*whole);
  }
  void bytes(const char* key, std::string& value) {
    const auto word = element_.optional_text(key);
    const auto bytes = from_hexadecimal(word.value_or(""));
    if (!bytes) element_.bad_value(key, *word, {});
    if (bytes) value.assign(bytes->begin(), bytes->end());
  }
  template <typename Number>
  void number(const char* key, Number& value) {
    auto word = element_.optional_text(key);
    if (!word) return;
    auto [end, error] = std::from_chars(word->data(), word->data() + word->size(), value);
    if (error != std::errc{} || end != word->data() + word->size()) element_.bad_value(key, *word, {});
  }
  void flag(const char* key, bool& value) {
    std::optional<bool> said;
    perhaps(key, said);
    value = said.value_or(false);
  }
  void perhaps(const char* key, std::optional<bool>& value) {
    auto word = element_.optional_text(key);
    if (word && *word != "yes" && *word != "no") element_.bad_value(key, *word, {"yes", "no"});
    if (word) value = *word == "yes";
  }
  template <typename Duration>
  void duration(const char* key, Duration& value) {
    typename Duration::rep count{0};
    number(key, count);
    value = Duration(count);
  }
  void time(const char* key, std::chrono::system_clock::time_point& value) {
    std::string word = element_.text(key);
    auto time = parse_iso_time(word);
    if (!time) element_.bad_value(key, word, {});
    value = time.value_or(std::chrono::system_clock::time_point{});
  }
  template <typename Choice>
  void choice(const char* key, Choice& value) {
    value = element_.choice<Choice>(key, &choice_named<Choice>, words_of<Choice>());
  }
  template <typename Value>
  void one(const char* name, Value& value) {
    children_.emplace_back(name);
    if (pugi::xml_node child = node_.child(name)) read_into(child, value);
  }
  template <typename Value>
  void maybe(const char* name, std::optional<Value>& value) {
    children_.emplace_back(name);
    if (pugi::xml_node child = node_.child(name)) read_into(child, value.emplace());
  }
  template <typename Value>
  void list(const char* name, std::vector<Value>& values) {
    children_.emplace_back(name);
    for (pugi::xml_node child : node_.children(name)) read_into(child, values.emplace_back());
  }
  void texts(const char* name, std::vector<std::string>& values) {
    children_.emplace_back(name);
    for (pugi::xml_node child : node_.children(name)) {
      XmlElement element(reading_, child);
      values.push_back(element.text("value"));
      element.nothing_else();
    }
  }
  template <typename Value, typename Trouble>
  void trouble(std::expected<Value, Trouble>& value, Value good) {
    children_.emplace_back("trouble");
    value = good;
    if (pugi::xml_node child = node_.child("trouble")) value = std::unexpected(read<Trouble>(child));
  }
  template <typename Value, typename Trouble>
  void seen(const char* name, std::expected<Value, Trouble>& value) {
    children_.emplace_back(name);
    pugi::xml_node child = node_.child(name);
    if (!child) {
      value = std::unexpected(not_recorded(Trouble{}));
    } else if (pugi::xml_node why = child.child("trouble")) {
      value = std::unexpected(read<Trouble>(why));
    } else {
      value = read<Value>(child);
    }
  }
  template <typename Value, typename Trouble>
  void seen_list(const char* name, const char* item, std::expected<std::vector<Value>, Trouble>& values) {
    children_.emplace_back(name);
    pugi::xml_node child = node_.child(name);
    values = std::vector<Value>{};
    if (!child) {
      values = std::unexpected(not_recorded(Trouble{}));
    } else if (pugi::xml_node why = child.child("trouble")) {
      values = std::unexpected(read<Trouble>(why));
    } else {
      ObservationReader inside(reading_, child);
      inside.list(item, *values);
      inside.finish();
    }
  }
  void pairs(const char* name, const char* key, const char* value, std::map<std::string, std::string>& all) {
    each(name, [&](ObservationReader& inside) {
      std::string first = inside.element_.text(key);
      inside.text(value, all[first]);
    });
  }
  template <typename Duration>
  void durations(const char* name, const char* key, std::map<std::string, Duration>& all) {
    each(name, [&](ObservationReader& inside) {
      std::string first = inside.element_.text(key);
      inside.duration("ms", all[first]);
    });
  }
  void numbers(const char* name, const char* key, std::map<std::string, int>& all) {
    each(name, [&](ObservationReader& inside) {
      std::string first = inside.element_.text(key);
      inside.number("bytes", all[first]);
    });
  }
  template <typename Value>
  void keyed(const char* name, const char* key, std::map<std::string, Value>& all) {
    each(name, [&](ObservationReader& inside) {
      std::string first = inside.element_.text(key);
      fields(inside, all[first]);
    });
  }

  /// After the fields: whatever was not asked for is a fault.
  void finish() { element_.nothing_else(children_); }

 private:
  template <typename Use>
  void each(const char* name, Use use) {
    children_.emplace_back(name);
    for (pugi::xml_node child : node_.children(name)) {
      ObservationReader inside(reading_, child);
      use(inside);
      inside.finish();
    }
  }
  template <typename Value>
  void read_into(pugi::xml_node child, Value& value) {
    ObservationReader inside(reading_, child);
    fields(inside, value);
    inside.finish();
  }
  template <typename Value>
  Value read(pugi::xml_node child) {
    Value value;
    read_into(child, value);
    return value;
  }

  XmlReading& reading_;
  pugi::xml_node node_;
  XmlElement element_;
  std::vector<std::string> children_;
};

}  // namespace onshi
