// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "probes/site/code_points.h"

namespace onshi {
namespace {

struct Fold {
  std::int32_t from;
  std::string_view to;
};

struct FreeText {
  // What utf8proc asks for. NOLINTNEXTLINE(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory)
  void operator()(utf8proc_uint8_t* text) const { std::free(text); }
};

// Radicals that PDF fonts give in place of the character and that NFKC leaves alone (CJK Radicals
// Supplement).
constexpr std::array<Fold, 17> kRadicals{{{0x2EA0, "\u6C11"},
                                          {0x2EA7, "\u725B"},
                                          {0x2EBC, "\u8089"},
                                          {0x2EC1, "\u864E"},
                                          {0x2EC4, "\u897F"},
                                          {0x2EC6, "\u89D2"},
                                          {0x2ED1, "\u9577"},
                                          {0x2ED8, "\u9752"},
                                          {0x2EDD, "\u98DF"},
                                          {0x2EDE, "\u98DF"},
                                          {0x2EE4, "\u9B3C"},
                                          {0x2EE8, "\u9EA6"},
                                          {0x2EE9, "\u9EC4"},
                                          {0x2EEB, "\u6589"},
                                          {0x2EED, "\u6B6F"},
                                          {0x2EEF, "\u7ADC"},
                                          {0x2EF2, "\u4E80"}}};

// After NFKC: the pairs that CP932 and its neighbours exchange (accounts.md §8.1), and spaces, which go.
constexpr std::array<Fold, 10> kNameFolds{{{0x301C, "~"},
                                           {0x2212, "-"},
                                           {0x2010, "-"},
                                           {0x2014, "\u2015"},
                                           {' ', ""},
                                           {'\t', ""},
                                           {'\r', ""},
                                           {'\n', ""},
                                           {0x3000, ""},
                                           {0x200B, ""}}};

template <std::size_t Size>
std::string folded(std::string_view text, const std::array<Fold, Size>& folds) {
  std::string result;
  for_each_code_point(text, [&](const CodePoint& point) {
    auto fold =
        std::find_if(folds.begin(), folds.end(), [&](const Fold& row) { return row.from == point.value; });
    result.append(fold == folds.end() ? point.bytes : fold->to);
  });
  return result;
}

// The library's options are bits of one enumeration.
// NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange)
constexpr auto kNfkc = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);

std::string nfkc(std::string_view text) {
  utf8proc_uint8_t* mapped = nullptr;
  auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                             static_cast<utf8proc_ssize_t>(text.size()), &mapped, kNfkc);
  std::unique_ptr<utf8proc_uint8_t, FreeText> owner(mapped);
  if (length < 0) return std::string(text);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

bool is_printable(std::int32_t point) { return point >= 0x20 && point <= 0x7E; }

}  // namespace

std::string normalise_text(std::string_view text) {
  if (!is_valid_utf8(text)) return std::string(text);
  return folded(nfkc(text), kRadicals);
}

std::string folded_name(std::string_view name) { return folded(normalise_text(name), kNameFolds); }

bool is_blank(std::string_view text) {
  return normalise_text(text).find_first_not_of(" \t\r\n") == std::string::npos;
}

bool is_printable_ascii(std::string_view text) {
  return first_foreign_character(text) == std::string_view::npos;
}

bool is_valid_utf8(std::string_view text) {
  const auto is_beyond_ascii = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  while (true) {
    const auto next = std::ranges::find_if(text, is_beyond_ascii);
    text.remove_prefix(static_cast<std::size_t>(next - text.begin()));
    if (text.empty()) return true;
    const CodePoint point = first_code_point(text);
    if (point.value < 0) return false;
    text.remove_prefix(point.bytes.size());
  }
}

std::size_t first_foreign_character(std::string_view text) {
  for (std::size_t index = 0; !text.empty(); ++index) {
    CodePoint point = first_code_point(text);
    if (!is_printable(point.value)) return index;
    text.remove_prefix(point.bytes.size());
  }
  return std::string_view::npos;
}

}  // namespace onshi
