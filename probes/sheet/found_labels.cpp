// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/found_labels.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>

#include "probes/site/code_points.h"

namespace onshi {
namespace {

constexpr std::size_t kMostWordsInLabel = 12;  // a label may be set letter by letter
constexpr int kMostLinesInLabel = 3;
constexpr double kSlack = 0.6;  // of a label's height, by which its value may stand higher or lower
constexpr std::string_view kColon = ":";
constexpr std::string_view kWideColon = "\uFF1A";

std::string_view without_digits(std::string_view text) {
  while (!text.empty() && text.front() >= '0' && text.front() <= '9') text.remove_prefix(1);
  return text;
}

std::string_view without_note(std::string_view text, const SheetForm& form) {
  if (!text.starts_with(form.note_mark)) return text;
  return without_digits(text.substr(form.note_mark.size()));
}

/// What follows the label in `folded`, without the mark of a footnote; nothing when it does not begin with
/// the label.
std::optional<std::string_view> behind(std::string_view folded, const SheetLabel& label,
                                       const SheetForm& form) {
  for (std::string_view text : label.texts) {
    if (!folded.starts_with(text)) continue;
    const std::string_view rest = without_note(folded.substr(text.size()), form);
    if (rest.empty() || rest.starts_with(kColon)) return rest;
  }
  return std::nullopt;
}

/// Behind the first colon of the text as it stands, because a password must not be folded.
std::string behind_colon(const std::string& text) {
  const auto narrow = text.find(kColon);
  const auto wide = text.find(kWideColon);
  if (wide < narrow) return text.substr(wide + kWideColon.size());
  return narrow == std::string::npos ? std::string{} : text.substr(narrow + kColon.size());
}

Band place_of(const TextLine& line, std::size_t first, std::size_t last) {
  Band place{line[first].word->top, line[first].word->bottom};
  for (std::size_t index = first + 1; index < last; ++index) {
    place.top = std::min(place.top, line[index].word->top);
    place.bottom = std::max(place.bottom, line[index].word->bottom);
  }
  return place;
}

/// Words of a PDF end where its cells end. What was recognised comes in pieces, so a label could be found in
/// the middle of a sentence; it begins only where nothing stands close before it.
bool begins_cell(const TextLine& line, std::size_t index) {
  const PageWord& word = *line[index].word;
  return index == 0 || !word.pictured || word.left - line[index - 1].word->right > word.height();
}

bool ends_cell(const TextLine& line, std::size_t index) {
  return index + 1 == line.size() || begins_cell(line, index + 1);
}

class LineReader {
 public:
  LineReader(const TextLine& line, const SheetForm& form) : line_(line), form_(form) {}

  /// The leftmost label and those that begin a cell of their own behind it.
  [[nodiscard]] std::vector<FoundLabel> labels_of_cells() const {
    std::vector<FoundLabel> all;
    for (std::size_t first = 0; first < line_.size(); ++first) {
      if (!all.empty() && !stands_apart(first)) continue;
      if (!all.empty() && line_[first].word->left < all.back().right) continue;
      auto found = label_from(first);
      if (!found) continue;
      if (!all.empty()) all.back().until = found->left;
      all.push_back(std::move(*found));
    }
    return all;
  }

  /// Every label, from left to right.
  [[nodiscard]] std::vector<FoundLabel> labels() const {
    std::vector<FoundLabel> all;
    for (std::size_t first = 0; first < line_.size(); ++first) {
      if (!all.empty() && line_[first].word->left < all.back().right) continue;
      if (auto found = label_from(first)) all.push_back(std::move(*found));
    }
    return all;
  }

  [[nodiscard]] const SheetHeading* heading() const {
    std::string text = folded_text(line_);
    std::string_view rest = text;
    while (!rest.empty() && form_.heading_marks.find(first_code_point(rest).bytes) != std::string::npos) {
      rest.remove_prefix(first_code_point(rest).bytes.size());
    }
    const auto found = std::ranges::find_if(
        form_.headings, [rest](const SheetHeading& each) { return rest.starts_with(each.text); });
    return found == form_.headings.end() ? nullptr : &*found;
  }

  [[nodiscard]] bool is_note() const { return line_.front().folded.starts_with(form_.note_mark); }

