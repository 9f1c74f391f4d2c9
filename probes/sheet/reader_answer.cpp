// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/reader_answer.h"

#include "probes/sheet/answer_fields.h"
#include "probes/sheet/reader_protocol.h"
#include "probes/site/secret.h"
#include "probes/site/text.h"

namespace onshi {
namespace {

using reader_protocol::kMostPages;

class Parser {
 public:
  /// False when the line cannot be right.
  bool take(std::string_view line) {
    const auto fields = answer_fields(line);
    if (!fields || ended_) return false;
    const std::string_view word = (*fields)[0];
    if (!begun_) return begun_ = line == reader_protocol::kFirstLine;
    if (word == "fault") return fault(*fields);
    if (word == "page") return page(*fields);
    if (word == "word") return this->word(*fields);
    if (word == "more") return more(*fields);
    return ended_ = line == "end";
  }

  [[nodiscard]] bool whole() const { return ended_; }
  [[nodiscard]] ReaderAnswer result() && { return std::move(answer_); }

 private:
  bool fault(const AnswerFields& fields) {
    auto fresh = fault_from(fields);
    if (!fresh || answer_.fault) return false;
    answer_.fault = std::move(fresh);
    return true;
  }

  bool page(const AnswerFields& fields) {
    const auto number = count_from(fields[1], kMostPages);
    if (fields.count != 4 || !number || *number < 1 || answer_.pages.size() >= kMostPages) return false;
    if (!place_from(fields[2]) || !place_from(fields[3])) return false;
    answer_.pages.push_back({*number, {}});
    return true;
  }

  bool word(const AnswerFields& fields) {
    const auto left = place_from(fields[1]);
    const auto top = place_from(fields[2]);
    const auto right = place_from(fields[3]);
    const auto bottom = place_from(fields[4]);
    if (fields.count != 7 || !left || !top || !right || !bottom || *right < *left || *bottom < *top) {
      return false;
    }
    const bool embedded = fields[5] == "embedded";
    const bool pictured = fields[5] == "picture";
    if (!embedded && !pictured && fields[5] != "outside") return false;
    if (answer_.pages.empty() || ++words_ > reader_protocol::kMostWords) return false;
    auto text = unescaped(fields[6]);
    if (!text || text->empty() || text->size() > reader_protocol::kLongestWord) return false;
    // A PDF may hold any rubbish as text; such a word can be no part of a sheet, but it is no attack either.
    if (!is_valid_utf8(*text) || has_control(*text)) *text = "\uFFFD";
    answer_.pages.back().words.push_back(
        {*left, *top, *right, *bottom, embedded, std::move(*text), pictured});
    return true;
  }

  bool more(const AnswerFields& fields) {
    const auto count = count_from(fields[1], reader_protocol::kMostLeftOut);
    if (fields.count != 2 || !count) return false;
    answer_.pages_left_out = *count;
    return true;
  }

  ReaderAnswer answer_;
  int words_ = 0;
  bool begun_ = false;
  bool ended_ = false;
};

/// Takes the bytes of an entry off the front of what is left.
class EntriesParser {
 public:
  explicit EntriesParser(std::string_view rest) : rest_(rest) {}

  bool all() {
    if (next_line() != reader_protocol::kFirstLineOfEntries) return false;
    while (true) {
      const std::string_view line = next_line();
      if (line == "end") return rest_.empty();
      const auto fields = answer_fields(line);
      if (!fields || !take(*fields)) return false;
    }
  }

  [[nodiscard]] int line() const { return line_; }
  [[nodiscard]] EntriesAnswer result() && { return std::move(answer_); }

 private:
  /// Empty when there is none, which no line is.
  std::string_view next_line() {
    ++line_;
    const auto end = rest_.find('\n');
    if (end == std::string_view::npos) return {};
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }

  bool take(const AnswerFields& fields) {
    if (fields[0] == "entry") return entry(fields);
    auto fault = fields[0] == "fault" ? fault_from(fields) : std::nullopt;
    if (!fault || answer_.fault) return false;
    answer_.fault = std::move(fault);
    return true;
  }

  bool entry(const AnswerFields& fields) {
    auto name = entry_name(fields[1]);
    const auto size = count_from(fields[2], static_cast<int>(reader_protocol::kMostUnpacked));
    if (fields.count != 3 || !name || !size) return false;
    if (answer_.entries.size() >= static_cast<std::size_t>(reader_protocol::kMostEntries)) return false;
    const auto bytes = static_cast<std::size_t>(*size);
    if (rest_.size() <= bytes || rest_[bytes] != '\n') return false;
    answer_.entries.push_back({std::move(*name), std::string(rest_.substr(0, bytes))});
    rest_.remove_prefix(bytes + 1);
    return true;
  }

  std::string_view rest_;
  EntriesAnswer answer_;
  int line_ = 0;
};

}  // namespace

std::expected<ReaderAnswer, int> parse_reader_answer(std::string_view lines) {
  Parser parser;
  int number = 0;
  while (!lines.empty()) {
    ++number;
    const auto end = lines.find('\n');
    if (end == std::string_view::npos || !parser.take(lines.substr(0, end))) return std::unexpected(number);
    lines.remove_prefix(end + 1);
  }
  if (!parser.whole()) return std::unexpected(number + 1);  // the line that is missing
  return std::move(parser).result();
}

std::expected<EntriesAnswer, int> parse_entries_answer(std::string_view lines) {
  EntriesParser parser(lines);
  if (!parser.all()) return std::unexpected(parser.line());
  return std::move(parser).result();
}

void forget(ReaderAnswer& answer) {
  for (ReadPage& page : answer.pages) {
    for (PageWord& word : page.words) Secret::take(std::move(word.text));
  }
}

}  // namespace onshi
