// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/search_key.h"

#include <algorithm>
#include <array>
#include <utility>

#include "probes/site/code_points.h"
#include "probes/site/text.h"

namespace onshi {
namespace {

constexpr std::int32_t kFirstHiragana = 0x3041;
constexpr std::int32_t kFirstKatakana = 0x30A1;
constexpr std::int32_t kLastKatakana = 0x30F6;
constexpr std::int32_t kLongVowel = 0x30FC;

/// U+3041 to U+3096 in order; a small vowel or y replaces the vowel before it, a small tsu says nothing.
constexpr std::array<std::string_view, 86> kSyllables{
    "<a", "a",  "<i",  "i",  "<u", "u",  "<e",  "e",  "<o",  "o",  "ka",  "ga", "ki", "gi", "ku",
    "gu", "ke", "ge",  "ko", "go", "sa", "za",  "si", "zi",  "su", "zu",  "se", "ze", "so", "zo",
    "ta", "da", "ti",  "zi", "",   "tu", "zu",  "te", "de",  "to", "do",  "na", "ni", "nu", "ne",
    "no", "ha", "ba",  "pa", "hi", "bi", "pi",  "hu", "bu",  "pu", "he",  "be", "pe", "ho", "bo",
    "po", "ma", "mi",  "mu", "me", "mo", "<ya", "ya", "<yu", "yu", "<yo", "yo", "ra", "ri", "ru",
    "re", "ro", "<wa", "wa", "i",  "e",  "o",   "n",  "vu",  "ka", "ke"};

std::int32_t as_hiragana(std::int32_t point) {
  return point >= kFirstKatakana && point <= kLastKatakana ? point - kFirstKatakana + kFirstHiragana : point;
}

bool is_hiragana(std::int32_t point) {
  return point >= kFirstHiragana && point < kFirstHiragana + static_cast<std::int32_t>(kSyllables.size());
}

bool is_kana(std::int32_t point) { return point == kLongVowel || is_hiragana(as_hiragana(point)); }

bool is_ascii(std::int32_t point) { return point >= 0 && point < 0x80; }

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; }

bool is_letter_or_digit(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

/// ā and its like as they come from a romanised text.
std::string_view without_macron(std::int32_t point) {
  constexpr std::array<std::pair<std::int32_t, std::string_view>, 8> kMacrons{{{0x0101, "a"},
                                                                               {0x012B, "i"},
                                                                               {0x016B, "u"},
                                                                               {0x0113, "e"},
                                                                               {0x014D, "o"},
                                                                               {0x00F4, "o"},
                                                                               {0x00FB, "u"},
                                                                               {0x00E2, "a"}}};
  const auto* found = std::ranges::find(kMacrons, point, &std::pair<std::int32_t, std::string_view>::first);
  return found == kMacrons.end() ? std::string_view{} : found->second;
}

void add_syllable(std::string& key, std::string_view syllable) {
  if (!syllable.starts_with('<')) {
    key += syllable;
    return;
  }
  constexpr std::string_view kVowels = "aiueo";
  const bool after_i = key.ends_with('i');
  const bool after_vowel = !key.empty() && kVowels.find(key.back()) != std::string_view::npos;
  if (after_vowel && (syllable[1] != 'y' || after_i)) key.pop_back();
  // シェ is sye as シャ is sya.
  if (after_i && syllable[1] == 'e') key += 'y';
  key += syllable.substr(1);
}

bool is_punctuation(std::int32_t point) {
  const bool symbols = point >= 0x2000 && point <= 0x2BFF;
  const bool japanese = (point >= 0x3000 && point <= 0x3004) || (point >= 0x3007 && point <= 0x301F);
  return symbols || japanese || point == 0x30FB;
}

/// Latin letters, kana as letters, and everything else as it is.
std::string in_letters(std::string_view text) {
  std::string key;
  for_each_code_point(normalise_text(text), [&key](const CodePoint& point) {
    const std::int32_t hiragana = as_hiragana(point.value);
    if (is_hiragana(hiragana)) {
      add_syllable(key, kSyllables[static_cast<std::size_t>(hiragana - kFirstHiragana)]);
    } else if (is_ascii(point.value)) {
      const char letter = lower(static_cast<char>(point.value));
      if (is_letter_or_digit(letter)) key += letter;
    } else if (const auto plain = without_macron(point.value); !plain.empty()) {
      key += plain;
    } else if (point.value != kLongVowel && !is_punctuation(point.value)) {
      key.append(point.bytes);
    }
  });
  return key;
}

/// Every spelling of a syllable as one of them, the longest first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kSpellings{{{"tchi", "ti"},
                                                                                    {"cchi", "ti"},
                                                                                    {"tch", "ty"},
                                                                                    {"cch", "ty"},
                                                                                    {"tsu", "tu"},
                                                                                    {"shi", "si"},
                                                                                    {"chi", "ti"},
                                                                                    {"sh", "sy"},
                                                                                    {"ch", "ty"},
                                                                                    {"ji", "zi"},
                                                                                    {"jy", "zy"},
                                                                                    {"j", "zy"},
                                                                                    {"f", "h"},
                                                                                    {"mb", "nb"},
                                                                                    {"mp", "np"},
                                                                                    {"wo", "o"}}};

