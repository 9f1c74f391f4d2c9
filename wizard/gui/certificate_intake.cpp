// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/certificate_intake.h"

#include <utility>

#include "probes/certificate/certificate_checks.h"

namespace onshi::gui {
namespace {

std::string chosen_in(const Site& site) {
  return site.certificate ? site.certificate->fingerprint : std::string();
}

}  // namespace

void CertificateIntake::take_file(std::filesystem::path file) {
  using Read = std::expected<std::string, CertificateFault>;
  fault_.reset();
  source_.clear();
  candidates_.clear();
  waiting_.reset();
  chosen_.clear();
  const auto name = file.filename().u8string();
  background_.run<Read>(
      [file = std::move(file)](const std::stop_token&) { return load_certificate_file(file); },
      [this, name = std::string(name.begin(), name.end())](Read bytes) {
        if (!bytes) fault_ = finding_of(bytes.error(), name);
        source_ = bytes ? name : std::string();
        bytes_ = std::move(bytes).value_or("");
        on_change();
      });
  on_change();
}

CertificateIntake::Opened CertificateIntake::open_elsewhere(const RunSubject& subject,
                                                            const std::stop_token& stop) {
  Opened opened{subject.secrets.certificate_file, *subject.secrets.certificate_password, {}, {}, {}};
  const Plan plan = Plan(certificate_checks(subject.site, subject.profile)).only_check(kCertificateOpens);
  const Run run =
      run_plan(plan, std::make_shared<RunSubject>(subject), {.budget = RunLimits{}.budget, .stop = stop});
  const Finding* finding = run.of(kCertificateOpens);
  if (finding != nullptr && !carries_on(finding->verdict)) opened.fault = *finding;
  auto certificate = open_certificate(opened.bytes, opened.password, chosen_in(subject.site));
  if (certificate) {
    opened.certificate = std::move(*certificate);
  } else {
    opened.several = std::move(certificate.error().candidates);
  }
  return opened;
}

void CertificateIntake::open(const Secret& password) {
  if (waiting_) return settle();
  fault_.reset();
  RunSubject subject = *session_.subject();
  subject.secrets.certificate_password = password;
  if (!source_.empty()) subject.secrets.certificate_file = bytes_;
  // What was chosen of an earlier file says nothing of the one in hand.
  if (!source_.empty() || !chosen_.empty()) {
    if (!subject.site.certificate) subject.site.certificate.emplace();
    if (!source_.empty()) subject.site.certificate->source = source_;
    subject.site.certificate->fingerprint = chosen_;
  }
  background_.run<Opened>(
      [subject = std::move(subject), store = store_,
       in_hand = !source_.empty()](const std::stop_token& stop) mutable {
        if (!in_hand) {
          if (auto bytes = store.load_certificate()) subject.secrets.certificate_file = std::move(*bytes);
        }
        return open_elsewhere(subject, stop);
      },
      [this](Opened opened) { take(std::move(opened)); });
  on_change();
}

CertificateIntake::Candidate CertificateIntake::candidate_of(const CertificateFacts& facts) const {
  return {facts.fingerprint, facts.institution_code.value_or(""),
          facts.serial_end,  facts.not_before,
          facts.not_after,   source_};
}

CertificateIntake::Candidate CertificateIntake::candidate_in_use() const {
  const CertificateRecord& kept = *session_.site().certificate;
  const auto& open = session_.certificate();
  return {kept.fingerprint, kept.institution_code, open ? open->facts.serial_end : std::string(),
          kept.not_before,  kept.not_after,        kept.source};
}

/// Whether another one, which still works, would go. A later issue for the same code is a renewal, and
/// nothing is asked.
bool CertificateIntake::replaces_another(const CertificateFacts& fresh) const {
  const auto& kept = session_.site().certificate;
  if (source_.empty() || !kept || kept->fingerprint == fresh.fingerprint) return false;
  if (kept->not_after < session_.world().machine().now()) return false;
  const bool renewal = !kept->institution_code.empty() && fresh.institution_code == kept->institution_code &&
                       fresh.not_after >= kept->not_after;
  return !renewal;
}

void CertificateIntake::take(Opened opened) {
  fault_ = std::move(opened.fault);
  candidates_.clear();
  for (const CertificateFacts& each : opened.several) candidates_.push_back(candidate_of(each));
  if (opened.certificate && replaces_another(opened.certificate->facts)) {
    candidates_ = {candidate_of(opened.certificate->facts), candidate_in_use()};
    chosen_.clear();
    waiting_ = std::move(opened);
  } else if (opened.certificate) {
    keep(std::move(opened));
  }
  on_change();
}

void CertificateIntake::keep(Opened opened) {
  const auto& known = session_.site().certificate;
  const std::string source = !source_.empty() ? source_ : known ? known->source : std::string();
  session_.set_certificate(opened.bytes, source, opened.password, std::move(*opened.certificate));
  source_.clear();
  bytes_.clear();
  chosen_.clear();
}

/// The new file's certificate, or the one in use, which then stays as it is.
void CertificateIntake::settle() {
  if (chosen_.empty()) return;
  Opened waiting = *std::exchange(waiting_, std::nullopt);
  candidates_.clear();
  const bool fresh = waiting.certificate->facts.fingerprint == chosen_;
  if (fresh) keep(std::move(waiting));
  source_.clear();
  bytes_.clear();
  chosen_.clear();
  on_change();
}

void CertificateIntake::cancel() {
  background_.cancel();
  on_change();
}

}  // namespace onshi::gui