  [[nodiscard]] std::optional<Environment> footer() const {
    for (const LineWord& each : line_) {
      if (auto environment = form_.footer_environment(each.folded)) return environment;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool stands_apart(std::size_t index) const {
    const PageWord& word = *line_[index].word;
    return index == 0 || word.left - line_[index - 1].word->right > word.height() / 2;
  }

  [[nodiscard]] std::optional<FoundLabel> label_from(std::size_t first) const {
    if (!begins_cell(line_, first)) return std::nullopt;
    for (std::size_t last = std::min(line_.size(), first + kMostWordsInLabel); last > first; --last) {
      if (auto found = label_at(first, last)) return found;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<FoundLabel> label_at(std::size_t first, std::size_t last) const {
    const std::string folded = folded_text(line_, first, last);
    for (const SheetLabel& label : form_.labels) {
      const auto rest = behind(folded, label, form_);
      const bool bare = rest && (rest->empty() || *rest == kColon);
      if (bare || (rest && last == first + 1)) return found(label, first, last, bare);
    }
    return std::nullopt;
  }

  [[nodiscard]] FoundLabel found(const SheetLabel& label, std::size_t first, std::size_t last,
                                 bool bare) const {
    const PageWord& final_word = *line_[last - 1].word;
    FoundLabel result{.label = &label,
                      .place = place_of(line_, first, last),
                      .left = line_[first].word->left,
                      .right = final_word.right};
    if (!bare) {
      result.rest = final_word;
      result.rest->text = behind_colon(final_word.text);
    }
    return result;
  }

  const TextLine& line_;
  const SheetForm& form_;
};

/// A label in a narrow column goes on in the next line, below its first word.
class WrappedLabel {
 public:
  WrappedLabel(const std::vector<TextLine>& lines, const SheetForm& form) : lines_(lines), form_(form) {}

  [[nodiscard]] std::optional<FoundLabel> at(std::size_t line) const {
    for (std::size_t first = 0; first < lines_[line].size(); ++first) {
      if (!begins_cell(lines_[line], first)) continue;
      if (auto found = from(line, first)) return found;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<FoundLabel> from(std::size_t line, std::size_t first) const {
    for (const SheetLabel& label : form_.labels) {
      for (const std::string& text : label.texts) {
        if (auto found = split(line, first, label, text)) return found;
      }
    }
    return std::nullopt;
  }

  /// The words from `first` on begin `text`, and what is lacking stands below.
  [[nodiscard]] std::optional<FoundLabel> split(std::size_t line, std::size_t first, const SheetLabel& label,
                                                std::string_view text) const {
    const TextLine& words = lines_[line];
    std::string beginning;
    for (std::size_t last = first; last < words.size(); ++last) {
      beginning += words[last].folded;
      if (beginning.size() >= text.size() || !text.starts_with(beginning)) return std::nullopt;
      const LineWord* end = below(line, *words[first].word, text.substr(beginning.size()));
      if (end == nullptr || !ends_cell(words, last)) continue;
      Band place = place_of(words, first, last + 1);
      place.bottom = end->word->bottom;
      return FoundLabel{.label = &label,
                        .place = place,
                        .left = words[first].word->left,
                        .right = std::max(words[last].word->right, end->word->right)};
    }
    return std::nullopt;
  }

  [[nodiscard]] const LineWord* below(std::size_t line, const PageWord& above, std::string_view rest) const {
    const std::size_t most = std::min(lines_.size(), line + kMostLinesInLabel);
    for (std::size_t next = line + 1; next < most; ++next) {
      for (std::size_t index = 0; index < lines_[next].size(); ++index) {
        const LineWord& each = lines_[next][index];
        if (!begins_cell(lines_[next], index) || !ends_cell(lines_[next], index)) continue;
        const bool under = std::abs(each.word->left - above.left) < above.height();
        const bool near = each.word->top < above.bottom + above.height();
        if (under && near && without_note_behind(each.folded, rest)) return &each;
      }
    }
    return nullptr;
  }

  [[nodiscard]] bool without_note_behind(std::string_view folded, std::string_view rest) const {
    return folded.starts_with(rest) && without_note(folded.substr(rest.size()), form_).empty();
  }

  const std::vector<TextLine>& lines_;
  const SheetForm& form_;
};

}  // namespace

Band FoundLabels::band_of(const FoundLabel& label) const {
  const Band& place = label.place;
  const double slack = place.height() * kSlack;
  Band band = label.label->wraps ? Band{0, 1e6} : Band{place.top - slack, place.bottom + slack};
  for (const Band& bound : bounds) {
    const bool same_line = bound.holds(place.middle()) || place.holds(bound.middle());
    if (same_line) continue;
    const bool above = bound.middle() < place.middle();
    if (label.label->wraps) {
      (above ? band.top : band.bottom) =
          above ? std::max(band.top, bound.bottom) : std::min(band.bottom, bound.top);
    } else if (above) {
      band.top = std::max(band.top, (bound.bottom + place.top) / 2);
    } else {
      band.bottom = std::min(band.bottom, (bound.top + place.bottom) / 2);
    }
  }
  return band;
}

std::optional<SheetBlock> FoundLabels::block_of(const FoundLabel& label) const {
  std::optional<SheetBlock> block;
  for (const FoundHeading& heading : headings) {
    if (heading.bottom <= label.place.middle()) block = heading.block;
  }
  return block;
}

FoundLabels find_labels(const std::vector<TextLine>& lines, const SheetForm& form) {
  FoundLabels found;
  const WrappedLabel wrapped(lines, form);
  for (std::size_t index = 0; index < lines.size(); ++index) {
    const TextLine& line = lines[index];
    const LineReader reader(line, form);
    auto labels = reader.labels_of_cells();
    const auto in_two_lines = labels.empty() ? wrapped.at(index) : std::nullopt;
    if (in_two_lines) labels.push_back(*in_two_lines);
    const auto footer = reader.footer();
    for (const FoundLabel& label : labels) found.bounds.push_back(label.place);
    std::ranges::move(labels, std::back_inserter(found.labels));
    if (footer) found.footer = footer;
    const SheetHeading* heading = reader.heading();
    if (heading != nullptr && heading->block) found.headings.push_back({*heading->block, bottom_of(line)});
    if (footer || heading != nullptr || reader.is_note()) {
      found.bounds.push_back({top_of(line), bottom_of(line)});
    }
  }
  return found;
}

std::vector<FoundLabel> labels_of(SheetField field, const std::vector<TextLine>& lines,
                                  const SheetForm& form) {
  std::vector<FoundLabel> found;
  for (const TextLine& line : lines) {
    for (FoundLabel& label : LineReader(line, form).labels()) {
      if (label.label->field == field) found.push_back(std::move(label));
    }
  }
  return found;
}

}  // namespace onshi
