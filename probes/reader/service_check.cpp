// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/service_check.h"

#include <algorithm>

#include <fmt/format.h>

#include "probes/reader/reader_list.h"
#include "probes/reader/reader_on_usb.h"

namespace onshi {
namespace {

using enum CardTrouble::What;

CardSeen<ReaderList> list_readers(const Inquiry& inquiry) {
  auto readers = inquiry.world.cards().readers(inquiry.limit);
  if (readers) return ReaderList{std::move(*readers), {}};
  if (readers.error().what == no_readers) return ReaderList{};  // a state of the service, not a fault of it
  return std::unexpected(readers.error());
}

bool is_remote(World& world) {
  auto system = world.machine().system();
  return system && system->remote_session;
}

Facts facts_of(const CardTrouble& trouble) {
  return Facts()
      .add("trouble", std::string(name_of(trouble.what)))
      .add("code", fmt::format("0x{:08X}", trouble.code));
}

/// In a remote session the readers may be those of the computer in front of the person (reader.md §4, pitfall
/// 6).
bool are_here(World& world, const CardSeen<ReaderList>& list, const ReaderCatalogue& catalogue) {
  auto devices = world.machine().usb_devices();
  return list && devices && std::ranges::any_of(list->readers, [&](const ReaderState& reader) {
           return is_on_usb(reader.name, *devices, catalogue);
         });
}

Answer remote(const CardSeen<ReaderList>& list) {
  const bool something_to_see = list && !list->readers.empty();
  Facts facts{{"session", "remote"}};
  facts.add(list ? facts_of(*list) : facts_of(list.error()));
  return raise(something_to_see ? Verdict::attention : Verdict::fail, FindingNumber::reader_remote_session,
               std::move(facts), list ? std::any(*list) : std::any());
}

Answer no_service(const CardTrouble& trouble) {
  switch (trouble.what) {
    case service_missing:
      return raise(Verdict::fail, FindingNumber::card_service_missing, facts_of(trouble));
    case refused:
      return raise(Verdict::fail, FindingNumber::card_service_refused, facts_of(trouble));
    default:
      return raise(Verdict::unknown, FindingNumber::card_service_failed, facts_of(trouble));
  }
}

Answer ask(const Inquiry& inquiry, const ReaderCatalogue& catalogue) {
  auto list = list_readers(inquiry);
  const bool from_afar = is_remote(inquiry.world);
  if (from_afar && !are_here(inquiry.world, list, catalogue)) return remote(list);
  if (!list) return no_service(list.error());
  return good({{"session", from_afar ? "remote" : "local"}}, std::move(*list));
}

}  // namespace

Facts facts_of(const ReaderList& list) {
  std::string names;
  for (const ReaderState& reader : list.readers) names += (names.empty() ? "" : " / ") + reader.name;
  Facts facts;
  facts.add("reader_count", std::ssize(list.readers));
  if (!names.empty()) facts.add("readers", names);
  return facts;
}

Check reader_service_check(std::shared_ptr<const ReaderCatalogue> catalogue) {
  return {
      .name = "reader.service",
      .question = FindingNumber::card_service,
      .budget = std::chrono::milliseconds{2000},
      .run = [catalogue = std::move(catalogue)](const Inquiry& inquiry) { return ask(inquiry, *catalogue); }};
}

}  // namespace onshi
