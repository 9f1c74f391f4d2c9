// SPDX-License-Identifier: GPL-3.0-or-later
// The set-up of one terminal in progress: what is known, what the checks said, where the person is and what
// is still to do. The window and `onshi setup` both drive this and hold no logic of their own. Used from one
// thread; what is slow (reading files, running checks) is done by the free functions and CheckTask, which may
// run elsewhere.
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "probes/certificate/open_certificate.h"
#include "probes/check/run.h"
#include "probes/reader/reader_catalogue.h"
#include "probes/sheet/sheet_reader.h"
#include "wizard/flow/check_task.h"
#include "wizard/flow/duty.h"
#include "wizard/flow/plans.h"
#include "wizard/flow/step.h"
#include "wizard/store/keyring.h"
#include "wizard/store/site_store.h"

namespace onshi {

struct SessionParts {
  std::shared_ptr<World> world;
  Profile profile;
  ReaderCatalogue catalogue;
  SiteStore store;
  std::shared_ptr<Keyring> keyring;  // may be null
};

/// How often the facts behind each topic had changed when a run was begun: tells later which of its findings
/// still speak of what is known now.
using FactsAsOf = std::map<Group, int>;

/// `open`: the duty is not done, and nothing is known to be wrong. A fault shows before an open duty.
enum class StepState { open, running, good, attention, fault, unknown, waived };

class Session {
 public:
  explicit Session(SessionParts parts);  // reads the store; a damaged site.xml is in trouble()

  [[nodiscard]] const Site& site() const { return site_; }
  [[nodiscard]] const Profile& profile() const { return parts_.profile; }
  [[nodiscard]] const ReaderCatalogue& catalogue() const { return parts_.catalogue; }
  [[nodiscard]] World& world() const { return *parts_.world; }
  [[nodiscard]] const Progress& progress() const { return progress_; }
  /// What could not be stored or loaded last; the session goes on in memory.
  [[nodiscard]] const std::optional<StoreTrouble>& trouble() const;
  [[nodiscard]] SiteStore& store() { return parts_.store; }

  // What a person enters. Each is stored at once and makes the findings that depend on it stale.
  void set_institution(Institution institution);
  void set_line(DeclaredLine line);
  void set_preparation(Preparation preparation);
  /// What the line really is, beside what is seen; false, and nothing happens, without a reason and a name.
  bool state_line(LineKind kind, const std::string& reason, const std::string& by);
  void take_back_line();
  void set_sheet(Environment slot, SheetWithPassword sheet);
  void forget_sheet(Environment slot);
  /// What a person says of the master password; nothing of the password itself.
  void tell_password_story(Environment slot, PasswordStory story);
  /// The checklist of accounts made from this environment's master account; blank names are left out.
  void set_accounts(Environment environment, const std::vector<PlannedAccount>& accounts);
  /// Several may be confirmed; one that is there already is known better by what it says of itself now. Of
  /// those that are `attached`, one that was moved or exchanged takes the place of its registration.
  void confirm_reader(const PairedReader& reader, const std::vector<PairedReader>& attached = {});
  void forget_reader(const PairedReader& reader);
  /// Keeps the file (still encrypted) and the opened certificate.
  void set_certificate(const std::string& bytes, const std::string& source, const Secret& password,
                       OpenedCertificate opened);
  /// Of the application and of a change of code, as far as they are known.
  void set_certificate_dates(const CertificateDates& dates);
  /// For a certificate that is already stored: opens it with the password typed again (or the keyring's).
  std::optional<CertificateFault> unlock_certificate(const Secret& password);
  /// Whether passwords stay in the keyring, if there is one: those in hand, and those given later. Taking the
  /// wish back takes them out. It is so from the start when the keyring had one.
  void set_remember(bool wish);
  [[nodiscard]] bool remembers() const { return remember_; }
  void load_from_keyring();  // asked again by the window when a slow keyring has answered
  bool waive(StepId step, const std::string& reason);  // false, and nothing happens, without a reason
  void withdraw_waiver(StepId step);
  /// Makes several changes and stores them as one, so that a crash leaves all of them or none.
  void together(const std::function<void()>& changes);

