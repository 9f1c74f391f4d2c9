// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheet_layout.h"

#include <algorithm>
#include <set>

#include "probes/sheet/found_labels.h"
#include "probes/sheet/page_parts.h"
#include "probes/sheet/text_lines.h"
#include "probes/sheet/typed_sheet.h"
#include "probes/sheet/values_below.h"
#include "probes/site/code_points.h"
#include "probes/site/institution_code.h"
#include "probes/site/text.h"

namespace onshi {
namespace {

using Password = MasterAccountSheet::Password;

constexpr std::size_t kLeastLabels = 4;  // different ones, before a page counts as a sheet

bool needs_space(char before, char after) {
  const auto ascii = [](char character) { return character > ' ' && character < 0x7F; };
  return ascii(before) && ascii(after);
}

bool is_radical(std::int32_t point) { return point >= 0x2E80 && point <= 0x2FDF; }

/// Some producers write radicals for characters; only then is the text changed.
std::string without_radicals(const std::string& text) {
  bool radicals = false;
  for_each_code_point(text, [&](const CodePoint& point) { radicals = radicals || is_radical(point.value); });
  return radicals ? normalise_text(text) : text;
}

class Value {
 public:
  Value(const FoundLabel& label, std::vector<PageWord> words) {
    words_.words = std::move(words);
    if (label.rest) words_.words.insert(words_.words.begin(), *label.rest);
  }
  Value(const Value&) = delete;
  Value& operator=(const Value&) = delete;
  ~Value() {
    for (PageWord& word : words_.words) Secret::take(std::move(word.text));
  }

  [[nodiscard]] bool empty() const { return words_.words.empty(); }

  /// As a person reads it: words of one line with a space between, lines without, since Japanese has none
  /// there. What was recognised comes in pieces, and spaces between those mean nothing.
  [[nodiscard]] std::string text() const {
    std::string text;
    for (const TextLine& line : text_lines(words_)) {
      for (const LineWord& each : line) {
        const bool within = &each != &line.front() && !each.word->pictured;
        const bool apart = !text.empty() && needs_space(text.back(), each.word->text.front());
        if (within || apart) text += ' ';
        text += each.word->text;
      }
    }
    return text;
  }

  /// Letters and digits alone: lines of a table come out as other signs.
  [[nodiscard]] std::string recognised_id() const {
    std::string id = normalise_user_id(text());
    std::erase_if(id, [](char character) { return !is_user_id({&character, 1}); });
    return id;
  }

  /// The only word, when its characters are beyond doubt.
  [[nodiscard]] const std::string* token() const {
    if (words_.words.size() != 1 || !words_.words.front().embedded) return nullptr;
    return &words_.words.front().text;
  }

 private:
  ReadPage words_;
};

class PageReader {
 public:
  PageReader(const ReadPage& page, const SheetForm& form)
      : page_(page),
        form_(form),
        found_(find_labels(text_lines(page), form)),
        values_below_(stand_above(found_, page)) {}

  [[nodiscard]] bool is_sheet() const {
    std::set<SheetField> fields;
    for (const FoundLabel& label : found_.labels) fields.insert(label.label->field);
    return fields.size() >= kLeastLabels && fields.contains(SheetField::user_id);
  }

  [[nodiscard]] SheetWithPassword sheet() const {
    SheetWithPassword read;
    MasterAccountSheet& sheet = read.sheet;
    sheet.environment = form_.environment_in(text_of(SheetField::environment));
    sheet.institution_code = normalise_code(text_of(SheetField::institution_code));
    sheet.institution_name = without_radicals(text_of(SheetField::institution_name));
    sheet.master_user_id = id_of(account_label(SheetField::user_id, SheetBlock::master));
    sheet.reset_user_id = id_of(account_label(SheetField::user_id, SheetBlock::reset));
    sheet.page = page_.number;
    if (is_pictured()) {
      sheet.unconfirmed = entries_of(sheet);
      return read;
    }
    sheet.footer_environment = found_.footer;
    sheet.master_user_name = without_radicals(text_of(SheetField::user_name));
    take_password(read);
    return read;
  }

 private:
  [[nodiscard]] const FoundLabel* nth(SheetField field, int wanted) const {
    for (const FoundLabel& label : found_.labels) {
      if (label.label->field == field && wanted-- == 0) return &label;
    }
    return nullptr;
  }

