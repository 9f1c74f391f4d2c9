// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in front of every page: the session, the runs and files under way, the words, and how to tell the
// frame that something changed. Owned by the frame and outlives its pages. Window thread only.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "probes/preparation/preparation_checks.h"
#include "wizard/flow/answers.h"
#include "wizard/gui/browser_work.h"
#include "wizard/gui/certificate_intake.h"
#include "wizard/gui/checker.h"
#include "wizard/gui/face.h"
#include "wizard/gui/secret_keyring.h"
#include "wizard/gui/sheet_intake.h"

namespace onshi::gui {

/// What a person has typed and not yet confirmed, kept over a switch of language or text size.
struct Unfinished {
  std::map<StepId, std::string> reasons;  // of waivers
  StatedLine line;
  Secret certificate_password;
};

struct Desk {
  Session& session;
  Face& face;
  Checker& checker;
  SheetIntake& sheets;
  CertificateIntake& certificate;
  BrowserWork& browser;
  SecretKeyring& keyring;
  std::shared_ptr<World> world;
  const ReaderCatalogue& catalogue;
  Unfinished& unfinished;
  SharedTables tables;  // of the preparation

  std::function<void()> changed;      // the session knows more now: show it, check what is stale
  std::function<void(StepId)> go_to;  // another page of the set-up
  std::function<void(const std::string& mode)> begin;  // "setup", "health" or "" for the first page
};

}  // namespace onshi::gui
