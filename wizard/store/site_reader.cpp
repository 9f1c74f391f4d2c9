// SPDX-License-Identifier: GPL-3.0-or-later
#include <sstream>

#include "wizard/store/preparation_xml.h"
#include "wizard/store/site_xml.h"
#include "wizard/store/strict_xml.h"

namespace onshi {
namespace {

using Password = MasterAccountSheet::Password;

constexpr std::array kKinds{InstitutionKind::institution_code, InstitutionKind::reception_number,
                            InstitutionKind::provisional_code, InstitutionKind::workplace_clinic};
constexpr std::array kLineTypes{LineType::ip_vpn_ntt, LineType::ip_vpn_ctc_qtnet, LineType::ipsec_ike};
constexpr std::array kV6{V6Declaration::none, V6Declaration::contracted, V6Declaration::planned};
constexpr std::array kEnvironments{Environment::production, Environment::verification};
constexpr std::array kPasswords{Password::present, Password::empty, Password::must_be_typed};
constexpr int kMostPages = 100000;

Institution read_institution(StrictXml& xml, const pugi::xml_node& node) {
  xml.only(node, {"kind", "code", "name", "terminal"});
  return {xml.required_choice(node, "kind", kKinds), xml.required(node, "code"), xml.required(node, "name"),
          xml.required(node, "terminal")};
}

DeclaredLine read_line(StrictXml& xml, const pugi::xml_node& node) {
  xml.only(node, {"type", "customer_id", "v6_option"});
  return {xml.choice(node, "type", kLineTypes), xml.required(node, "customer_id"),
          xml.required_choice(node, "v6_option", kV6)};
}

LineOverride read_line_override(StrictXml& xml, const pugi::xml_node& node) {
  xml.only(node, {"kind", "reason", "by", "when"});
  return {xml.required_choice(node, "kind", kStatableLines), xml.required(node, "reason"),
          xml.required(node, "by"), xml.time(node, "when")};
}

/// Words with a space between; the attribute is only there when there are any.
std::set<SheetEntry> read_unconfirmed(StrictXml& xml, const pugi::xml_node& node) {
  std::set<SheetEntry> entries;
  std::istringstream words(xml.text(node, "unconfirmed"));
  for (std::string word; words >> word;) {
    const auto entry = sheet_entry_named(word);
    if (entry) entries.insert(*entry);
    if (!entry) xml.fail(FileFault::What::bad_value, node, "unconfirmed", word);
  }
  return entries;
}

MasterAccountSheet sheet_fields(StrictXml& xml, const pugi::xml_node& node) {
  return {.environment = xml.choice(node, "environment", kEnvironments),
          .footer_environment = xml.choice(node, "footer_environment", kEnvironments),
          .institution_code = xml.required(node, "institution_code"),
          .institution_name = xml.required(node, "institution_name"),
          .master_user_id = xml.required(node, "master_user_id"),
          .master_user_name = xml.required(node, "master_user_name"),
          .master_password = xml.required_choice(node, "master_password", kPasswords),
          .reset_user_id = xml.required(node, "reset_user_id"),
          .file = xml.required(node, "file"),
          .page = xml.number(node, "page", 0, kMostPages),
          .unconfirmed = read_unconfirmed(xml, node)};
}

void read_sheet(StrictXml& xml, const pugi::xml_node& node, Site& site) {
  xml.only(node, {"slot", "environment", "footer_environment", "institution_code", "institution_name",
                  "master_user_id", "master_user_name", "master_password", "reset_user_id", "file", "page",
                  "unconfirmed"});
  const Environment slot = xml.required_choice(node, "slot", kEnvironments);
  if (!site.sheets.emplace(slot, sheet_fields(xml, node)).second) {
    xml.fail(FileFault::What::bad_value, node, "slot", std::string(name_of(slot)));
  }
}

void read_story(StrictXml& xml, const pugi::xml_node& node, Site& site) {
  xml.only(node, {"slot", "state"});
  const Environment slot = xml.required_choice(node, "slot", kEnvironments);
  if (!site.password_stories.emplace(slot, xml.required_choice(node, "state", kPasswordStories)).second) {
    xml.fail(FileFault::What::bad_value, node, "slot", std::string(name_of(slot)));
  }
}

PlannedAccount read_account(StrictXml& xml, const pugi::xml_node& node) {
  xml.only(node, {"environment", "role", "name"});
  return {xml.required_choice(node, "environment", kEnvironments),
          xml.required_choice(node, "role", kAccountRoles), xml.required(node, "name")};
}

CertificateRecord read_certificate(StrictXml& xml, const pugi::xml_node& node) {
  xml.only(node, {"file", "source", "fingerprint", "issuer", "institution_code", "not_before", "not_after"});
  CertificateRecord record{.file = xml.required(node, "file", {kCertificateFile}),
                           .source = xml.required(node, "source"),
                           .fingerprint = xml.required(node, "fingerprint"),
                           .issuer = xml.required(node, "issuer"),
                           .institution_code = xml.text(node, "institution_code"),
                           .not_before = xml.time(node, "not_before"),
                           .not_after = xml.time(node, "not_after")};
  if (record.file != kCertificateFile) {
    xml.fail(FileFault::What::bad_value, node, "file", record.file, {kCertificateFile});
  }
  return record;
}

CertificateDates read_certificate_dates(StrictXml& xml, const pugi::xml_node& node) {
  xml.only(node, {"applied", "code_changed"});
  return {xml.day(node, "applied"), xml.day(node, "code_changed")};
}

void read_waiver(StrictXml& xml, const pugi::xml_node& node, Site& site) {
  xml.only(node, {"step", "reason", "when"});
  const std::string step = xml.required(node, "step");
  if (!site.waivers.emplace(step, Waiver{xml.required(node, "reason"), xml.time(node, "when")}).second) {
    xml.fail(FileFault::What::bad_value, node, "step", step);
  }
}

PairedReader read_reader(StrictXml& xml, const pugi::xml_node& node) {
  xml.only(node, {"name", "serial", "usb_path"});
  return {.name = xml.required(node, "name"),
          .serial = xml.text(node, "serial"),
          .usb_path = xml.text(node, "usb_path")};
}

pugi::xml_node child_of(StrictXml& xml, const pugi::xml_node& root, const char* name) {
  if (!root.child(name)) xml.fail(FileFault::What::missing_key, root, name);
  return root.child(name);
}

Site read_whole(StrictXml& xml, const pugi::xml_node& root) {
  xml.version("1");
  xml.only(root, {"version"},
           {"institution", "line", "line_override", "reader", "sheet", "master_account", "account",
            "certificate", "certificate_dates", "waiver", "preparation"});
  xml.once(root, {"institution", "line", "line_override", "certificate", "certificate_dates", "preparation"});
  Site site;
  site.institution = read_institution(xml, child_of(xml, root, "institution"));
  site.line = read_line(xml, child_of(xml, root, "line"));
  if (const auto node = root.child("line_override")) site.line_override = read_line_override(xml, node);
  for (const auto& node : root.children("reader")) site.readers.push_back(read_reader(xml, node));
  for (const auto& node : root.children("sheet")) read_sheet(xml, node, site);
  for (const auto& node : root.children("master_account")) read_story(xml, node, site);
  for (const auto& node : root.children("account")) site.accounts.push_back(read_account(xml, node));
  if (const auto node = root.child("certificate")) site.certificate = read_certificate(xml, node);
  if (const auto node = root.child("certificate_dates")) {
    site.certificate_dates = read_certificate_dates(xml, node);
  }
  for (const auto& node : root.children("waiver")) read_waiver(xml, node, site);
  if (const auto node = root.child("preparation")) site.preparation = read_preparation(xml, node);
  return site;
}

}  // namespace

std::expected<Site, FileFault> read_site(const std::filesystem::path& file) {
  auto xml = StrictXml::load(file, "site");
  if (!xml) return std::unexpected(xml.error());
  Site site = read_whole(*xml, xml->root());
  if (xml->fault()) return std::unexpected(*xml->fault());
  return site;
}

}  // namespace onshi
