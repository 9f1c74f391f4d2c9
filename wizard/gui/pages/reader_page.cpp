// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/pages/reader_page.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "probes/reader/card_check.h"
#include "probes/reader/pairing.h"
#include "wizard/gui/background.h"
#include "wizard/gui/child.h"
#include "wizard/gui/widgets/usb_finder.h"

namespace onshi::gui {

ReaderPage::ReaderPage(wxWindow* parent, Desk& desk)
    : StepPage(parent, desk, StepId::reader), ticket_(std::make_shared<int>()) {
  list_ = make_child<ReaderList>(content(), face());
  list_->on_confirm = [this](const PairedReader& reader, bool confirmed) {
    Session& session = this->desk().session;
    confirmed ? session.confirm_reader(reader, attached_) : session.forget_reader(reader);
    this->desk().changed();
  };
  add(list_);
  add(make_child<UsbFinder>(content(), this->desk()));
  add_results();
  watch();
}

void ReaderPage::watch() {
  const std::weak_ptr<int> ticket = ticket_;
  watch_ = std::make_unique<ReaderWatch>(desk().world, [this, ticket](const ReaderWatch::Seen& seen) {
    to_window([this, ticket, seen] {
      if (!ticket.expired()) take(seen);
    });
  });
}

void ReaderPage::take(const ReaderWatch::Seen& seen) {
  states_ = seen.value_or(std::vector<ReaderState>{});
  std::erase_if(states_,
                [this](const ReaderState& state) { return desk().catalogue.is_no_reader(state.name); });
  const bool changed = std::exchange(seen_once_, true);
  refresh();
  if (changed) recheck();
}

/// Known again after each run of the checks; while one runs, a card that was read stays so as long as it lies
/// there, so that the box under somebody's keyboard does not come and go.
void ReaderPage::note_read_cards() {
  std::erase_if(read_, [this](const std::string& name) {
    const auto state = std::ranges::find(states_, name, &ReaderState::name);
    return state == states_.end() || !state->card_present;
  });
  const auto findings = desk().session.findings(StepId::reader);
  const auto card = std::ranges::find(findings, "reader.card", &Finding::check);
  if (card == findings.end() || !carries_on(card->verdict)) return;
  for (const Fact& fact : card->facts.all()) {
    const auto state = std::ranges::find(states_, fact.value, &ReaderState::name);
    const bool present = state != states_.end() && state->card_present;
    if (fact.key == kReadReader && present) read_.insert(fact.value);
  }
}

std::string ReaderPage::note_of(const KnownReader* known) const {
  if (known == nullptr) return {};
  std::string note = face().language == Language::japanese ? known->notes_ja : known->notes_en;
  if (known->start_order.empty()) return note;
  const std::string order(face().text("reader.start_order." + known->start_order).utf8_string());
  return note.empty() ? order : order + "\n" + note;
}

ReaderEntry ReaderPage::entry_of(const ReaderState& state, const std::vector<UsbDevice>& devices) const {
  const ReaderCatalogue& catalogue = desk().catalogue;
  return {.reader = identity_of(state.name, devices, catalogue),
          .plugged = true,
          .card = state.card_present,
          .card_read = read_.contains(state.name),
          .note = note_of(catalogue.of_name(state.name))};
}

std::vector<ReaderEntry> ReaderPage::face_entries(const std::vector<UsbDevice>& devices) const {
  std::vector<ReaderEntry> entries;
  for (const UsbDevice& device : devices) {
    const KnownReader* known = desk().catalogue.of_usb(device);
    if (known == nullptr || known->kind != KnownReader::Kind::face) continue;
    entries.push_back({.reader = {.name = known->maker + " " + known->product},
                       .plugged = true,
                       .face = true,
                       .note = note_of(known)});
  }
  return entries;
}

std::vector<ReaderEntry> ReaderPage::entries() {
  const auto devices = desk().world->machine().usb_devices().value_or(std::vector<UsbDevice>{});
  std::vector<ReaderEntry> entries;
  attached_.clear();
  for (const ReaderState& state : states_) {
    entries.push_back(entry_of(state, devices));
    attached_.push_back(entries.back().reader);
  }
  const auto& registered = desk().session.site().readers;
  const Pairing pairing = compare_readers(registered, attached_);
  for (ReaderEntry& entry : entries) {
    const auto registration = registration_of(entry.reader, registered, attached_);
    const auto pair = std::ranges::find(pairing.same, entry.reader, &Pairing::Pair::attached);
    entry.confirmed = pair != pairing.same.end();
    if (entry.confirmed) entry.reader = pair->registered;
    if (!entry.confirmed && registration) entry.replaces = registration->name;
  }
  std::ranges::move(face_entries(devices), std::back_inserter(entries));
  const auto away = [&](const PairedReader& reader) {
    entries.push_back({.reader = reader, .confirmed = true});
  };
  std::ranges::for_each(pairing.missing, away);
  for (const auto* pairs : {&pairing.moved, &pairing.exchanged}) {
    for (const Pairing::Pair& pair : *pairs) away(pair.registered);
  }
  return entries;
}

void ReaderPage::refresh_form() {
  if (!seen_once_) return;  // a registered reader is not away because nobody has looked yet
  note_read_cards();
  list_->show(entries());
}

}  // namespace onshi::gui
