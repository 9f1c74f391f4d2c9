// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/answers.h"

#include <algorithm>

#include "probes/certificate/open_certificate.h"
#include "probes/site/customer_id.h"
#include "probes/site/text.h"
#include "wizard/store/preparation_xml.h"
#include "wizard/store/strict_xml.h"

namespace onshi {
namespace {

using What = FileFault::What;
using Node = pugi::xml_node;

constexpr std::array kKinds{InstitutionKind::institution_code, InstitutionKind::reception_number,
                            InstitutionKind::provisional_code, InstitutionKind::workplace_clinic};
constexpr std::array kLineTypes{LineType::ip_vpn_ntt, LineType::ip_vpn_ctc_qtnet, LineType::ipsec_ike};
constexpr const char* kTakenBack = "none";
constexpr std::array kV6{V6Declaration::none, V6Declaration::contracted, V6Declaration::planned};

bool is_password(std::string name) {
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return name.find("pass") != std::string::npos || name.find("secret") != std::string::npos || name == "pin";
}

/// Walks without recursion, since a file may nest more elements than the stack can follow; ends at the first
/// password.
class PasswordRefusal : public pugi::xml_tree_walker {
 public:
  explicit PasswordRefusal(StrictXml& xml) : xml_(xml) {}
  bool begin(Node& root) override { return for_each(root); }
  bool for_each(Node& node) override {
    if (is_password(node.name())) refuse(node, node.name());
    for (const auto& attribute : node.attributes()) {
      if (is_password(attribute.name())) refuse(node, attribute.name());
    }
    return !xml_.fault();
  }

