// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/page_parts.h"

#include <algorithm>
#include <optional>

#include "probes/sheet/found_labels.h"
#include "probes/site/secret.h"

namespace onshi {
namespace {

constexpr double kOutdent = 2;  // of a label's height, by which what belongs to it may stand farther left

struct Cut {
  bool beside = false;  // else below
  double place = 0;     // points
  [[nodiscard]] bool is_before(const PageWord& word) const {
    return (beside ? word.left : word.middle()) < place;
  }
};

/// Between the first label of an environment and the next one.
std::optional<Cut> first_cut(const ReadPage& page, const SheetForm& form) {
  std::vector<FoundLabel> environments = labels_of(SheetField::environment, text_lines(page), form);
  if (environments.size() < 2) return std::nullopt;
  const FoundLabel& one = environments[0];
  const FoundLabel& other = environments[1];
  if (one.place.holds(other.place.middle())) {
    return Cut{true, other.left - kOutdent * other.place.height()};
  }
  return Cut{false, other.place.top};
}

void forget(ReadPage& page) {
  for (PageWord& word : page.words) Secret::take(std::move(word.text));
}

}  // namespace

std::vector<ReadPage> page_parts(const ReadPage& page, const SheetForm& form) {
  const auto cut = first_cut(page, form);
  if (!cut) return {page};
  ReadPage first{page.number, {}};
  ReadPage rest{page.number, {}};
  for (const PageWord& word : page.words) (cut->is_before(word) ? first : rest).words.push_back(word);
  if (first.words.empty() || rest.words.empty()) return {page};
  std::vector<ReadPage> parts{std::move(first)};
  std::ranges::move(page_parts(rest, form), std::back_inserter(parts));
  forget(rest);
  return parts;
}

}  // namespace onshi
