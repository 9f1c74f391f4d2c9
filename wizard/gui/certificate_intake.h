// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate file on its way in: its bytes, then its password, opened in the background, then handed to
// the session. What goes wrong is the finding of the very check that the health check runs. Outlives pages.
// Window thread.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "wizard/flow/session.h"
#include "wizard/gui/background.h"

namespace onshi::gui {

class CertificateIntake {
 public:
  CertificateIntake(Session& session, SiteStore store) : session_(session), store_(std::move(store)) {}

  void take_file(std::filesystem::path file);
  /// Opens the file in hand, or the one that is stored already, with this password; where somebody has chosen
  /// between a new file and the one in use, it keeps to that.
  void open(const Secret& password);
  /// Which of the candidates the next opening takes.
  void choose(const std::string& fingerprint) { chosen_ = fingerprint; }
  void cancel();

  [[nodiscard]] bool busy() const { return background_.busy(); }
  [[nodiscard]] std::chrono::milliseconds elapsed() const { return background_.elapsed(); }
  [[nodiscard]] const std::string& source() const {
    return source_;
  }  // file name; empty when none is in hand
  [[nodiscard]] const std::optional<Finding>& fault() const { return fault_; }
  struct Candidate {
    std::string fingerprint;
    std::string code;        // empty: none stands in it
    std::string serial_end;  // empty: not known
    std::chrono::system_clock::time_point not_before;
    std::chrono::system_clock::time_point not_after;
    std::string source;
  };
  /// When the file in hand holds several, or when the one in use still works and is no older issue of this
  /// one: somebody has to say which one (certificate.md section 5).
  [[nodiscard]] const std::vector<Candidate>& candidates() const { return candidates_; }
  [[nodiscard]] const std::string& chosen() const { return chosen_; }

  std::function<void()> on_change = [] {};

 private:
  struct Opened {
    std::string bytes;
    Secret password;
    std::optional<OpenedCertificate> certificate;
    std::optional<Finding> fault;
    std::vector<CertificateFacts> several;
  };
  static Opened open_elsewhere(const RunSubject& subject, const std::stop_token& stop);
  void take(Opened opened);
  void keep(Opened opened);
  void settle();
  [[nodiscard]] Candidate candidate_of(const CertificateFacts& facts) const;
  [[nodiscard]] Candidate candidate_in_use() const;
  [[nodiscard]] bool replaces_another(const CertificateFacts& fresh) const;

  Session& session_;
  SiteStore store_;
  std::string bytes_;
  std::string source_;
  std::optional<Finding> fault_;
  std::vector<Candidate> candidates_;
  std::optional<Opened> waiting_;  // for somebody to say that it takes the place of the one in use
  std::string chosen_;             // fingerprint
  Background background_;
};

}  // namespace onshi::gui
