// SPDX-License-Identifier: GPL-3.0-or-later
// Which attached readers are those that somebody registered: by serial where there is one, else by name and
// USB socket (reader.md §3). A name alone, as a person writes it, stands for any one reader of its model.
// Pure functions, any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "probes/reader/reader_catalogue.h"
#include "probes/site/site.h"

namespace onshi {

/// What tells this PC/SC reader from others, as far as USB says it.
PairedReader identity_of(const std::string& reader, const std::vector<UsbDevice>& devices,
                         const ReaderCatalogue& catalogue);

struct Pairing {
  struct Pair {
    PairedReader registered;
    PairedReader attached;
  };
  std::vector<Pair> same;
  std::vector<Pair> moved;      // the same name in another socket; no serial says whether it is the same one
  std::vector<Pair> exchanged;  // another reader of the model
  std::vector<PairedReader> missing;
  std::vector<PairedReader> unpaired;
};

/// Each registered reader is compared with one attached reader at most. Attached ones that nothing tells from
/// a registered one, and further slots of its device, are not unpaired.
Pairing compare_readers(const std::vector<PairedReader>& registered,
                        const std::vector<PairedReader>& attached);

/// The registration whose place this attached reader takes: its own, or that of the one which was moved or
/// exchanged. `attached` are all that are there, for one of them may be the registered reader itself.
std::optional<PairedReader> registration_of(const PairedReader& reader,
                                            const std::vector<PairedReader>& registered,
                                            const std::vector<PairedReader>& attached);

}  // namespace onshi