  [[nodiscard]] bool is_pictured() const {
    return std::ranges::any_of(page_.words, [](const PageWord& word) { return word.pictured; });
  }

  /// Everything that was recognised.
  [[nodiscard]] static std::set<SheetEntry> entries_of(const MasterAccountSheet& sheet) {
    std::set<SheetEntry> entries;
    if (sheet.environment) entries.insert(SheetEntry::environment);
    if (!sheet.institution_code.empty()) entries.insert(SheetEntry::institution_code);
    if (!sheet.institution_name.empty()) entries.insert(SheetEntry::institution_name);
    if (!sheet.master_user_id.empty()) entries.insert(SheetEntry::master_user_id);
    if (!sheet.reset_user_id.empty()) entries.insert(SheetEntry::reset_user_id);
    return entries;
  }

  /// By the headings where both accounts have theirs, else the master's first, as on the real sheet.
  [[nodiscard]] const FoundLabel* account_label(SheetField field, SheetBlock block) const {
    if (!has_both_headings()) return nth(field, block == SheetBlock::master ? 0 : 1);
    for (const FoundLabel& label : found_.labels) {
      if (label.label->field == field && found_.block_of(label) == block) return &label;
    }
    return nullptr;
  }

  [[nodiscard]] bool has_both_headings() const {
    const auto has = [this](SheetBlock block) {
      return std::ranges::any_of(found_.headings, [block](const auto& each) { return each.block == block; });
    };
    return has(SheetBlock::master) && has(SheetBlock::reset);
  }

  [[nodiscard]] Value value_of(const FoundLabel& label) const {
    return {label, values_below_ ? words_below(label, found_, page_) : words_beside(label, found_, page_)};
  }

  [[nodiscard]] std::string text_of(SheetField field) const {
    const FoundLabel* label = nth(field, 0);
    return label == nullptr ? std::string{} : value_of(*label).text();
  }

  /// Empty when it is not there or its characters are not sure.
  [[nodiscard]] std::string id_of(const FoundLabel* label) const {
    if (label == nullptr) return {};
    const Value value = value_of(*label);
    if (is_pictured()) return value.recognised_id();
    const std::string id = value.token() == nullptr ? std::string{} : normalise_user_id(*value.token());
    return is_printable_ascii(id) ? id : std::string{};
  }

  /// The master's; the other one's place holds only an explanation.
  void take_password(SheetWithPassword& read) const {
    const FoundLabel* label = account_label(SheetField::password, SheetBlock::master);
    if (label == nullptr || is_reset_password(*label)) return;
    const Value value = value_of(*label);
    if (value.empty()) {
      read.sheet.master_password = surely_empty(read.sheet) ? Password::empty : Password::must_be_typed;
    } else if (value.token() != nullptr && is_printable_ascii(*value.token())) {
      read.password = Secret::take(std::string(*value.token()));
      read.sheet.master_password = Password::present;
    }
  }

  /// Without headings, by the user id that it stands below.
  [[nodiscard]] bool is_reset_password(const FoundLabel& label) const {
    const FoundLabel* reset = has_both_headings() ? nullptr : nth(SheetField::user_id, 1);
    return reset != nullptr && label.place.middle() > reset->place.middle();
  }

  /// An empty place proves an empty password only where everything else could be read without doubt.
  [[nodiscard]] bool surely_empty(const MasterAccountSheet& sheet) const {
    const bool sure = std::ranges::all_of(page_.words, [](const PageWord& word) { return word.embedded; });
    return sure && !sheet.master_user_id.empty() && !sheet.reset_user_id.empty();
  }

  const ReadPage& page_;
  const SheetForm& form_;
  FoundLabels found_;
  bool values_below_;
};

}  // namespace

std::vector<SheetWithPassword> sheets_on_page(const ReadPage& page, const SheetForm& form) {
  std::vector<SheetWithPassword> sheets;
  for (ReadPage& part : page_parts(page, form)) {
    if (auto sheet = sheet_on_page(part, form)) sheets.push_back(std::move(*sheet));
    for (PageWord& word : part.words) Secret::take(std::move(word.text));
  }
  return sheets;
}

std::optional<SheetWithPassword> sheet_on_page(const ReadPage& page, const SheetForm& form) {
  const PageReader reader(page, form);
  if (!reader.is_sheet()) return std::nullopt;
  return reader.sheet();
}

}  // namespace onshi