std::string one_spelling(std::string_view key) {
  std::string plain;
  while (!key.empty()) {
    const auto* found =
        std::ranges::find_if(kSpellings, [&](const auto& row) { return key.starts_with(row.first); });
    const bool is_other = found != kSpellings.end();
    plain += is_other ? found->second : key.substr(0, 1);
    key.remove_prefix(is_other ? found->first.size() : 1);
  }
  return plain;
}

bool is_letter(char letter) { return letter >= 'a' && letter <= 'z'; }

/// はんこう, hankou, hankō and hanko: long vowels and doubled letters are single.
std::string without_length(std::string_view key) {
  std::string plain;
  for (const char letter : key) {
    const bool again = !plain.empty() && is_letter(letter) && plain.back() == letter;
    const bool long_o = letter == 'u' && plain.ends_with('o');
    if (!again && !long_o) plain += letter;
  }
  return plain;
}

enum class Script { hiragana, katakana, latin, other, none };

Script script_of(std::int32_t point) {
  if (is_hiragana(point)) return Script::hiragana;
  if (is_kana(point)) return Script::katakana;
  if (is_ascii(point)) {
    return is_letter_or_digit(lower(static_cast<char>(point))) ? Script::latin : Script::none;
  }
  return is_punctuation(point) ? Script::none : Script::other;
}

struct Piece {
  Script script = Script::none;
  std::string text;
};

std::vector<Piece> pieces_of(std::string_view query) {
  std::vector<Piece> pieces;
  for_each_code_point(normalise_text(query), [&pieces](const CodePoint& point) {
    const Script script = script_of(point.value);
    if (pieces.empty() || pieces.back().script != script) pieces.push_back({script, {}});
    pieces.back().text.append(point.bytes);
  });
  return pieces;
}

void add_key(std::vector<std::string>& keys, std::string_view text) {
  std::string key = search_key(text);
  if (!key.empty() && std::ranges::find(keys, key) == keys.end()) keys.push_back(std::move(key));
}

}  // namespace

std::string search_key(std::string_view text) { return without_length(one_spelling(in_letters(text))); }

std::vector<std::string> search_words(std::string_view query) {
  const std::string plain = normalise_text(query);
  std::vector<std::string> words;
  constexpr std::string_view kSpaces = " \t\r\n";
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find_first_of(kSpaces, at), plain.size());
    add_key(words, std::string_view(plain).substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::vector<std::string> search_pieces(std::string_view query) {
  const std::vector<Piece> pieces = pieces_of(query);
  const bool only_hiragana = std::ranges::all_of(pieces, [](const Piece& piece) {
    return piece.script == Script::hiragana || piece.script == Script::none;
  });
  std::vector<std::string> keys;
  for (const Piece& piece : pieces) {
    if (piece.script != Script::hiragana || only_hiragana) add_key(keys, piece.text);
  }
  return keys;
}

}  // namespace onshi
