// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/pages/reader_page.h"

#include <algorithm>

#include "probes/reader/reader_name.h"
#include "wizard/gui/background.h"
#include "wizard/gui/child.h"

namespace onshi::gui {

ReaderPage::ReaderPage(wxWindow* parent, Desk& desk)
    : StepPage(parent, desk, StepId::reader), ticket_(std::make_shared<int>()) {
  list_ = make_child<ReaderList>(content(), face());
  list_->on_confirm = [this](const std::string& name, bool confirmed) {
    confirmed ? this->desk().session.confirm_reader(name) : this->desk().session.forget_reader(name);
    this->desk().changed();
  };
  add(list_);
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
  refresh();
  if (seen_once_) recheck();
  seen_once_ = true;
}

std::vector<ReaderEntry> ReaderPage::entries() const {
  const auto& confirmed = desk().session.site().readers;
  std::vector<ReaderEntry> entries;
  const auto is_confirmed = [&](const std::string& name) {
    return std::ranges::find(confirmed, name) != confirmed.end();
  };
  const auto is_listed = [&](const std::string& name) {
    return std::ranges::find(entries, name, &ReaderEntry::name) != entries.end();
  };
  for (const ReaderState& state : states_) {
    const std::string name = without_index(state.name);
    entries.push_back(
        {.name = name, .plugged = true, .card = state.card_present, .confirmed = is_confirmed(name)});
  }
  for (const std::string& name : confirmed) {
    if (!is_listed(name)) {
      entries.push_back({.name = name, .plugged = false, .card = false, .confirmed = true});
    }
  }
  return entries;
}

void ReaderPage::refresh_form() { list_->show(entries()); }

}  // namespace onshi::gui
