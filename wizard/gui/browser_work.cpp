// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/browser_work.h"

#include "wizard/actions/browser_installation.h"

namespace onshi::gui {
namespace {

constexpr std::chrono::seconds kLooking{10};

std::string known_as(const std::shared_ptr<const OpenedCertificate>& certificate) {
  return certificate ? certificate->facts.fingerprint : "none";
}

}  // namespace

BrowserWork::Outcome BrowserWork::carry_out(const RunSubject& subject, const std::filesystem::path& site,
                                            const std::shared_ptr<const OpenedCertificate>& certificate,
                                            Deed deed) {
  const auto store = system_browser_store();
  const auto action = [&] {
    return BrowserInstallation({site, subject.profile, store.get(),
                                subject.world->browsers().look({}, Limit::of(kLooking)), certificate,
                                subject.world->machine().now()});
  };
  Outcome outcome;
  const auto keep = [&](const Done& done) {
    if (!done) outcome.fault = done.error();
  };
  if (deed == Deed::install) keep(action().apply());
  if (deed == Deed::undo) keep(action().undo());
  outcome.can_undo = browser_wish(site) != BrowserWish::none;
  if (!certificate && !outcome.can_undo) return outcome;
  auto changes = certificate ? action().preview() : action().preview_undo();
  if (changes) {
    outcome.changes = *std::move(changes);
  } else if (!outcome.fault) {
    outcome.fault = changes.error();
  }
  return outcome;
}

void BrowserWork::start(Deed deed) {
  const auto certificate = session_.certificate();
  looked_at_ = known_as(certificate);
  background_.run<Outcome>(
      [subject = session_.subject(), site = session_.store().folder(), certificate,
       deed](const std::stop_token&) { return carry_out(*subject, site, certificate, deed); },
      [this, deed](Outcome outcome) {
        changes_ = std::move(outcome.changes);
        fault_ = std::move(outcome.fault);
        can_undo_ = outcome.can_undo;
        if (deed != Deed::look) session_.browser_changed();
        on_change();
      });
  on_change();
}

void BrowserWork::look() {
  if (!busy() && looked_at_ != known_as(session_.certificate())) start(Deed::look);
}

void BrowserWork::install() {
  if (!busy() && session_.certificate()) start(Deed::install);
}

void BrowserWork::undo() {
  if (!busy()) start(Deed::undo);
}

}  // namespace onshi::gui
