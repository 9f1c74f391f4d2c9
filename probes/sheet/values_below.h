// SPDX-License-Identifier: GPL-3.0-or-later
// Some producers set a label above its value, as the head of a column. Values are looked for there only on a
// page where nothing stands right of any label, so that an empty place stays empty everywhere else. Pure, any
// thread.
#pragma once

#include <vector>

#include "probes/sheet/found_labels.h"

namespace onshi {

/// The words right of the label, as far as the next label of its line.
std::vector<PageWord> words_beside(const FoundLabel& label, const FoundLabels& found, const ReadPage& page);

/// The words under the label and under none of its neighbours.
std::vector<PageWord> words_below(const FoundLabel& label, const FoundLabels& found, const ReadPage& page);

/// Whether the labels of this page stand above their values.
bool stand_above(const FoundLabels& found, const ReadPage& page);

}  // namespace onshi
