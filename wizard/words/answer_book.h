// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask before the day of installation, with answers in both languages: assets/preparation/
// answers.xml, read strictly. Found by id, by page, by a finding's number, and by words in kanji, kana or
// romaji. Immutable after loading, so any thread may read it.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "probes/site/file_fault.h"
#include "wizard/words/language.h"

namespace onshi {

struct AnswerWords {
  std::string ask;
  std::string tell;
};

struct AskedAnswer {
  std::string id;                    // "0-12", as in application.md §7
  std::vector<std::string> sources;  // answer.source.NAME is the document's title
  std::string call;                  // answer.call.NAME says whom to ring
  std::vector<int> pages;
  std::vector<int> numbers;
  AnswerWords japanese;
  AnswerWords english;
  [[nodiscard]] const AnswerWords& in(Language language) const {
    return language == Language::japanese ? japanese : english;
  }

  // For the search alone (search_key).
  std::vector<std::string> keys;  // search words and their readings
  std::string asked_key;
  std::string told_key;
};

class AnswerBook {
 public:
  static std::expected<AnswerBook, FileFault> load(const std::filesystem::path& file);

  [[nodiscard]] const std::vector<AskedAnswer>& all() const { return answers_; }
  [[nodiscard]] const AskedAnswer* with_id(std::string_view id) const;
  [[nodiscard]] std::vector<const AskedAnswer*> on_page(int page) const;
  [[nodiscard]] std::vector<const AskedAnswer*> about(int number) const;
  /// Those that have every word, the best first; where there is none, those that have every piece of the
  /// query.
  [[nodiscard]] std::vector<const AskedAnswer*> search(std::string_view query) const;

 private:
  std::vector<AskedAnswer> answers_;
};

/// An id as a person types it, also full-width; empty for what is none.
std::string answer_id_in(std::string_view typed);

}  // namespace onshi
