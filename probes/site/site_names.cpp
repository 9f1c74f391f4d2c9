// SPDX-License-Identifier: GPL-3.0-or-later
// The stable words of the small enumerations of site.h, master_account_sheet.h and profile.h, as they stand
// in files.
#include "probes/site/master_account_sheet.h"
#include "probes/site/name_table.h"
#include "probes/site/profile.h"
#include "probes/site/site.h"

namespace onshi {
namespace {

constexpr NameTable<Environment, 2> kEnvironments{
    {{Environment::production, "production"}, {Environment::verification, "verification"}}};

constexpr NameTable<MasterAccountSheet::Password, 3> kPasswords{
    {{MasterAccountSheet::Password::present, "present"},
     {MasterAccountSheet::Password::empty, "empty"},
     {MasterAccountSheet::Password::must_be_typed, "must_be_typed"}}};

constexpr NameTable<SheetEntry, 5> kSheetEntries{{{SheetEntry::environment, "environment"},
                                                  {SheetEntry::institution_code, "institution_code"},
                                                  {SheetEntry::institution_name, "institution_name"},
                                                  {SheetEntry::master_user_id, "master_user_id"},
                                                  {SheetEntry::reset_user_id, "reset_user_id"}}};

constexpr NameTable<LineType, 3> kLineTypes{
    {{LineType::ip_vpn_ntt, "1"}, {LineType::ip_vpn_ctc_qtnet, "2"}, {LineType::ipsec_ike, "3"}}};

constexpr NameTable<LineKind, 6> kLineKinds{{{LineKind::ntt_east, "ntt_east"},
                                             {LineKind::ntt_west, "ntt_west"},
                                             {LineKind::ctc_qtnet, "ctc_qtnet"},
                                             {LineKind::ipsec, "ipsec"},
                                             {LineKind::internet, "internet"},
                                             {LineKind::closed_ipv4, "closed_ipv4"}}};

constexpr NameTable<V6Declaration, 3> kV6Declarations{{{V6Declaration::none, "none"},
                                                       {V6Declaration::contracted, "contracted"},
                                                       {V6Declaration::planned, "planned"}}};

constexpr NameTable<PasswordStory, 5> kStories{
    {{PasswordStory::as_printed, "as_printed"},
     {PasswordStory::changed, "changed"},
     {PasswordStory::initial_expired, "initial_expired"},
     {PasswordStory::forgotten, "forgotten"},
     {PasswordStory::secret_number_forgotten, "secret_number_forgotten"}}};

constexpr NameTable<AccountRole, 5> kAccounts{{{AccountRole::administrator, "administrator"},
                                               {AccountRole::reception, "reception"},
                                               {AccountRole::viewer, "viewer"},
                                               {AccountRole::exchange_app, "exchange_app"},
                                               {AccountRole::face_reader, "face_reader"}}};

constexpr NameTable<SoftwareSettings::Part, 2> kParts{
    {{SoftwareSettings::Part::exchange_app, "exchange_app"},
     {SoftwareSettings::Part::face_library, "face_library"}}};

constexpr NameTable<LeftFile::Kind, 2> kLeftFiles{
    {{LeftFile::Kind::hand_over, "hand_over"},
     {LeftFile::Kind::verification_shortcut, "verification_shortcut"}}};

constexpr NameTable<Region, 2> kRegions{{{Region::east, "east"}, {Region::west, "west"}}};

constexpr NameTable<Service::Role, 14> kRoles{{{Service::Role::line_authentication, "line_authentication"},
                                               {Service::Role::auxiliary_name, "auxiliary_name"},
                                               {Service::Role::portal, "portal"},
                                               {Service::Role::api, "api"},
                                               {Service::Role::reader_gateway, "reader_gateway"},
                                               {Service::Role::crl, "crl"},
                                               {Service::Role::certificate_site, "certificate_site"},
                                               {Service::Role::distribution, "distribution"},
                                               {Service::Role::time, "time"},
                                               {Service::Role::proxy, "proxy"},
                                               {Service::Role::checkups, "checkups"},
                                               {Service::Role::medication, "medication"},
                                               {Service::Role::prescription, "prescription"},
                                               {Service::Role::medical_hub, "medical_hub"}}};

}  // namespace

std::string_view name_of(Environment environment) { return name_in(kEnvironments, environment); }
std::optional<Environment> environment_named(std::string_view name) { return named_in(kEnvironments, name); }

std::string_view name_of(MasterAccountSheet::Password password) { return name_in(kPasswords, password); }

std::string_view name_of(SheetEntry entry) { return name_in(kSheetEntries, entry); }
std::optional<SheetEntry> sheet_entry_named(std::string_view name) { return named_in(kSheetEntries, name); }

std::string_view name_of(LineType type) { return name_in(kLineTypes, type); }
std::optional<LineType> line_type_named(std::string_view name) { return named_in(kLineTypes, name); }

std::string_view name_of(LineKind kind) { return name_in(kLineKinds, kind); }
std::optional<LineKind> line_kind_named(std::string_view name) { return named_in(kLineKinds, name); }

std::string_view name_of(V6Declaration declaration) { return name_in(kV6Declarations, declaration); }
std::optional<V6Declaration> v6_declaration_named(std::string_view name) {
  return named_in(kV6Declarations, name);
}

std::string_view name_of(PasswordStory story) { return name_in(kStories, story); }
std::optional<PasswordStory> password_story_named(std::string_view name) { return named_in(kStories, name); }

std::string_view name_of(AccountRole role) { return name_in(kAccounts, role); }
std::optional<AccountRole> account_role_named(std::string_view name) { return named_in(kAccounts, name); }

std::string_view name_of(SoftwareSettings::Part part) { return name_in(kParts, part); }
std::optional<SoftwareSettings::Part> software_part_named(std::string_view name) {
  return named_in(kParts, name);
}

std::string_view name_of(LeftFile::Kind kind) { return name_in(kLeftFiles, kind); }
std::optional<LeftFile::Kind> left_file_named(std::string_view name) { return named_in(kLeftFiles, name); }

std::string_view name_of(Region region) { return name_in(kRegions, region); }
std::optional<Region> region_named(std::string_view name) { return named_in(kRegions, name); }

std::string_view name_of(Service::Role role) { return name_in(kRoles, role); }
std::optional<Service::Role> role_named(std::string_view name) { return named_in(kRoles, name); }

std::vector<std::string> role_names() {
  std::vector<std::string> names;
  for (const auto& row : kRoles) names.emplace_back(row.name);
  return names;
}

}  // namespace onshi
