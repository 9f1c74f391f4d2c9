// SPDX-License-Identifier: GPL-3.0-or-later
// The certificate's way into the user's browsers and back out: looked at, applied and undone in the
// background, one at a time. An action that has begun is carried through; closing a page does not stop it.
// Outlives pages. Window thread.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "wizard/actions/action.h"
#include "wizard/flow/session.h"
#include "wizard/gui/background.h"

namespace onshi::gui {

class BrowserWork {
 public:
  explicit BrowserWork(Session& session) : session_(session) {}

  /// Looks once for each certificate, and again after each change; does nothing when that is known.
  void look();
  void install();
  void undo();

  [[nodiscard]] bool busy() const { return background_.busy(); }
  /// What installing would do now; empty until it was looked at.
  [[nodiscard]] const std::vector<Change>& changes() const { return changes_; }
  [[nodiscard]] bool can_undo() const { return can_undo_; }
  [[nodiscard]] const std::optional<ActionFault>& fault() const { return fault_; }

  std::function<void()> on_change = [] {};

 private:
  enum class Deed { look, install, undo };
  struct Outcome {
    std::vector<Change> changes;
    std::optional<ActionFault> fault;
    bool can_undo = false;
  };
  static Outcome carry_out(const RunSubject& subject, const std::filesystem::path& site,
                           const std::shared_ptr<const OpenedCertificate>& certificate, Deed deed);
  void start(Deed deed);

  Session& session_;
  std::vector<Change> changes_;
  std::optional<ActionFault> fault_;
  bool can_undo_ = false;
  std::string looked_at_;  // fingerprint
  Background background_;
};

}  // namespace onshi::gui
