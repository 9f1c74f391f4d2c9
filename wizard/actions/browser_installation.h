// SPDX-License-Identifier: GPL-3.0-or-later
// Makes this user's browsers present the certificate to the service without asking: certificate and key into
// their store, the profile's roots trusted there, and a policy that chooses it for the profile's hosts. The
// policy belongs to an administrator; without those rights it is laid into the site's folder and the fault
// says where it has to go. Blocks; one thread.
#pragma once

#include <memory>

#include "probes/certificate/open_certificate.h"
#include "probes/site/profile.h"
#include "probes/world/browsers.h"
#include "wizard/actions/browser_store.h"

namespace onshi {

struct InstallationParts {
  std::filesystem::path site;  // the folder that keeps the undo slip
  Profile profile;
  BrowserStore* store = nullptr;                         // null where there is no home
  Seen<BrowserView> view;                                // of the browsers, as just seen
  std::shared_ptr<const OpenedCertificate> certificate;  // null where there is only something to undo
  std::chrono::system_clock::time_point now;
};

class BrowserInstallation : public Action {
 public:
  explicit BrowserInstallation(InstallationParts parts) : parts_(std::move(parts)) {}
  Changes preview() override;
  Done apply() override;
  Changes preview_undo() override;
  Done undo() override;

 private:
  [[nodiscard]] Done possible() const;
  [[nodiscard]] std::vector<std::string> fingerprints() const;
  [[nodiscard]] std::expected<std::vector<HeldCertificate>, ActionFault> held(
      const std::vector<std::string>& fingerprints) const;
  [[nodiscard]] std::expected<UndoSlip, ActionFault> slip_to_apply() const;
  [[nodiscard]] std::expected<UndoSlip, ActionFault> completed(UndoSlip slip) const;
  [[nodiscard]] std::expected<UndoSlip, ActionFault> slip_to_undo() const;
  [[nodiscard]] Change change_of(const HeldCertificate& now, bool root) const;
  [[nodiscard]] std::string policy() const;
  [[nodiscard]] std::filesystem::path offered() const;
  Done fill_store(UndoSlip& slip);
  Done write_policies(const UndoSlip& slip) const;
  Done restore_store(const UndoSlip& slip) const;
  Done restore_policies(const UndoSlip& slip) const;

  InstallationParts parts_;
};

}  // namespace onshi
