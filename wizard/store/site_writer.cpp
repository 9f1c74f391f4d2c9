// SPDX-License-Identifier: GPL-3.0-or-later
#include <sstream>

#include <pugixml.hpp>

#include "probes/site/iso_day.h"
#include "probes/site/japan_time.h"
#include "wizard/store/preparation_xml.h"
#include "wizard/store/site_xml.h"

namespace onshi {
namespace {

void put(pugi::xml_node& node, const char* key, std::string_view value) {
  node.append_attribute(key).set_value(std::string(value).c_str());
}

void put_if_any(pugi::xml_node& node, const char* key, std::string_view value) {
  if (!value.empty()) put(node, key, value);
}

void write_institution(pugi::xml_node& root, const Institution& institution) {
  pugi::xml_node node = root.append_child("institution");
  put(node, "kind", name_of(institution.kind));
  put(node, "code", institution.code);
  put(node, "name", institution.name);
  put(node, "terminal", institution.terminal);
}

void write_line(pugi::xml_node& root, const DeclaredLine& line) {
  pugi::xml_node node = root.append_child("line");
  if (line.type) put(node, "type", name_of(*line.type));
  put(node, "customer_id", line.customer_id);
  put(node, "v6_option", name_of(line.v6_option));
}

void write_line_override(pugi::xml_node& root, const LineOverride& stated) {
  pugi::xml_node node = root.append_child("line_override");
  put(node, "kind", name_of(stated.kind));
  put(node, "reason", stated.reason);
  put(node, "by", stated.by);
  put(node, "when", iso_time(stated.when));
}

std::string words_of(const std::set<SheetEntry>& entries) {
  std::string words;
  for (const SheetEntry entry : entries) words += (words.empty() ? "" : " ") + std::string(name_of(entry));
  return words;
}

void write_sheet(pugi::xml_node& root, Environment slot, const MasterAccountSheet& sheet) {
  pugi::xml_node node = root.append_child("sheet");
  put(node, "slot", name_of(slot));
  if (sheet.environment) put(node, "environment", name_of(*sheet.environment));
  if (sheet.footer_environment) put(node, "footer_environment", name_of(*sheet.footer_environment));
  put(node, "institution_code", sheet.institution_code);
  put(node, "institution_name", sheet.institution_name);
  put(node, "master_user_id", sheet.master_user_id);
  put(node, "master_user_name", sheet.master_user_name);
  put(node, "master_password", name_of(sheet.master_password));
  put(node, "reset_user_id", sheet.reset_user_id);
  put(node, "file", sheet.file);
  put(node, "page", std::to_string(sheet.page));
  put_if_any(node, "unconfirmed", words_of(sheet.unconfirmed));
}

void write_story(pugi::xml_node& root, Environment slot, PasswordStory story) {
  pugi::xml_node node = root.append_child("master_account");
  put(node, "slot", name_of(slot));
  put(node, "state", name_of(story));
}

void write_account(pugi::xml_node& root, const PlannedAccount& account) {
  pugi::xml_node node = root.append_child("account");
  put(node, "environment", name_of(account.environment));
  put(node, "role", name_of(account.role));
  put(node, "name", account.name);
}

void write_certificate(pugi::xml_node& root, const CertificateRecord& record) {
  pugi::xml_node node = root.append_child("certificate");
  put(node, "file", record.file);
  put(node, "source", record.source);
  put(node, "fingerprint", record.fingerprint);
  put(node, "issuer", record.issuer);
  put_if_any(node, "institution_code", record.institution_code);
  put(node, "not_before", iso_time(record.not_before));
  put(node, "not_after", iso_time(record.not_after));
}

void write_certificate_dates(pugi::xml_node& root, const CertificateDates& dates) {
  if (dates == CertificateDates{}) return;
  pugi::xml_node node = root.append_child("certificate_dates");
  if (dates.applied) put(node, "applied", iso_day(*dates.applied));
  if (dates.code_changed) put(node, "code_changed", iso_day(*dates.code_changed));
}

void write_waiver(pugi::xml_node& root, const std::string& step, const Waiver& waiver) {
  pugi::xml_node node = root.append_child("waiver");
  put(node, "step", step);
  put(node, "reason", waiver.reason);
  put(node, "when", iso_time(waiver.when));
}

void write_reader(pugi::xml_node& root, const PairedReader& reader) {
  pugi::xml_node node = root.append_child("reader");
  put(node, "name", reader.name);
  put_if_any(node, "serial", reader.serial);
  put_if_any(node, "usb_path", reader.usb_path);
}

}  // namespace

std::string site_xml(const Site& site) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("site");
  put(root, "version", "1");
  write_institution(root, site.institution);
  write_line(root, site.line);
  if (site.line_override) write_line_override(root, *site.line_override);
  for (const PairedReader& reader : site.readers) write_reader(root, reader);
  for (const auto& [slot, sheet] : site.sheets) write_sheet(root, slot, sheet);
  for (const auto& [slot, story] : site.password_stories) write_story(root, slot, story);
  for (const PlannedAccount& account : site.accounts) write_account(root, account);
  if (site.certificate) write_certificate(root, *site.certificate);
  write_certificate_dates(root, site.certificate_dates);
  for (const auto& [step, waiver] : site.waivers) write_waiver(root, step, waiver);
  write_preparation(root, site.preparation);
  std::ostringstream text;
  document.save(text, "  ", pugi::format_default, pugi::encoding_utf8);
  return text.str();
}

}  // namespace onshi
