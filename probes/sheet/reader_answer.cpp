// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/reader_answer.h"

#include <array>
#include <charconv>
#include <cmath>

#include "probes/sheet/cp932.h"
#include "probes/sheet/reader_protocol.h"
#include "probes/site/code_points.h"
#include "probes/site/secret.h"
#include "probes/site/text.h"

namespace onshi {
namespace {

using reader_protocol::kFarthest;
using reader_protocol::kLongestName;
using reader_protocol::kLongestWord;
using reader_protocol::kMostPages;

constexpr std::size_t kMostFields = 7;

struct Fields {
  std::array<std::string_view, kMostFields> all;
  std::size_t count = 0;
  [[nodiscard]] std::string_view operator[](std::size_t index) const {
    return index < count ? all[index] : "";
  }
};

std::optional<Fields> fields_of(std::string_view line) {
  Fields fields;
  while (true) {
    if (fields.count == kMostFields) return std::nullopt;
    const auto end = line.find(' ');
    fields.all[fields.count++] = line.substr(0, end);
    if (end == std::string_view::npos) return fields;
    line.remove_prefix(end + 1);
  }
}

template <typename Number>
std::optional<Number> number_from(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<double> place_from(std::string_view text) {
  auto value = number_from<double>(text);
  return value && std::isfinite(*value) && std::abs(*value) <= kFarthest ? value : std::nullopt;
}

std::optional<int> count_from(std::string_view text, int most) {
  auto value = number_from<int>(text);
  return value && *value >= 0 && *value <= most ? value : std::nullopt;
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string bytes;
  for (; !text.empty(); text.remove_prefix(1)) {
    if (text.front() != '%') {
      if (!reader_protocol::stands_for_itself(text.front())) return std::nullopt;
      bytes += text.front();
      continue;
    }
    unsigned value = 0;
    const char* last = text.data() + 3;
    if (text.size() < 3 || std::from_chars(text.data() + 1, last, value, 16).ptr != last) return std::nullopt;
    bytes += static_cast<char>(value);
    text.remove_prefix(2);
  }
  return bytes;
}

bool is_control(std::int32_t point) { return point < 0x20 || (point >= 0x7F && point < 0xA0); }

bool has_control(std::string_view text) {
  bool found = false;
  for_each_code_point(text, [&found](const CodePoint& point) { found = found || is_control(point.value); });
  return found;
}

/// The name of a ZIP's entry: UTF-8 or else CP932, as Windows programs write it.
std::optional<std::string> entry_name(std::string_view escaped) {
  auto bytes = unescaped(escaped);
  if (!bytes || bytes->empty() || bytes->size() > kLongestName) return std::nullopt;
  if (is_valid_utf8(*bytes)) return has_control(*bytes) ? std::nullopt : bytes;
  *bytes = utf8_from_cp932(*bytes).value_or("?");
  if (has_control(*bytes)) *bytes = "?";
  return bytes;
}

class Parser {
 public:
  /// False when the line cannot be right.
  bool take(std::string_view line) {
    const auto fields = fields_of(line);
    if (!fields || ended_) return false;
    const std::string_view word = (*fields)[0];
    if (!begun_) return begun_ = line == reader_protocol::kFirstLine;
    if (word == "document") return document(*fields);
    if (word == "fault") return fault(*fields);
    if (word == "page") return page(*fields);
    if (word == "word") return this->word(*fields);
    if (word == "xml") return xml(*fields);
    if (word == "more") return more(*fields);
    return ended_ = line == "end";
  }

  [[nodiscard]] bool whole() const { return ended_; }
  [[nodiscard]] ReaderAnswer result() && { return std::move(answer_); }

 private:
  ReadDocument* current() { return answer_.documents.empty() ? nullptr : &answer_.documents.back(); }

  bool document(const Fields& fields) {
    if (fields.count != 2 || answer_.documents.size() >= reader_protocol::kMostEntries) return false;
    ReadDocument fresh;
    if (fields[1] != reader_protocol::kWholeInput) {
      auto name = entry_name(fields[1]);
      if (!name) return false;
      fresh.name = std::move(*name);
    }
    answer_.documents.push_back(std::move(fresh));
    words_ = 0;
    return true;
  }

  bool fault(const Fields& fields) {
    const auto what = sheet_fault_named(fields[1]);
    const auto detail = fields[2] == "-" ? std::string{} : entry_name(fields[2]);
    ReadDocument* document = current();
    auto& place = document == nullptr ? answer_.fault : document->fault;
    if (fields.count != 3 || !what || !detail || place) return false;
    place = ReadFault{*what, *detail};
    return true;
  }

  bool page(const Fields& fields) {
    const auto number = count_from(fields[1], kMostPages);
    ReadDocument* document = current();
    if (fields.count != 4 || !number || *number < 1 || document == nullptr) return false;
    if (document->pages.size() >= kMostPages || !place_from(fields[2]) || !place_from(fields[3])) {
      return false;
    }
    document->pages.push_back({*number, {}});
    return true;
  }

  bool word(const Fields& fields) {
    const auto left = place_from(fields[1]);
    const auto top = place_from(fields[2]);
    const auto right = place_from(fields[3]);
    const auto bottom = place_from(fields[4]);
    if (fields.count != 7 || !left || !top || !right || !bottom || *right < *left || *bottom < *top) {
      return false;
    }
    const bool embedded = fields[5] == "embedded";
    if (!embedded && fields[5] != "outside") return false;
    if (current() == nullptr || current()->pages.empty() || ++words_ > reader_protocol::kMostWords) {
      return false;
    }
    auto text = unescaped(fields[6]);
    if (!text || text->empty() || text->size() > kLongestWord) return false;
    // A PDF may hold any rubbish as text; such a word can be no part of a sheet, but it is no attack either.
    if (!is_valid_utf8(*text) || has_control(*text)) *text = "\uFFFD";
    current()->pages.back().words.push_back({*left, *top, *right, *bottom, embedded, std::move(*text)});
    return true;
  }

  bool xml(const Fields& fields) {
    auto bytes = unescaped(fields[1]);
    if (fields.count != 2 || !bytes || bytes->size() > reader_protocol::kMostXml || current() == nullptr) {
      return false;
    }
    current()->xml = std::move(*bytes);
    return true;
  }

  bool more(const Fields& fields) {
    const auto count = count_from(fields[1], reader_protocol::kMostLeftOut);
    if (fields.count != 2 || !count || current() == nullptr) return false;
    current()->pages_left_out = *count;
    return true;
  }

  ReaderAnswer answer_;
  int words_ = 0;  // of the current document
  bool begun_ = false;
  bool ended_ = false;
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

void forget(ReaderAnswer& answer) {
  for (ReadDocument& document : answer.documents) {
    for (ReadPage& page : document.pages) {
      for (PageWord& word : page.words) Secret::take(std::move(word.text));
    }
  }
}

}  // namespace onshi
