// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/readers_check.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "probes/reader/face_readers.h"
#include "probes/reader/pairing.h"
#include "probes/reader/reader_list.h"
#include "probes/reader/reader_on_usb.h"

namespace onshi {
namespace {

struct Plugged {
  UsbDevice device;
  const KnownReader* known;  // in the catalogue; null for one that only says of itself that it is a reader
};

struct Desk {
  ReaderList list;               // what PC/SC offers, without virtual readers
  std::vector<Plugged> plugged;  // the readers on USB, those of the catalogue first
  FaceReaders faces;
  bool usb_seen = false;
  Facts about_list;  // which list of readers was used
};

std::string product_of(const KnownReader& known) { return fmt::format("{} {}", known.maker, known.product); }

std::string product_of(const Plugged& plugged) {
  return plugged.known == nullptr ? plugged.device.name : product_of(*plugged.known);
}

Facts facts_of_list(const ReaderCatalogue& catalogue) {
  Facts facts{{"reader_list", catalogue.version}};
  if (catalogue.beside_shipped) facts.add("reader_list_file", catalogue.file.string());
  return facts;
}

Seen<ConnectionSettings> face_registry(const Inquiry& inquiry) {
  const std::string& file = inquiry.profile.face_registry;
  if (file.empty()) return std::unexpected(CannotSee{CannotSee::Why::not_here, 0, {}});
  return inquiry.world.machine().connection_settings(file);
}

Desk look(const Inquiry& inquiry, const ReaderCatalogue& catalogue) {
  Desk desk;
  if (const auto* all = inquiry.evidence.of<ReaderList>("reader.service")) desk.list = *all;
  std::erase_if(desk.list.readers,
                [&](const ReaderState& reader) { return catalogue.is_no_reader(reader.name); });
  auto devices = inquiry.world.machine().usb_devices();
  desk.usb_seen = devices.has_value();
  desk.faces = look_at_face_readers(catalogue, devices, face_registry(inquiry));
  const auto on_usb = devices.value_or(std::vector<UsbDevice>{});
  for (const ReaderState& reader : desk.list.readers) {
    desk.list.identities.push_back(identity_of(reader.name, on_usb, catalogue));
  }
  for (const UsbDevice& device : on_usb) {
    const KnownReader* known = catalogue.of_usb(device);
    if (known != nullptr || device.card_reader) desk.plugged.push_back({device, known});
  }
  std::ranges::stable_partition(desk.plugged, [](const Plugged& one) { return one.known != nullptr; });
  desk.about_list = facts_of_list(catalogue);
  return desk;
}

Facts facts_of(const Desk& desk) {
  Facts facts = facts_of(desk.list);
  if (!desk.usb_seen) facts.add("usb", "not_seen");
  return facts.add(facts_of(desk.faces)).add(desk.about_list);
}

Facts facts_of(const Desk& desk, const Plugged& plugged) {
  Facts facts{{"product", product_of(plugged)}, {"usb_id", usb_id_of(plugged.device)}};
  if (plugged.known == nullptr) return facts.add(facts_of(desk));
  if (!plugged.known->driver_url.empty()) facts.add("driver_url", plugged.known->driver_url);
  if (!plugged.known->start_order.empty()) facts.add("start_order", plugged.known->start_order);
  return facts.add(facts_of(desk));
}

bool is_face(const Plugged& plugged) {
  return plugged.known != nullptr && plugged.known->kind == KnownReader::Kind::face;
}

bool is_offered(const Desk& desk, const Plugged& plugged, const ReaderCatalogue& catalogue) {
  return std::ranges::any_of(desk.list.readers, [&](const ReaderState& reader) {
    return is_reader_of(reader.name, plugged.device, catalogue);
  });
}

/// On USB, but PC/SC does not offer it. Names differ by driver, so with enough names for all none is called
/// missing.
const Plugged* without_driver(const Desk& desk, const ReaderCatalogue& catalogue) {
  const auto general = std::ranges::count_if(desk.plugged, [](const Plugged& one) { return !is_face(one); });
  if (general <= std::ssize(desk.list.readers)) return nullptr;
  auto found = std::ranges::find_if(
      desk.plugged, [&](const Plugged& one) { return !is_face(one) && !is_offered(desk, one, catalogue); });
  return found == desk.plugged.end() ? nullptr : &*found;
}

/// The maker and product of a reader that the driver's makers do not support, by USB number or by name.
std::string unsupported_product(const Desk& desk, const ReaderCatalogue& catalogue) {
  const auto said = [](const KnownReader* known) {
    const bool unsupported = known != nullptr && known->driver_list == KnownReader::DriverList::unsupported;
    return unsupported ? product_of(*known) : std::string();
  };
  for (const Plugged& plugged : desk.plugged) {
    if (auto product = said(plugged.known); !product.empty()) return product;
  }
  for (const ReaderState& reader : desk.list.readers) {
    if (auto product = said(catalogue.of_name(reader.name)); !product.empty()) return product;
  }
  return {};
}

/// With another reader at hand the card can be tested all the same.
Verdict weight_in(const Desk& desk) { return desk.list.readers.empty() ? Verdict::fail : Verdict::attention; }

Answer missing_driver(const Desk& desk, const Plugged& plugged) {
  if (plugged.known == nullptr) {
    return raise(weight_in(desk), FindingNumber::reader_model_unknown, facts_of(desk, plugged), desk.list);
  }
  return raise(weight_in(desk), FindingNumber::reader_without_driver, facts_of(desk, plugged), desk.list);
}

Answer nothing(const Desk& desk) {
  if (desk.faces.state == FaceReaders::State::unseen) {
    return raise(Verdict::unknown, FindingNumber::face_reader_unseen, facts_of(desk));
  }
  auto face = std::ranges::find_if(desk.plugged, is_face);
  if (face == desk.plugged.end()) return raise(Verdict::fail, FindingNumber::no_reader, facts_of(desk));
  return raise(Verdict::unknown, FindingNumber::face_reader_alone, facts_of(desk, *face));
}

Answer faulty_catalogue(const Desk& desk, const FileFault& fault) {
  Facts facts{{"file", fault.file.string()}, {"file_fault", std::string(name_of(fault.what))}};
  if (fault.line > 0) facts.add("file_line", fault.line);
  if (!fault.key.empty()) facts.add("fault_key", fault.key);
  if (!fault.value.empty()) facts.add("fault_value", fault.value);
  if (!fault.allowed.empty()) facts.add("allowed_values", fmt::format("{}", fmt::join(fault.allowed, ", ")));
  return raise(weight_in(desk), FindingNumber::reader_catalogue_faulty, facts.add(facts_of(desk)), desk.list);
}

Answer older_catalogue(const Desk& desk, const OlderCatalogue& older) {
  Facts facts{{"file", older.file.string()}, {"older_version", older.version}};
  return raise(Verdict::attention, FindingNumber::reader_catalogue_older, facts.add(facts_of(desk)),
               desk.list);
}

/// Registered and attached face readers that do not agree, if they do not.
std::optional<Answer> face_trouble(const Desk& desk) {
  if (desk.faces.state == FaceReaders::State::not_attached) {
    return raise(weight_in(desk), FindingNumber::face_reader_not_attached, facts_of(desk), desk.list);
  }
  if (desk.faces.state == FaceReaders::State::not_registered) {
    auto face = std::ranges::find_if(desk.plugged, is_face);
    return raise(weight_in(desk), FindingNumber::face_reader_not_registered, facts_of(desk, *face),
                 desk.list);
  }
  return std::nullopt;
}

Answer ask(const Inquiry& inquiry, const ReaderCatalogue& catalogue) {
  const Desk desk = look(inquiry, catalogue);
  if (const Plugged* plugged = without_driver(desk, catalogue)) return missing_driver(desk, *plugged);
  if (catalogue.fault) return faulty_catalogue(desk, *catalogue.fault);
  if (auto trouble = face_trouble(desk)) return *std::move(trouble);
  if (desk.list.readers.empty()) return nothing(desk);
  if (auto product = unsupported_product(desk, catalogue); !product.empty()) {
    return raise(Verdict::attention, FindingNumber::reader_unsupported,
                 Facts{{"product", product}}.add(facts_of(desk)), desk.list);
  }
  if (catalogue.older) return older_catalogue(desk, *catalogue.older);
  return good(facts_of(desk), desk.list);
}

}  // namespace

Check readers_check(std::shared_ptr<const ReaderCatalogue> catalogue) {
  return {
      .name = "reader.readers",
      .question = FindingNumber::card_readers,
      .needs = {"reader.service"},
      .budget = std::chrono::milliseconds{1000},
      .run = [catalogue = std::move(catalogue)](const Inquiry& inquiry) { return ask(inquiry, *catalogue); }};
}

}  // namespace onshi
