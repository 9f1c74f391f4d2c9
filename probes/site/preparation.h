// SPDX-License-Identifier: GPL-3.0-or-later
// What is decided and done before anyone drives to the clinic (application.md §4-§6): which case it is, what
// the portal's form is to say, which day is for what, which papers are at hand. 秘密の番号 has no place here.
// A value, any thread.
#pragma once

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace onshi {

/// What brings this institution here (application.md §6). One of the first ten, and any of the last three
/// beside it: assets/preparation/cases.xml says what each changes.
enum class InstitutionCase {
  in_operation,
  new_with_provisional_code,  // before 指定申請
  new_with_reception_number,  // after it
  succession_of_application,  // 承継, the predecessor had applied
  succession_without,         // 承継, the predecessor had not
  code_change,                // of 医療機関等コード, at the same place
  line_change,                // of お客さまID, at the same place
  move_with_new_line,         // and a new code
  move_with_same_line,        // no source tells how
  workplace_clinic,           // 職域診療所
  two_lines,                  // フレッツ光, two or more
  medical_and_dental,         // 医科・歯科併設
  on_paper                    // 書面申請
};

std::string_view name_of(InstitutionCase one);
std::optional<InstitutionCase> institution_case_named(std::string_view name);
inline constexpr std::size_t kInstitutionCases = 13;
/// In the order in which a person chooses.
const std::array<InstitutionCase, kInstitutionCases>& all_institution_cases();

/// 電子証明書発行料の支払方法, with its number on the form.
enum class FeePayment { deducted = 1, transfer = 2 };

std::string_view name_of(FeePayment payment);  // "1", "2"
std::optional<FeePayment> fee_payment_named(std::string_view name);

/// What the form 「オンライン資格確認・電子処方箋利用開始・変更申請」 asks besides institution and line.
struct ApplicationForm {
  bool terms_agreed = false;
  bool prescription_agreed = false;
  std::string customer_id_again{};  // the second entry, normalised
  std::optional<std::chrono::year_month> start{};
  std::optional<std::chrono::year_month> test{};
  std::optional<FeePayment> fee{};
  bool operator==(const ApplicationForm&) const = default;
};

/// The days on the way to the first working day of the service. The last five only follow from others.
enum class Milestone {
  reader_order,
  reader_arrival,
  vendor_order,
  customer_id_change,
  line_removal,  // of the old line
  code_change,   // 廃止 or 承継 of the old code
  application,   // 利用申請
  master_account,
  certificate_application,
  certificate_notice,
  installation,
  opening,  // the first day of treatment of a new institution
  new_code_known,
  old_certificate_end,
  download_end,
  certificate_renewal,
  earliest_installation
};

std::string_view name_of(Milestone milestone);
std::optional<Milestone> milestone_named(std::string_view name);

/// What a person says of a day: it has happened then, or is to be then.
struct NotedDay {
  std::chrono::year_month_day day;
  bool done = false;
  bool operator==(const NotedDay&) const = default;
};

struct Preparation {
  std::set<InstitutionCase> cases{};
  ApplicationForm form{};
  std::map<Milestone, NotedDay> days{};
  std::set<std::string> papers{};  // at hand: names of assets/preparation/papers.xml
  bool operator==(const Preparation&) const = default;
};

}  // namespace onshi