  // Where the person is.
  void set_mode(const std::string& mode);
  void go_to(StepId step);
  void set_language(const std::string& language);
  void set_text_percent(int percent);
  [[nodiscard]] StepId current() const;
  [[nodiscard]] std::optional<StepId> next() const;  // the following step that applies
  [[nodiscard]] std::optional<StepId> previous() const;

  // What the pages show.
  [[nodiscard]] std::vector<Duty> duties(StepId step) const;  // empty: the duty is done
  [[nodiscard]] bool may_go_on(StepId step) const;            // duty done, or waived
  [[nodiscard]] StepState state(StepId step) const;
  /// The page's file or password has not been given yet: its checks cannot do better, and nothing is wrong.
  [[nodiscard]] bool waits_for_input(StepId step) const;
  [[nodiscard]] std::vector<Finding> findings(StepId step) const;  // latest, in plan order
  [[nodiscard]] const std::shared_ptr<const OpenedCertificate>& certificate() const { return certificate_; }
  [[nodiscard]] bool has_password(Environment slot) const;
  [[nodiscard]] const Secret* master_password(Environment slot) const;

  // Checks.
  [[nodiscard]] Plan plan_for(StepId step) const;
  [[nodiscard]] Plan whole_plan() const;
  [[nodiscard]] std::shared_ptr<const RunSubject> subject() const;
  void started(StepId step);  // its row shows running
  /// Another cable, address or resolver: what was asked over the line is no longer known.
  void line_changed();
  /// What browsers have of the certificate is another now.
  void browser_changed() { make_stale({Group::certificate}); }
  /// As line_changed, when a person stopped the run that it came into: shown as stopped until somebody asks
  /// again.
  void line_changed_unasked();
  [[nodiscard]] const FactsAsOf& facts_as_of() const { return facts_as_of_; }
  /// After a step's or the whole run: replaces the findings of its checks, but for topics whose facts changed
  /// while it ran. `begun` is facts_as_of() when it was begun.
  void keep(const Run& run, const FactsAsOf& begun);
  void keep(const Run& run) { keep(run, facts_as_of_); }
  [[nodiscard]] const std::optional<Run>& latest_run() const { return latest_run_; }

 private:
  void load();
  void store_site();
  void store_certificate();
  void store_progress();
  void make_stale(std::initializer_list<Group> groups);  // after every change of a fact
  void note_checks();
  void use_certificate(OpenedCertificate opened, const Secret& password);
  [[nodiscard]] bool has_keyring() const;
  void remember_if_wished();
  void forget_in_keyring(Environment slot);  // before a sheet is replaced: the entry bears its user's name
  void forget_certificate_in_keyring();
  [[nodiscard]] PlanParts plan_parts() const;
  [[nodiscard]] std::vector<std::string> own_checks(StepId step) const;
  [[nodiscard]] std::vector<Duty> steps_left() const;
  [[nodiscard]] bool is_waived(StepId step) const;

  SessionParts parts_;
  Site site_;
  SiteSecrets secrets_;
  Progress progress_;
  std::shared_ptr<const OpenedCertificate> certificate_;
  std::map<std::string, Finding> findings_;                    // by check name
  std::vector<std::pair<std::string, FindingNumber>> checks_;  // name and question of the whole plan
  FactsAsOf facts_as_of_;
  std::set<StepId> running_;
  std::optional<Run> latest_run_;
  std::optional<StoreTrouble> site_trouble_;
  std::optional<StoreTrouble> progress_trouble_;
  bool remember_ = false;
  bool certificate_stored_ = true;  // false: its bytes are in memory only
  bool holding_ = false;            // inside together()
};

}  // namespace onshi
