// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/found_labels.h"

#include <algorithm>
#include <string_view>

#include "probes/site/code_points.h"

namespace onshi {
namespace {

constexpr std::size_t kMostWordsInLabel = 12;  // a label may be set letter by letter
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

class LineReader {
 public:
  LineReader(const TextLine& line, const SheetForm& form) : line_(line), form_(form) {}

  /// The leftmost label; of several that begin at the same word the longest.
  [[nodiscard]] std::optional<FoundLabel> label() const {
    for (std::size_t first = 0; first < line_.size(); ++first) {
      const std::size_t most = std::min(line_.size(), first + kMostWordsInLabel);
      for (std::size_t last = most; last > first; --last) {
        if (auto found = label_at(first, last)) return found;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_heading() const {
    std::string text = folded_text(line_);
    std::string_view rest = text;
    while (!rest.empty() && form_.heading_marks.find(first_code_point(rest).bytes) != std::string::npos) {
      rest.remove_prefix(first_code_point(rest).bytes.size());
    }
    return std::ranges::any_of(form_.headings,
                               [rest](const std::string& each) { return rest.starts_with(each); });
  }

  [[nodiscard]] bool is_note() const { return line_.front().folded.starts_with(form_.note_mark); }

  [[nodiscard]] std::optional<Environment> footer() const {
    for (const LineWord& each : line_) {
      if (auto environment = form_.footer_environment(each.folded)) return environment;
    }
    return std::nullopt;
  }

 private:
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
    FoundLabel result{&label, place_of(line_, first, last), final_word.right, std::nullopt};
    if (!bare) {
      result.rest = final_word;
      result.rest->text = behind_colon(final_word.text);
    }
    return result;
  }

  const TextLine& line_;
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

FoundLabels find_labels(const std::vector<TextLine>& lines, const SheetForm& form) {
  FoundLabels found;
  for (const TextLine& line : lines) {
    const LineReader reader(line, form);
    const auto label = reader.label();
    const auto footer = reader.footer();
    if (label) found.labels.push_back(*label);
    if (label) found.bounds.push_back(label->place);
    if (footer) found.footer = footer;
    if (footer || reader.is_heading() || reader.is_note()) {
      found.bounds.push_back({top_of(line), bottom_of(line)});
    }
  }
  return found;
}

}  // namespace onshi
