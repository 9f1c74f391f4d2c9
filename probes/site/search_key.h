// SPDX-License-Identifier: GPL-3.0-or-later
// Makes what a person types into a search and what is searched alike: hiragana, katakana of both widths and
// romaji of every spelling (shi or si, long vowels or none) become the same letters, while kanji stay. Both
// sides go through here, so it matters only that alike becomes equal. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onshi {

/// "ひみつ", "ヒミツ", "ﾋﾐﾂ", "himitsu" and "himitu" are one key. Spaces and punctuation go.
std::string search_key(std::string_view text);

/// The words of a query, as keys; a sentence without spaces is one word.
std::vector<std::string> search_words(std::string_view query);

/// The same query cut where the script changes, without the hiragana between: 「パスワードを忘れた」 is
/// パスワード and 忘. For when the words as typed are found nowhere.
std::vector<std::string> search_pieces(std::string_view query);

}  // namespace onshi
