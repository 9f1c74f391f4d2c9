// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "probes/certificate/open_certificate.h"
#include "probes/check/finding.h"
#include "probes/site/small_file.h"

namespace onshi {
namespace {

using What = CertificateFault::What;

struct FaultRow {
  What what;
  std::string_view name;
  FindingNumber number;
};

constexpr std::array<FaultRow, 16> kFaults{{
    {What::unreadable, "unreadable", FindingNumber::certificate_file_unreadable},
    {What::empty, "empty", FindingNumber::certificate_file_empty},
    {What::too_large, "too_large", FindingNumber::certificate_file_too_large},
    {What::plain_certificate, "plain_certificate", FindingNumber::plain_certificate},
    {What::not_pkcs12, "not_pkcs12", FindingNumber::not_pkcs12},
    {What::cut, "cut", FindingNumber::pkcs12_cut},
    {What::damaged, "damaged", FindingNumber::pkcs12_damaged},
    {What::wrong_password, "wrong_password", FindingNumber::certificate_password_wrong},
    {What::legacy_missing, "legacy_missing", FindingNumber::legacy_module_missing},
    {What::unsupported, "unsupported", FindingNumber::pkcs12_unsupported},
    {What::too_costly, "too_costly", FindingNumber::pkcs12_too_costly},
    {What::no_key, "no_key", FindingNumber::pkcs12_without_key},
    {What::no_certificate, "no_certificate", FindingNumber::pkcs12_without_certificate},
    {What::key_mismatch, "key_mismatch", FindingNumber::pkcs12_key_mismatch},
    {What::several, "several", FindingNumber::pkcs12_several_certificates},
    {What::other_serial, "other_serial", FindingNumber::pkcs12_of_other_serial},
}};

const FaultRow& row_of(What what) { return *std::ranges::find(kFaults, what, &FaultRow::what); }

CertificateFault fault_of(const FileFault& fault) {
  if (fault.what == FileFault::What::too_large) return {What::too_large, {}, {}};
  return {What::unreadable, std::string(name_of(fault.what)), {}};
}

}  // namespace

std::expected<std::string, CertificateFault> load_certificate_file(const std::filesystem::path& file) {
  auto bytes = read_small_file(file, kLargestCertificateFile);
  if (!bytes) return std::unexpected(fault_of(bytes.error()));
  if (bytes->empty()) return std::unexpected(CertificateFault{What::empty, {}, {}});
  return std::move(*bytes);
}

std::string_view name_of(What what) { return row_of(what).name; }

Answer answer_of(const CertificateFault& fault) {
  Facts facts;
  if (!fault.detail.empty()) facts.add("detail", fault.detail);
  for (const CertificateFacts& each : fault.candidates) facts.add("candidate", described(each));
  // A choice that is open is no fault of the file.
  const Verdict verdict = fault.what == What::several ? Verdict::unknown : Verdict::fail;
  return raise(verdict, row_of(fault.what).number, std::move(facts));
}

}  // namespace onshi
