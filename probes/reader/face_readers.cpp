// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/face_readers.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace onshi {
namespace {

using State = FaceReaders::State;

bool is_face(const KnownReader& reader) { return reader.kind == KnownReader::Kind::face; }

std::vector<std::string> attached_products(const ReaderCatalogue& catalogue,
                                           const std::vector<UsbDevice>& devices) {
  std::vector<std::string> products;
  for (const UsbDevice& device : devices) {
    const KnownReader* known = catalogue.of_usb(device);
    if (known != nullptr && is_face(*known)) {
      products.push_back(fmt::format("{} {}", known->maker, known->product));
    }
  }
  return products;
}

/// A device that the catalogue does not know may be a model whose USB number nobody has written into it.
bool may_hide(const ReaderCatalogue& catalogue, const Seen<std::vector<UsbDevice>>& usb) {
  if (!usb) return true;
  const bool model_without_number = std::ranges::any_of(
      catalogue.readers, [](const KnownReader& reader) { return is_face(reader) && !reader.vendor; });
  return model_without_number && std::ranges::any_of(*usb, [&](const UsbDevice& device) {
           return catalogue.of_usb(device) == nullptr;
         });
}

/// Something stands in the file, but not in the form that we know.
bool is_unclear(const ConnectionSettings& registry) {
  return registry.registered.empty() && (registry.has_sections || !registry.account_ends.empty());
}

State state_of(const FaceReaders& faces, bool hidden) {
  const std::size_t attached = faces.products.size();
  const std::size_t registered = faces.sections.size();
  if (attached == 0 && registered == 0) return State::none;
  if (!faces.registry_seen || attached == registered) return State::in_order;
  if (attached > registered) return State::not_registered;
  return hidden ? State::unseen : State::not_attached;
}

}  // namespace

FaceReaders look_at_face_readers(const ReaderCatalogue& catalogue, const Seen<std::vector<UsbDevice>>& usb,
                                 const Seen<ConnectionSettings>& registry) {
  FaceReaders faces;
  if (usb) faces.products = attached_products(catalogue, *usb);
  faces.registry_seen = registry && !is_unclear(*registry);
  if (registry) faces.sections = registry->registered;
  faces.state = state_of(faces, may_hide(catalogue, usb));
  return faces;
}

Facts facts_of(const FaceReaders& faces) {
  Facts facts;
  if (faces.registry_seen) facts.add("face_registered", std::ssize(faces.sections));
  if (!faces.sections.empty())
    facts.add("face_sections", fmt::format("{}", fmt::join(faces.sections, " / ")));
  const bool unseen = faces.state == State::unseen;
  if (unseen) facts.add("face_attached", "not_seen");
  if (!unseen && faces.state != State::none) facts.add("face_attached", std::ssize(faces.products));
  if (!faces.products.empty())
    facts.add("face_products", fmt::format("{}", fmt::join(faces.products, " / ")));
  return facts;
}

}  // namespace onshi