 private:
  void refuse(const Node& node, const char* name) { xml_.fail(What::password_here, node, name); }
  StrictXml& xml_;
};

/// Before anything else is looked at, so that no fault ever quotes one.
void refuse_passwords(StrictXml& xml, Node root) {
  PasswordRefusal refusal(xml);
  root.traverse(refusal);
}

std::string required_text(StrictXml& xml, const Node& node, const char* key,
                          const std::vector<std::string>& allowed = {}) {
  std::string text = xml.required(node, key, allowed);
  if (is_blank(text)) xml.fail(What::bad_value, node, key, text, allowed);
  return text;
}

Institution read_institution(StrictXml& xml, const Node& node) {
  xml.only(node, {"kind", "code", "name", "terminal"});
  const InstitutionKind kind = xml.choice(node, "kind", kKinds).value_or(InstitutionKind::institution_code);
  std::string code = required_text(xml, node, "code");
  if (kind == InstitutionKind::institution_code) {
    code = normalise_code(code);
    const bool good = structure_of(code) == CodeStructure::good;
    if (!good) xml.fail(What::bad_value, node, "code", code, {"code_digits"});
  }
  return {kind, code, xml.text(node, "name"), xml.text(node, "terminal")};
}

std::string read_customer_id(StrictXml& xml, const Node& node) {
  const std::string id = normalise_customer_id(xml.text(node, "customer_id"));
  const bool given = !node.attribute("customer_id").empty();
  if (given && fault_of_customer_id(id) != CustomerIdFault::none) {
    xml.fail(What::bad_value, node, "customer_id", id, {"caf_id", "cop_id"});
  }
  return id;
}

/// お客さまID and v6オプション exist on フレッツ lines only.
DeclaredLine read_line(StrictXml& xml, const Node& node) {
  const LineType type = xml.required_choice(node, "type", kLineTypes);
  if (type != LineType::ip_vpn_ntt) {
    xml.only(node, {"type"});
    return {type, "", V6Declaration::none};
  }
  xml.only(node, {"type", "customer_id", "v6_option"});
  return {type, read_customer_id(xml, node),
          xml.choice(node, "v6_option", kV6).value_or(V6Declaration::none)};
}

std::vector<std::string> names_of_lines() {
  std::vector<std::string> names{kTakenBack};
  for (const LineKind kind : kStatableLines) names.emplace_back(name_of(kind));
  return names;
}

/// `none` takes back what was stated earlier, and then nothing else is said.
StatedLine read_line_override(StrictXml& xml, const Node& node) {
  const std::string kind = xml.required(node, "kind", names_of_lines());
  if (kind == kTakenBack) {
    xml.only(node, {"kind"});
    return {};
  }
  xml.only(node, {"kind", "reason", "by"});
  const auto known = std::ranges::find(kStatableLines, kind, [](LineKind one) { return name_of(one); });
  if (known == kStatableLines.end()) {
    xml.fail(What::bad_value, node, "kind", kind, names_of_lines());
    return {};
  }
  return {*known, required_text(xml, node, "reason", {"written_reason"}),
          required_text(xml, node, "by", {"written_name"})};
}

void read_reader(StrictXml& xml, const Node& node, Answers& answers) {
  const bool any = !node.attribute("confirm").empty();
  xml.only(node, {any ? "confirm" : "name"});
  if (!any) {
    answers.readers.push_back(required_text(xml, node, "name"));
  } else if (const std::string confirm = xml.text(node, "confirm"); confirm != "any") {
    xml.fail(What::bad_value, node, "confirm", confirm, {"any"});
  }
  answers.any_reader = answers.any_reader || any;
}

std::filesystem::path path_of(const std::filesystem::path& folder, const std::string& utf8) {
  return folder / std::filesystem::path(std::u8string(utf8.begin(), utf8.end()));
}

/// Of the element in the answers file, with the whole path of what it names.
void complain_of(StrictXml& xml, const Node& node, What what, const std::filesystem::path& file) {
  std::error_code error;
  const auto whole = std::filesystem::absolute(file, error).lexically_normal();
  xml.fail(what, node, node.name(), (error ? file : whole).string());
}

/// A file that the answers name and that can be looked into; its inside is judged later.
std::filesystem::path named_file(StrictXml& xml, const Node& node, const std::filesystem::path& folder) {
  const std::filesystem::path file = path_of(folder, required_text(xml, node, "file"));
  std::error_code error;
  const auto kind = std::filesystem::status(file, error).type();
  const bool missing = kind == std::filesystem::file_type::not_found;
  if (missing || kind != std::filesystem::file_type::regular) {
    complain_of(xml, node, missing ? What::named_missing : What::named_unreadable, file);
  }
  return file;
}

std::filesystem::path read_file_name(StrictXml& xml, const Node& node, const std::filesystem::path& folder) {
  xml.only(node, {"file"});
  return named_file(xml, node, folder);
}

void read_certificate(StrictXml& xml, const Node& node, const std::filesystem::path& folder,
                      Answers& answers) {
  xml.only(node, {"file", "serial"});
  answers.certificate = named_file(xml, node, folder);
  answers.certificate_serial = xml.text(node, "serial");
  std::error_code error;
  if (!xml.fault() && std::filesystem::file_size(*answers.certificate, error) > kLargestCertificateFile) {
    complain_of(xml, node, What::named_too_large, *answers.certificate);
  }
}

/// Both at once: what is left out is not known any more.
CertificateDates read_certificate_dates(StrictXml& xml, const Node& node) {
  xml.only(node, {"applied", "code_changed"});
  return {xml.day(node, "applied"), xml.day(node, "code_changed")};
}

std::vector<std::string> names_of_steps() {
  std::vector<std::string> names;
  for (const Step& step : all_steps()) {
    if (step.id != StepId::done) names.emplace_back(step.name);
  }
  return names;
}

void read_master_account(StrictXml& xml, const Node& node, Answers& answers) {
  constexpr std::array kSlots{Environment::production, Environment::verification};
  xml.only(node, {"slot", "state"});
  const Environment slot = xml.required_choice(node, "slot", kSlots);
  if (!answers.password_stories.emplace(slot, xml.required_choice(node, "state", kPasswordStories)).second) {
    xml.fail(What::bad_value, node, "slot", std::string(name_of(slot)));
  }
}

void read_waiver(StrictXml& xml, const Node& node, Answers& answers) {
  xml.only(node, {"step", "reason"});
  const std::string name = xml.required(node, "step", names_of_steps());
  const std::string reason = required_text(xml, node, "reason");
  const Step* step = step_named(name);
  const bool known = step != nullptr && step->id != StepId::done;
  if (!known || !answers.waivers.emplace(step->id, reason).second) {
    xml.fail(What::bad_value, node, "step", name, names_of_steps());
  }
}

Answers read_whole(StrictXml& xml, const Node& root, const std::filesystem::path& folder) {
  refuse_passwords(xml, root);
  xml.version("1");
  xml.only(root, {"version"},
           {"institution", "line", "line_override", "preparation", "reader", "sheets", "master_account",
            "certificate", "certificate_dates", "waive"});
  xml.once(root, {"institution", "line", "line_override", "preparation", "certificate", "certificate_dates"});
  Answers answers;
  if (const Node node = root.child("institution")) answers.institution = read_institution(xml, node);
  if (const Node node = root.child("line")) answers.line = read_line(xml, node);
  if (const Node node = root.child("line_override")) answers.line_override = read_line_override(xml, node);
  if (const Node node = root.child("preparation")) answers.preparation = read_preparation(xml, node);
  for (const Node& node : root.children("reader")) read_reader(xml, node, answers);
  for (const Node& node : root.children("sheets")) {
    answers.sheets.push_back(read_file_name(xml, node, folder));
  }
  for (const Node& node : root.children("master_account")) read_master_account(xml, node, answers);
  if (const Node node = root.child("certificate")) read_certificate(xml, node, folder, answers);
  if (const Node node = root.child("certificate_dates")) {
    answers.certificate_dates = read_certificate_dates(xml, node);
  }
  for (const Node& node : root.children("waive")) read_waiver(xml, node, answers);
  return answers;
}

}  // namespace

std::expected<Answers, FileFault> load_answers(const std::filesystem::path& file) {
  auto xml = StrictXml::load(file, "answers");
  if (!xml) return std::unexpected(xml.error());
  Answers answers = read_whole(*xml, xml->root(), file.parent_path());
  if (xml->fault()) return std::unexpected(*xml->fault());
  return answers;
}

}  // namespace onshi
