// SPDX-License-Identifier: GPL-3.0-or-later
// What a test of the flow sits at: a folder, a recorded world, an invented certificate, and sessions on that
// folder. One thread.
#pragma once

#include <map>
#include <string>

#include "probes/world/recorded/observations.h"
#include "tests/unit/support/practice.h"
#include "wizard/flow/session.h"

namespace onshi::test {

/// A keyring in memory.
class FakeKeyring : public Keyring {
 public:
  [[nodiscard]] bool available() const override { return true; }
  bool save(const std::string& entry, const Secret& secret) override {
    entries.insert_or_assign(entry, secret);
    return true;
  }
  std::optional<Secret> load(const std::string& entry) override {
    const auto found = entries.find(entry);
    if (found == entries.end()) return std::nullopt;
    return found->second;
  }
  void forget(const std::string& entry) override { entries.erase(entry); }

  std::map<std::string, Secret> entries;
};

struct Desk {
  Desk();

  /// Another one on the same folder is what a killed wizard finds when it starts again.
  [[nodiscard]] Session session() const;
  [[nodiscard]] std::filesystem::path folder() const { return scratch.path() / "site"; }

  ScratchFolder scratch;
  Observations seen;
  std::shared_ptr<FakeKeyring> keyring;  // null until a test wants one
  std::shared_ptr<Programs> programs;    // the same
};

Secret secret(std::string characters);

/// A PKCS#12 with a self-signed certificate, valid for a day. Each call makes another key.
std::string invented_p12(const std::string& password);

/// A sheet of that environment with everything on it; its password is `password`.
SheetWithPassword sheet_with(Environment environment, const std::string& password);

void put_certificate(Session& session, const std::string& password);

/// As if every check of the plan had been run and answered so.
Run answered(const Plan& plan, Verdict verdict = Verdict::ok);

/// The ids of the duties of that page, with commas.
std::string duties_in(const Session& session, StepId step);

}  // namespace onshi::test
