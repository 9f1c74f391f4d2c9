// SPDX-License-Identifier: GPL-3.0-or-later
// Every text that a person reads, loaded once from assets/ (locale/*.xml and findings/*.xml) and looked up by
// id or by finding number. C++ holds ids only. Immutable after loading, so any thread may read it.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "probes/check/finding.h"
#include "probes/site/file_fault.h"
#include "wizard/words/language.h"

namespace onshi {

/// What assets/findings/NUMBER.xml says in one language.
struct FindingWords {
  std::string title;  // a question: the row's label; a cause: what is true, in one sentence
  std::string good;   // questions only
  std::string meaning;
  std::vector<std::string> clinic;    // what clinic staff do, step by step
  std::vector<std::string> engineer;  // what the engineer does
  std::string say;                    // what to read out on the phone
};

struct CatalogueEntry {
  int number = 0;
  std::string name;  // the enumerator
  bool is_question = false;
  int question = 0;           // of a cause
  std::string who;            // "clinic", "vendor", ...; empty for a question
  bool calls_centre = false;  // somebody is told to ring the call centre, whoever must act
  FindingWords japanese;
  FindingWords english;
  [[nodiscard]] const FindingWords& in(Language language) const {
    return language == Language::japanese ? japanese : english;
  }
};

class Words {
 public:
  static std::expected<Words, FileFault> load(const std::filesystem::path& assets);

  /// The text of that id, with `{key}` filled from `facts`; an unknown id comes back as "[id]" so that it is
  /// seen.
  [[nodiscard]] std::string text(std::string_view id, Language language, const Facts& facts = {}) const;
  [[nodiscard]] bool has(std::string_view id) const;

  [[nodiscard]] const CatalogueEntry* entry(int number) const;
  [[nodiscard]] const std::map<int, CatalogueEntry>& catalogue() const { return catalogue_; }

  /// The words of a finding with its facts filled in: of its cause, or of its question when it has none.
  [[nodiscard]] FindingWords of(const Finding& finding, Language language) const;
  /// What a number means on any terminal: where a finding would tell a fact, the fact's name stands in
  /// brackets.
  [[nodiscard]] FindingWords in_general(const CatalogueEntry& entry, Language language) const;
  /// The row's label: the question's title, with the subject when there is one.
  [[nodiscard]] std::string row_title(const Finding& finding, Language language) const;
  /// The one sentence of the result: good / the cause's title / not run because of NNN / cancelled.
  [[nodiscard]] std::string row_result(const Finding& finding, Language language) const;
  [[nodiscard]] std::string who(const Finding& finding) const;  // "clinic", ...; empty when nobody must act
  /// Whether its advice is to ring the call centre.
  [[nodiscard]] bool calls_centre(const Finding& finding) const;
  [[nodiscard]] std::string fact_label(std::string_view key, Language language) const;
  [[nodiscard]] std::string fact_value(const Fact& fact, Language language) const;
  [[nodiscard]] std::string fault(const FileFault& fault, Language language) const;

 private:
  /// As a person says it: its two largest units.
  [[nodiscard]] std::string duration(double seconds, Language language) const;
  /// "ntt_west|2|ntt_prefix|2|2001:db8::1": a kind of line with its score, and what gave or took points.
  [[nodiscard]] std::string line_with_points(const std::string& value, Language language) const;

  struct Text {
    std::string japanese;
    std::string english;
  };
  std::map<std::string, Text, std::less<>> texts_;
  std::map<int, CatalogueEntry> catalogue_;
};

/// Replaces each `{key}` by the fact's value; an absent fact becomes a dash.
std::string fill(std::string_view text, const Facts& facts);

/// Where assets/ is: beside the program, in the build tree, or in the installed share folder; empty if
/// nowhere.
std::filesystem::path find_assets(const std::filesystem::path& program);

}  // namespace onshi
