// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/pairing.h"

#include <algorithm>
#include <iterator>

#include "probes/reader/reader_name.h"
#include "probes/reader/reader_on_usb.h"

namespace onshi {
namespace {

using Relation = bool (*)(const PairedReader& registered, const PairedReader& attached);

bool both(const std::string& left, const std::string& right) { return !left.empty() && !right.empty(); }

bool contradict(const std::string& left, const std::string& right) {
  return both(left, right) && left != right;
}

bool is_of_the_model(const PairedReader& registered, const PairedReader& attached) {
  return model_of(registered.name) == model_of(attached.name);
}

bool has_the_serial(const PairedReader& registered, const PairedReader& attached) {
  return is_of_the_model(registered, attached) && both(registered.serial, attached.serial) &&
         registered.serial == attached.serial;
}

bool has_the_name(const PairedReader& registered, const PairedReader& attached) {
  return registered.name == attached.name && !contradict(registered.serial, attached.serial);
}

bool is_in_the_socket(const PairedReader& registered, const PairedReader& attached) {
  return has_the_name(registered, attached) && both(registered.usb_path, attached.usb_path) &&
         registered.usb_path == attached.usb_path;
}

bool is_not_elsewhere(const PairedReader& registered, const PairedReader& attached) {
  return has_the_name(registered, attached) && !contradict(registered.usb_path, attached.usb_path);
}

bool is_any_of_the_model(const PairedReader& registered, const PairedReader& attached) {
  const bool name_alone = registered.serial.empty() && registered.usb_path.empty();
  return name_alone && registered.name == model_of(registered.name) && is_of_the_model(registered, attached);
}

/// Moves those of which the relation holds out of `missing` and `unpaired`, each once.
std::vector<Pairing::Pair> take(Pairing& pairing, Relation relation) {
  std::vector<Pairing::Pair> pairs;
  std::erase_if(pairing.missing, [&](const PairedReader& registered) {
    const auto found = std::ranges::find_if(
        pairing.unpaired, [&](const PairedReader& attached) { return relation(registered, attached); });
    if (found == pairing.unpaired.end()) return false;
    pairs.push_back({registered, *found});
    pairing.unpaired.erase(found);
    return true;
  });
  return pairs;
}

bool is_part_of(const PairedReader& reader, const std::vector<Pairing::Pair>& pairs) {
  return std::ranges::any_of(pairs, [&](const Pairing::Pair& pair) {
    const bool one_device =
        both(reader.usb_path, pair.attached.usb_path) && reader.usb_path == pair.attached.usb_path;
    return one_device || reader == pair.attached;
  });
}

std::string serial_in(const std::string& name) {
  const auto open = name.rfind('(');
  if (open == std::string::npos || !name.ends_with(')')) return {};
  return name.substr(open + 1, name.size() - open - 2);
}

}  // namespace

PairedReader identity_of(const std::string& reader, const std::vector<UsbDevice>& devices,
                         const ReaderCatalogue& catalogue) {
  PairedReader identity{.name = without_index(reader)};
  identity.serial = serial_in(identity.name);
  std::vector<UsbDevice> candidates;
  std::ranges::copy_if(devices, std::back_inserter(candidates), [&](const UsbDevice& device) {
    return is_reader_of(reader, device, catalogue) && !contradict(identity.serial, device.serial);
  });
  if (candidates.size() != 1) return identity;
  if (!candidates[0].serial.empty()) identity.serial = candidates[0].serial;
  identity.usb_path = candidates[0].path;
  return identity;
}

Pairing compare_readers(const std::vector<PairedReader>& registered,
                        const std::vector<PairedReader>& attached) {
  Pairing pairing;
  pairing.missing = registered;
  pairing.unpaired = attached;
  for (const Relation relation : {has_the_serial, is_in_the_socket, is_not_elsewhere, is_any_of_the_model}) {
    std::ranges::move(take(pairing, relation), std::back_inserter(pairing.same));
  }
  pairing.moved = take(pairing, has_the_name);
  pairing.exchanged = take(pairing, is_of_the_model);
  for (const auto* pairs : {&pairing.same, &pairing.moved, &pairing.exchanged}) {
    std::erase_if(pairing.unpaired, [&](const PairedReader& reader) { return is_part_of(reader, *pairs); });
  }
  return pairing;
}

std::optional<PairedReader> registration_of(const PairedReader& reader,
                                            const std::vector<PairedReader>& registered,
                                            const std::vector<PairedReader>& attached) {
  const bool there = std::ranges::find(attached, reader) != attached.end();
  const Pairing pairing = compare_readers(registered, there ? attached : std::vector{reader});
  std::vector<Pairing::Pair> pairs = pairing.same;
  if (there) {
    std::ranges::copy(pairing.moved, std::back_inserter(pairs));
    std::ranges::copy(pairing.exchanged, std::back_inserter(pairs));
  }
  const auto found = std::ranges::find(pairs, reader, &Pairing::Pair::attached);
  return found == pairs.end() ? std::nullopt : std::optional(found->registered);
}

}  // namespace onshi
