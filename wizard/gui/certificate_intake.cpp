// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/certificate_intake.h"

#include "probes/certificate/certificate_checks.h"

namespace onshi::gui {

void CertificateIntake::take_file(std::filesystem::path file) {
  using Read = std::expected<std::string, CertificateFault>;
  fault_.reset();
  source_.clear();
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
  Opened opened{subject.secrets.certificate_file, *subject.secrets.certificate_password, {}, {}};
  const Plan plan = Plan(certificate_checks(subject.site, subject.profile)).only_check(kCertificateOpens);
  const Run run =
      run_plan(plan, std::make_shared<RunSubject>(subject), {.budget = RunLimits{}.budget, .stop = stop});
  const Finding* finding = run.of(kCertificateOpens);
  if (finding != nullptr && !carries_on(finding->verdict)) opened.fault = *finding;
  auto certificate = open_certificate(opened.bytes, opened.password);
  if (certificate) opened.certificate = std::move(*certificate);
  return opened;
}

void CertificateIntake::open(const Secret& password) {
  fault_.reset();
  RunSubject subject = *session_.subject();
  subject.secrets.certificate_password = password;
  if (!source_.empty()) subject.secrets.certificate_file = bytes_;
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

void CertificateIntake::take(Opened opened) {
  fault_ = std::move(opened.fault);
  if (opened.certificate) {
    const auto& known = session_.site().certificate;
    const std::string source = !source_.empty() ? source_ : known ? known->source : std::string();
    session_.set_certificate(opened.bytes, source, opened.password, std::move(*opened.certificate));
    source_.clear();
    bytes_.clear();
  }
  on_change();
}

void CertificateIntake::cancel() {
  background_.cancel();
  on_change();
}

}  // namespace onshi::gui
