// SPDX-License-Identifier: GPL-3.0-or-later
// The certificate store of this user's browsers, as far as an action needs it: NSS on Linux, the user's own
// store on Windows. Each call opens the store, does one thing and shuts it. The key goes from memory to the
// store and nowhere else. Blocks; one thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "probes/site/client_certificate.h"
#include "probes/world/seen.h"
#include "wizard/actions/undo_slip.h"

namespace onshi {

class BrowserStore {
 public:
  virtual ~BrowserStore() = default;
  [[nodiscard]] virtual std::filesystem::path place() const = 0;
  [[nodiscard]] virtual bool there() const = 0;
  /// How these lie in it; `refused` when it has a password of its own.
  virtual Seen<std::vector<HeldCertificate>> look(const std::vector<std::string>& fingerprints) = 0;
  /// The certificate with its key and authorities, and `roots` trusted for servers. What is there already is
  /// left as it is. The store is made when there is none; the folder must be there.
  virtual Seen<void> add(const ClientCertificate& client, const std::vector<X509Pointer>& roots) = 0;
  /// Each as it was; what is gone already stays so.
  virtual Seen<void> restore(const std::vector<HeldCertificate>& before) = 0;
  /// Takes the store away if nothing lies in it.
  virtual Seen<void> discard_if_empty() = 0;
};

/// Of whoever runs this, with its folder to be made; null where there is no home.
std::unique_ptr<BrowserStore> system_browser_store();

}  // namespace onshi
