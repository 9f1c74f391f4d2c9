// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "probes/certificate/open_certificate.h"
#include "probes/check/finding.h"

namespace onshi {
namespace {

using What = CertificateFault::What;

struct FaultRow {
  What what;
  std::string_view name;
  FindingNumber number;
};

constexpr std::array<FaultRow, 12> kFaults{{
    {What::empty, "empty", FindingNumber::certificate_file_empty},
    {What::too_large, "too_large", FindingNumber::certificate_file_too_large},
    {What::plain_certificate, "plain_certificate", FindingNumber::plain_certificate},
    {What::not_pkcs12, "not_pkcs12", FindingNumber::not_pkcs12},
    {What::cut, "cut", FindingNumber::pkcs12_cut},
    {What::damaged, "damaged", FindingNumber::pkcs12_damaged},
    {What::wrong_password, "wrong_password", FindingNumber::certificate_password_wrong},
    {What::legacy_missing, "legacy_missing", FindingNumber::legacy_module_missing},
    {What::unsupported, "unsupported", FindingNumber::pkcs12_unsupported},
    {What::no_key, "no_key", FindingNumber::pkcs12_without_key},
    {What::no_certificate, "no_certificate", FindingNumber::pkcs12_without_certificate},
    {What::key_mismatch, "key_mismatch", FindingNumber::pkcs12_key_mismatch},
}};

const FaultRow& row_of(What what) { return *std::ranges::find(kFaults, what, &FaultRow::what); }

}  // namespace

std::string_view name_of(What what) { return row_of(what).name; }

Answer answer_of(const CertificateFault& fault) {
  Facts facts;
  if (!fault.detail.empty()) facts.add("detail", fault.detail);
  return raise(Verdict::fail, row_of(fault.what).number, std::move(facts));
}

}  // namespace onshi
