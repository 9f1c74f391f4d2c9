// SPDX-License-Identifier: GPL-3.0-or-later
// The system's keyring, where passwords may stay between starts if the person wishes. The window implements
// it with wxSecretStore; the command and tests use none. Called from one thread.
#pragma once

#include <optional>
#include <string>

#include "probes/site/secret.h"

namespace onshi {

class Keyring {
 public:
  virtual ~Keyring() = default;
  [[nodiscard]] virtual bool available() const = 0;
  virtual bool save(const std::string& entry, const Secret& secret) = 0;
  virtual std::optional<Secret> load(const std::string& entry) = 0;
  virtual void forget(const std::string& entry) = 0;
};

}  // namespace onshi
