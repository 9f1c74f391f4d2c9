// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/answer_fields.h"

#include <charconv>
#include <cmath>
#include <cstdint>

#include "probes/sheet/cp932.h"
#include "probes/sheet/reader_protocol.h"
#include "probes/site/code_points.h"
#include "probes/site/text.h"

namespace onshi {
namespace {

template <typename Number>
std::optional<Number> number_from(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_control(std::int32_t point) { return point < 0x20 || (point >= 0x7F && point < 0xA0); }

}  // namespace

std::optional<AnswerFields> answer_fields(std::string_view line) {
  AnswerFields fields;
  while (true) {
    if (fields.count == kMostFields) return std::nullopt;
    const auto end = line.find(' ');
    fields.all[fields.count++] = line.substr(0, end);
    if (end == std::string_view::npos) return fields;
    line.remove_prefix(end + 1);
  }
}

std::optional<int> count_from(std::string_view field, int most) {
  auto value = number_from<int>(field);
  return value && *value >= 0 && *value <= most ? value : std::nullopt;
}

std::optional<double> place_from(std::string_view field) {
  auto value = number_from<double>(field);
  return value && std::isfinite(*value) && std::abs(*value) <= reader_protocol::kFarthest ? value
                                                                                          : std::nullopt;
}

std::optional<std::string> unescaped(std::string_view field) {
  std::string bytes;
  for (; !field.empty(); field.remove_prefix(1)) {
    if (field.front() != '%') {
      if (!reader_protocol::stands_for_itself(field.front())) return std::nullopt;
      bytes += field.front();
      continue;
    }
    unsigned value = 0;
    const char* last = field.data() + 3;
    if (field.size() < 3 || std::from_chars(field.data() + 1, last, value, 16).ptr != last)
      return std::nullopt;
    bytes += static_cast<char>(value);
    field.remove_prefix(2);
  }
  return bytes;
}

bool has_control(std::string_view text) {
  bool found = false;
  for_each_code_point(text, [&found](const CodePoint& point) { found = found || is_control(point.value); });
  return found;
}

std::optional<std::string> entry_name(std::string_view field) {
  auto bytes = unescaped(field);
  if (!bytes || bytes->empty() || bytes->size() > reader_protocol::kLongestName) return std::nullopt;
  if (is_valid_utf8(*bytes)) return has_control(*bytes) ? std::nullopt : bytes;
  std::string name = utf8_from_cp932(*bytes).value_or("?");
  return has_control(name) ? std::string(1, '?') : name;
}

std::optional<ReadFault> fault_from(const AnswerFields& fields) {
  const auto what = sheet_fault_named(fields[1]);
  const auto detail = fields[2] == "-" ? std::string{} : entry_name(fields[2]);
  if (fields.count != 3 || !what || !detail) return std::nullopt;
  return ReadFault{*what, *detail};
}

}  // namespace onshi
