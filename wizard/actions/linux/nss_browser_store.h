// SPDX-License-Identifier: GPL-3.0-or-later
// The NSS store that Chromium, Chrome and Edge share on Linux. Holds its folder's name and nothing else; one
// thread.
#pragma once

#include "wizard/actions/browser_store.h"

namespace onshi {

class NssBrowserStore : public BrowserStore {
 public:
  explicit NssBrowserStore(std::filesystem::path folder) : folder_(std::move(folder)) {}
  [[nodiscard]] std::filesystem::path place() const override { return folder_; }
  [[nodiscard]] bool there() const override;
  Seen<std::vector<HeldCertificate>> look(const std::vector<std::string>& fingerprints) override;
  Seen<void> add(const ClientCertificate& client, const std::vector<X509Pointer>& roots) override;
  Seen<void> restore(const std::vector<HeldCertificate>& before) override;
  Seen<void> discard_if_empty() override;

 private:
  std::filesystem::path folder_;
};

}  // namespace onshi
