// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/values_below.h"

#include <algorithm>
#include <iterator>

namespace onshi {
namespace {

constexpr double kTouching = 1.0;  // points by which a value may begin before its label ends

bool is_on_the_line_of(const FoundLabel& label, const FoundLabel& other) {
  return label.place.holds(other.place.middle()) || other.place.holds(label.place.middle());
}

double overlap(const PageWord& word, const FoundLabel& label) {
  return std::min(word.right, label.right) - std::max(word.left, label.left);
}

/// The label of the line under which the word stands: the one that it touches most, else the last that begins
/// before it.
const FoundLabel* head_of(const PageWord& word, const FoundLabel& any, const FoundLabels& found) {
  const FoundLabel* touched = nullptr;
  const FoundLabel* before = nullptr;
  for (const FoundLabel& label : found.labels) {
    if (!is_on_the_line_of(any, label)) continue;
    if (overlap(word, label) > (touched == nullptr ? 0 : overlap(word, *touched))) touched = &label;
    const bool begins_before = label.left <= word.left + label.place.height();
    if (begins_before && (before == nullptr || label.left > before->left)) before = &label;
  }
  return touched == nullptr ? before : touched;
}

auto is_beside(const FoundLabel& label, const FoundLabels& found) {
  return [&label, band = found.band_of(label)](const PageWord& word) {
    return word.left >= label.right - kTouching && word.left < label.until - kTouching &&
           band.holds(word.middle());
  };
}

Band band_below(const FoundLabel& label, const FoundLabels& found) {
  Band band{label.place.bottom, 1e6};
  for (const Band& bound : found.bounds) {
    if (bound.middle() > label.place.bottom) band.bottom = std::min(band.bottom, bound.top);
  }
  return band;
}

}  // namespace

std::vector<PageWord> words_beside(const FoundLabel& label, const FoundLabels& found, const ReadPage& page) {
  std::vector<PageWord> words;
  std::ranges::copy_if(page.words, std::back_inserter(words), is_beside(label, found));
  return words;
}

std::vector<PageWord> words_below(const FoundLabel& label, const FoundLabels& found, const ReadPage& page) {
  const Band band = band_below(label, found);
  std::vector<PageWord> words;
  std::ranges::copy_if(page.words, std::back_inserter(words), [&](const PageWord& word) {
    return band.holds(word.middle()) && head_of(word, label, found) == &label;
  });
  return words;
}

bool stand_above(const FoundLabels& found, const ReadPage& page) {
  return std::ranges::none_of(found.labels, [&](const FoundLabel& label) {
    return label.rest || std::ranges::any_of(page.words, is_beside(label, found));
  });
}

}  // namespace onshi
