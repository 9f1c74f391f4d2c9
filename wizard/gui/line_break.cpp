// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/line_break.h"

namespace onshi::gui {
namespace {

// Closing marks, small kana and the long vowel mark never begin a line; opening marks never end one.
constexpr std::wstring_view kNeverFirst =
    L"\u3001\u3002\uff0c\uff0e\u30fb\uff1a\uff1b\uff1f\uff01\u30fc\u300d\u300f\uff09\u3011\u3015\u3005"
    L"\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e"
    L"\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6"
    L")]},.!?:;\u2019\u201d\u2026";
constexpr std::wstring_view kNeverLast = L"\u300c\u300e\uff08\u3010\u3014([{\u2018\u201c";

// A host name or a path that is longer than the line goes on after one of these.
constexpr std::wstring_view kJoints = L".-/_:@";

bool is_wide(wchar_t letter) { return letter >= L'\u2e80' && !(letter >= L'\uff61' && letter <= L'\uff9f'); }

bool is_space(wchar_t letter) { return letter == L' ' || letter == L'\u3000'; }

int width_of(std::span<const int> ends, std::size_t from, std::size_t to) {
  const int before = from == 0 ? 0 : ends[from - 1];
  return to == 0 ? 0 : ends[to - 1] - before;
}

/// The end of the line that begins at `from`, not after `stop`.
std::size_t line_end(std::wstring_view text, std::span<const int> ends, int width, std::size_t from,
                     std::size_t stop) {
  if (width_of(ends, from, stop) <= width) return stop;
  std::size_t fits = from + 1;
  while (fits < stop && width_of(ends, from, fits + 1) <= width) ++fits;
  for (std::size_t at = fits; at > from; --at) {
    if (may_break_before(text, at)) return at;
  }
  for (std::size_t at = fits; at > from + 1; --at) {
    if (kJoints.find(text[at - 1]) != std::wstring_view::npos) return at;
  }
  return fits;
}

}  // namespace

bool may_break_before(std::wstring_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  const wchar_t before = text[at - 1];
  const wchar_t after = text[at];
  if (is_space(after) || kNeverFirst.find(after) != std::wstring_view::npos) return false;
  if (kNeverLast.find(before) != std::wstring_view::npos) return false;
  return is_space(before) || is_wide(before) || is_wide(after);
}

std::vector<std::wstring> broken_lines(std::wstring_view text, std::span<const int> ends, int width) {
  std::vector<std::wstring> lines;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t newline = text.find(L'\n', at);
    const std::size_t stop = newline == std::wstring_view::npos ? text.size() : newline;
    do {
      const std::size_t end = line_end(text, ends, width, at, stop);
      std::wstring_view line = text.substr(at, end - at);
      while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
      lines.emplace_back(line);
      at = end;
    } while (at < stop);
    if (stop == text.size()) break;
    at = stop + 1;
  }
  return lines;
}

}  // namespace onshi::gui
