// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/paired_check.h"

#include <utility>

#include "probes/reader/pairing.h"
#include "probes/reader/reader_list.h"

namespace onshi {
namespace {

/// The name, with the serial where the name has none.
std::string told(const PairedReader& reader) {
  const bool needless = reader.serial.empty() || reader.name.contains(reader.serial);
  return needless ? reader.name : reader.name + " (" + reader.serial + ")";
}

Facts facts_of(const Pairing::Pair& pair) {
  return {{"paired_reader", told(pair.registered)}, {"reader", told(pair.attached)}};
}

Answer raise_missing(const Pairing& pairing, const Facts& facts) {
  Facts said{{"paired_reader", told(pairing.missing.front())}};
  if (!pairing.unpaired.empty()) said.add("reader", told(pairing.unpaired.front()));
  return raise(Verdict::fail, FindingNumber::paired_reader_missing, said.add(facts));
}

Answer raise_moved(const Pairing::Pair& pair, const Facts& facts) {
  Facts said = facts_of(pair);
  said.add("socket_before", pair.registered.usb_path).add("socket_now", pair.attached.usb_path);
  return raise(Verdict::attention, FindingNumber::paired_reader_moved, said.add(facts));
}

Answer judge(const Pairing& pairing, const Facts& facts) {
  if (!pairing.missing.empty()) return raise_missing(pairing, facts);
  if (!pairing.exchanged.empty()) {
    return raise(Verdict::attention, FindingNumber::paired_reader_exchanged,
                 facts_of(pairing.exchanged.front()).add(facts));
  }
  if (!pairing.moved.empty()) return raise_moved(pairing.moved.front(), facts);
  if (pairing.unpaired.empty()) return good(facts);
  return raise(Verdict::attention, FindingNumber::reader_not_paired,
               Facts{{"reader", told(pairing.unpaired.front())}}.add(facts));
}

Answer ask(const Inquiry& inquiry) {
  const auto* found = inquiry.evidence.of<ReaderList>("reader.readers");
  const ReaderList list = found == nullptr ? ReaderList{} : *found;
  return judge(compare_readers(inquiry.site.readers, list.identities), facts_of(list));
}

}  // namespace

Check paired_check() {
  return {.name = "reader.paired",
          .question = FindingNumber::paired_readers,
          .needs = {"reader.readers"},
          .budget = std::chrono::milliseconds{200},
          .run = ask};
}

}  // namespace onshi
