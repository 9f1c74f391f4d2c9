// SPDX-License-Identifier: GPL-3.0-or-later
// Face readers are no PC/SC readers (reader.md §1): what is known of them is how many the terminal's own
// software has registered, and which of the catalogue's are on USB. Pure functions, any thread.
#pragma once

#include <string>
#include <vector>

#include "probes/check/facts.h"
#include "probes/reader/reader_catalogue.h"
#include "probes/world/seen.h"

namespace onshi {

struct FaceReaders {
  enum class State {
    none,            // registered or attached
    in_order,        // as many attached as registered; or nothing says that any is registered
    not_attached,    // fewer than registered, and no other device could be one
    not_registered,  // more than registered
    unseen           // fewer than registered, but the catalogue does not know every model's USB number
  };
  State state = State::none;
  std::vector<std::string> products;  // attached
  std::vector<std::string> sections;  // registered
  bool registry_seen = false;
};

FaceReaders look_at_face_readers(const ReaderCatalogue& catalogue, const Seen<std::vector<UsbDevice>>& usb,
                                 const Seen<ConnectionSettings>& registry);

Facts facts_of(const FaceReaders& faces);

}  // namespace onshi
