// SPDX-License-Identifier: GPL-3.0-or-later
// Where the labels of a sheet stand on a page, and every line that ends a value's place: other labels,
// headings, footnotes, the foot. Producers differ in everything but this (platform.md, "Account sheet PDFs").
// Values, any thread.
#pragma once

#include <optional>
#include <vector>

#include "probes/sheet/sheet_form.h"
#include "probes/sheet/text_lines.h"

namespace onshi {

/// A stretch of the page's height.
struct Band {
  double top = 0;
  double bottom = 0;
  [[nodiscard]] double middle() const { return (top + bottom) / 2; }
  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] bool holds(double height_of_page) const {
    return height_of_page > top && height_of_page < bottom;
  }
};

struct FoundLabel {
  const SheetLabel* label = nullptr;
  Band place;
  double left = 0;
  double right = 0;
  double until = 1e6;              // where the next label of its line begins
  std::optional<PageWord> rest{};  // what stands in the label's own word behind a colon
};

struct FoundHeading {
  SheetBlock block = SheetBlock::master;
  double bottom = 0;
};

struct FoundLabels {
  std::vector<FoundLabel> labels;      // downwards
  std::vector<FoundHeading> headings;  // downwards, those that begin an account's block
  std::vector<Band> bounds;            // downwards; the labels too
  std::optional<Environment> footer;

  /// The account whose heading stands nearest above `label`.
  [[nodiscard]] std::optional<SheetBlock> block_of(const FoundLabel& label) const;
  /// The heights between which the value of `label` stands.
  [[nodiscard]] Band band_of(const FoundLabel& label) const;
};

FoundLabels find_labels(const std::vector<TextLine>& lines, const SheetForm& form);

/// Every label of that field, downwards and from left to right, also where several stand on one line.
std::vector<FoundLabel> labels_of(SheetField field, const std::vector<TextLine>& lines,
                                  const SheetForm& form);

}  // namespace onshi
