// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/preparation.h"

#include "probes/site/name_table.h"

namespace onshi {
namespace {

constexpr NameTable<InstitutionCase, kInstitutionCases> kCases{
    {{InstitutionCase::in_operation, "in_operation"},
     {InstitutionCase::new_with_provisional_code, "new_with_provisional_code"},
     {InstitutionCase::new_with_reception_number, "new_with_reception_number"},
     {InstitutionCase::succession_of_application, "succession_of_application"},
     {InstitutionCase::succession_without, "succession_without"},
     {InstitutionCase::code_change, "code_change"},
     {InstitutionCase::line_change, "line_change"},
     {InstitutionCase::move_with_new_line, "move_with_new_line"},
     {InstitutionCase::move_with_same_line, "move_with_same_line"},
     {InstitutionCase::workplace_clinic, "workplace_clinic"},
     {InstitutionCase::two_lines, "two_lines"},
     {InstitutionCase::medical_and_dental, "medical_and_dental"},
     {InstitutionCase::on_paper, "on_paper"}}};

constexpr NameTable<FeePayment, 2> kPayments{{{FeePayment::deducted, "1"}, {FeePayment::transfer, "2"}}};

constexpr NameTable<Milestone, 17> kMilestones{
    {{Milestone::reader_order, "reader_order"},
     {Milestone::reader_arrival, "reader_arrival"},
     {Milestone::vendor_order, "vendor_order"},
     {Milestone::customer_id_change, "customer_id_change"},
     {Milestone::line_removal, "line_removal"},
     {Milestone::code_change, "code_change"},
     {Milestone::application, "application"},
     {Milestone::master_account, "master_account"},
     {Milestone::certificate_application, "certificate_application"},
     {Milestone::certificate_notice, "certificate_notice"},
     {Milestone::installation, "installation"},
     {Milestone::opening, "opening"},
     {Milestone::new_code_known, "new_code_known"},
     {Milestone::old_certificate_end, "old_certificate_end"},
     {Milestone::download_end, "download_end"},
     {Milestone::certificate_renewal, "certificate_renewal"},
     {Milestone::earliest_installation, "earliest_installation"}}};

constexpr std::array<InstitutionCase, kInstitutionCases> in_order() {
  std::array<InstitutionCase, kInstitutionCases> all{};
  for (std::size_t at = 0; at < all.size(); ++at) all[at] = kCases[at].value;
  return all;
}

constexpr auto kAll = in_order();

}  // namespace

std::string_view name_of(InstitutionCase one) { return name_in(kCases, one); }
std::optional<InstitutionCase> institution_case_named(std::string_view name) {
  return named_in(kCases, name);
}
const std::array<InstitutionCase, kInstitutionCases>& all_institution_cases() { return kAll; }

std::string_view name_of(FeePayment payment) { return name_in(kPayments, payment); }
std::optional<FeePayment> fee_payment_named(std::string_view name) { return named_in(kPayments, name); }

std::string_view name_of(Milestone milestone) { return name_in(kMilestones, milestone); }
std::optional<Milestone> milestone_named(std::string_view name) { return named_in(kMilestones, name); }

}  // namespace onshi
