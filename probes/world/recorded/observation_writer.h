// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the fields of observations into an element. What has its ordinary value (empty, no) is left out. One
// thread.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "probes/site/japan_time.h"
#include "probes/world/hexadecimal.h"
#include "probes/world/recorded/observation_fields.h"
#include "probes/world/recorded/observation_words.h"

namespace onshi {

class ObservationWriter {
 public:
  static constexpr bool writes = true;
  explicit ObservationWriter(pugi::xml_node node) : node_(node) {}

  void text(const char* key, const std::string& value) {
    if (value.find_first_not_of(" \t\r\n") != std::string::npos) put(key, value);
  }
  /// What earlier records hold and later ones do not.
  void former(const char* /*key*/) {}
  void digest_of_former(const char* /*key*/, const std::string& /*digest*/) {}
  /// Whatever they are, as hexadecimal digits.
  void bytes(const char* key, const std::string& value) {
    if (!value.empty()) put(key, to_hexadecimal(std::vector<std::uint8_t>(value.begin(), value.end())));
  }
  template <typename Number>
  void number(const char* key, Number value) {
    if (value != 0) put(key, std::to_string(value));
  }
  void flag(const char* key, bool value) {
    if (value) put(key, "yes");
  }
  void perhaps(const char* key, std::optional<bool> value) {
    if (value) put(key, *value ? "yes" : "no");
  }
  template <typename Duration>
  void duration(const char* key, Duration value) {
    number(key, value.count());
  }
  void time(const char* key, std::chrono::system_clock::time_point value) { put(key, iso_time(value)); }
  template <typename Choice>
  void choice(const char* key, Choice value) {
    put(key, std::string(word_of(value)));
  }
  template <typename Value>
  void one(const char* name, const Value& value) {
    ObservationWriter inside(node_.append_child(name));
    fields(inside, value);
  }
  template <typename Value>
  void maybe(const char* name, const std::optional<Value>& value) {
    if (value) one(name, *value);
  }
  template <typename Value>
  void list(const char* name, const std::vector<Value>& values) {
    for (const Value& value : values) one(name, value);
  }
  void texts(const char* name, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      node_.append_child(name).append_attribute("value") = value.c_str();
    }
  }
  template <typename Value, typename Trouble>
  void trouble(const std::expected<Value, Trouble>& value, Value /*good*/) {
    if (!value) one("trouble", value.error());
  }
  template <typename Value, typename Trouble>
  void seen(const char* name, const std::expected<Value, Trouble>& value) {
    ObservationWriter inside(node_.append_child(name));
    if (value) {
      fields(inside, *value);
    } else {
      inside.one("trouble", value.error());
    }
  }
  template <typename Value, typename Trouble>
  void seen_list(const char* name, const char* item,
                 const std::expected<std::vector<Value>, Trouble>& values) {
    ObservationWriter inside(node_.append_child(name));
    if (values) {
      inside.list(item, *values);
    } else {
      inside.one("trouble", values.error());
    }
  }
  void pairs(const char* name, const char* key, const char* value,
             const std::map<std::string, std::string>& all) {
    for (const auto& [first, second] : all) {
      ObservationWriter inside(node_.append_child(name));
      inside.text(key, first);
      inside.text(value, second);
    }
  }
  template <typename Duration>
  void durations(const char* name, const char* key, const std::map<std::string, Duration>& all) {
    for (const auto& [first, second] : all) {
      ObservationWriter inside(node_.append_child(name));
      inside.text(key, first);
      inside.duration("ms", second);
    }
  }
  void numbers(const char* name, const char* key, const std::map<std::string, int>& all) {
    for (const auto& [first, second] : all) {
      ObservationWriter inside(node_.append_child(name));
      inside.text(key, first);
      inside.number("bytes", second);
    }
  }
  template <typename Value>
  void keyed(const char* name, const char* key, const std::map<std::string, Value>& all) {
    for (const auto& [first, second] : all) {
      ObservationWriter inside(node_.append_child(name));
      inside.text(key, first);
      fields(inside, second);
    }
  }

 private:
  void put(const char* key, const std::string& value) { node_.append_attribute(key) = value.c_str(); }
  pugi::xml_node node_;
};

}  // namespace onshi
