// SPDX-License-Identifier: GPL-3.0-or-later
// What this clinic told us about one terminal: everything that is entered, imported or confirmed, and nothing
// that was observed. No password is ever part of it, so it can be stored and carried as it is. A value, any
// thread.
#pragma once

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "probes/site/institution_code.h"
#include "probes/site/master_account_sheet.h"
#include "probes/site/preparation.h"
#include "probes/site/secret.h"

namespace onshi {

/// 電気通信回線種別 of the application (application.md §4.1), with its number there.
enum class LineType { ip_vpn_ntt = 1, ip_vpn_ctc_qtnet = 2, ipsec_ike = 3 };

std::string_view name_of(LineType type);  // "1", "2", "3"
std::optional<LineType> line_type_named(std::string_view name);

/// The form has one box for the first two, so the wizard asks which (line.md §5).
enum class V6Declaration { none, contracted, planned };

std::string_view name_of(V6Declaration declaration);
std::optional<V6Declaration> v6_declaration_named(std::string_view name);

/// What a line turns out to be, seen or stated by a person (line.md §12).
enum class LineKind {
  ntt_east,
  ntt_west,
  ctc_qtnet,
  ipsec,
  internet,
  closed_ipv4  // CTC・QTnet or an IPsec provider: behind a router both look the same from the terminal
};

std::string_view name_of(LineKind kind);
std::optional<LineKind> line_kind_named(std::string_view name);

struct Institution {
  InstitutionKind kind = InstitutionKind::institution_code;
  std::string code;  // normalised
  std::string name;
  std::string terminal;  // 端末名称, such as 受付1号機
  bool operator==(const Institution&) const = default;
};

struct DeclaredLine {
  std::optional<LineType> type;
  std::string customer_id;  // normalised; line type 1 only
  V6Declaration v6_option = V6Declaration::none;
  bool operator==(const DeclaredLine&) const = default;
};

/// A card reader that somebody said this terminal uses. Serial and place are empty where nobody could tell
/// them.
struct PairedReader {
  std::string name;        // as PC/SC says it, without index
  std::string serial{};    // of the USB device, or from the name
  std::string usb_path{};  // the socket, such as "1-2"
  bool operator==(const PairedReader&) const = default;
};

/// What identifies the chosen certificate; the file itself lies beside the site, still encrypted.
struct CertificateRecord {
  std::string file;         // name in the site's folder
  std::string source;       // the name under which it came
  std::string fingerprint;  // SHA-256, hexadecimal
  std::string issuer;
  std::string institution_code;  // when the certificate carries one
  std::chrono::system_clock::time_point not_before;
  std::chrono::system_clock::time_point not_after;
  bool operator==(const CertificateRecord&) const = default;
};

/// What only a person knows of the terminal's certificate (certificate.md §2, §5).
struct CertificateDates {
  std::optional<std::chrono::year_month_day> applied{};       // for the one in use or awaited
  std::optional<std::chrono::year_month_day> code_changed{};  // when the old code was given up
  bool operator==(const CertificateDates&) const = default;
};

/// A page passed although its duty was not done.
struct Waiver {
  std::string reason;
  std::chrono::system_clock::time_point when;
  bool operator==(const Waiver&) const = default;
};

/// What a person says the line really is, with the reason. Stands beside what is seen, never in its place.
struct LineOverride {
  LineKind kind = LineKind::ntt_east;  // one of kStatableLines
  std::string reason;
  std::string by;  // who says so
  std::chrono::system_clock::time_point when;
  bool operator==(const LineOverride&) const = default;
};

/// The lines that the service admits; nobody can state that the plain internet is one.
inline constexpr std::array kStatableLines{LineKind::ntt_east, LineKind::ntt_west, LineKind::ctc_qtnet,
                                           LineKind::ipsec};

/// What a person says of the master password that a sheet shows or does not show (accounts.md §2). Nobody
/// tries it out.
enum class PasswordStory {
  as_printed,              // nothing was said
  changed,                 // the sheet's is out of date by design, and the one in use is known
  initial_expired,         // the service says that the printed one has run out
  forgotten,               // the one in use is not known
  secret_number_forgotten  // nor the reset account's
};

std::string_view name_of(PasswordStory story);
std::optional<PasswordStory> password_story_named(std::string_view name);
inline constexpr std::array kPasswordStories{PasswordStory::as_printed, PasswordStory::changed,
                                             PasswordStory::initial_expired, PasswordStory::forgotten,
                                             PasswordStory::secret_number_forgotten};

/// The accounts that are made from the master account (accounts.md §6).
enum class AccountRole { administrator, reception, viewer, exchange_app, face_reader };

std::string_view name_of(AccountRole role);
std::optional<AccountRole> account_role_named(std::string_view name);
inline constexpr std::array kAccountRoles{AccountRole::administrator, AccountRole::reception,
                                          AccountRole::viewer, AccountRole::exchange_app,
                                          AccountRole::face_reader};

/// One of them on the checklist of an environment: its name alone, never a password.
struct PlannedAccount {
  Environment environment = Environment::production;
  AccountRole role = AccountRole::administrator;
  std::string name;
  bool operator==(const PlannedAccount&) const = default;
};

struct Site {
  Institution institution;
  DeclaredLine line;
  std::optional<LineOverride> line_override;
  std::vector<PairedReader> readers;
  std::map<Environment, MasterAccountSheet> sheets;
  std::map<Environment, PasswordStory> password_stories;  // without what is as printed
  std::vector<PlannedAccount> accounts;
  std::optional<CertificateRecord> certificate;
  CertificateDates certificate_dates;
  std::map<std::string, Waiver> waivers;  // by step name
  Preparation preparation{};
  bool operator==(const Site&) const = default;
};

/// What is needed to check and is never written by us (the keyring may hold it). Kept beside the site in
/// memory.
struct SiteSecrets {
  std::map<Environment, Secret> master_passwords;
  std::optional<Secret> certificate_password;
  std::string certificate_file;  // bytes of the PKCS#12, still encrypted
  /// 秘密の番号 as it was typed twice, for as long as the two are compared. No file has a field for it.
  std::optional<std::array<Secret, 2>> secret_number{};
};

}  // namespace onshi
