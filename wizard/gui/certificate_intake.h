// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate file on its way in: its bytes, then its password, opened in the background, then handed to
// the session. What goes wrong is the finding of the very check that the health check runs. Outlives pages.
// Window thread.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "wizard/flow/session.h"
#include "wizard/gui/background.h"

namespace onshi::gui {

class CertificateIntake {
 public:
  CertificateIntake(Session& session, SiteStore store) : session_(session), store_(std::move(store)) {}

  void take_file(std::filesystem::path file);
  /// Opens the file in hand, or the one that is stored already, with this password.
  void open(const Secret& password);
  void cancel();

  [[nodiscard]] bool busy() const { return background_.busy(); }
  [[nodiscard]] std::chrono::milliseconds elapsed() const { return background_.elapsed(); }
  [[nodiscard]] const std::string& source() const {
    return source_;
  }  // file name; empty when none is in hand
  [[nodiscard]] const std::optional<Finding>& fault() const { return fault_; }

  std::function<void()> on_change = [] {};

 private:
  struct Opened {
    std::string bytes;
    Secret password;
    std::optional<OpenedCertificate> certificate;
    std::optional<Finding> fault;
  };
  static Opened open_elsewhere(const RunSubject& subject, const std::stop_token& stop);
  void take(Opened opened);

  Session& session_;
  SiteStore store_;
  std::string bytes_;
  std::string source_;
  std::optional<Finding> fault_;
  Background background_;
};

}  // namespace onshi::gui
