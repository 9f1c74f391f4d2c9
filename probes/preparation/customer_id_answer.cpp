// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/preparation/topic_checks.h"
#include "probes/site/customer_id.h"

namespace onshi {
namespace {

FindingNumber cause_of(CustomerIdFault fault) {
  switch (fault) {
    case CustomerIdFault::empty:
      return FindingNumber::customer_id_missing;
    case CustomerIdFault::doubled_prefix:
      return FindingNumber::customer_id_prefix_twice;
    case CustomerIdFault::digits:
      return FindingNumber::customer_id_not_digits;
    case CustomerIdFault::length:
      return FindingNumber::customer_id_length;
    default:
      return FindingNumber::customer_id_prefix;
  }
}

}  // namespace

Answer customer_id_answer(const Site& site) {
  const std::string& id = site.line.customer_id;
  const bool asked = site.line.type == LineType::ip_vpn_ntt;
  if (!asked && id.empty()) return good();
  const Facts facts{{"customer_id", masked_customer_id(id)}, {"digits", std::to_string(id.size())}};
  if (!asked) return raise(Verdict::fail, FindingNumber::customer_id_not_asked, facts);
  const CustomerIdFault fault = fault_of_customer_id(id);
  if (fault != CustomerIdFault::none) return raise(Verdict::fail, cause_of(fault), facts);
  const std::string& again = site.preparation.form.customer_id_again;
  if (!again.empty() && again != id) {
    return raise(Verdict::fail, FindingNumber::customer_id_entries_differ, facts);
  }
  return good(facts);
}

}  // namespace onshi
