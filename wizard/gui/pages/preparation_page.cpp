// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/pages/preparation_page.h"

#include <array>

#include <fmt/format.h>

#include "probes/site/customer_id.h"
#include "probes/site/text.h"
#include "wizard/gui/child.h"

namespace onshi::gui {
namespace {

constexpr std::array kKinds{InstitutionKind::institution_code, InstitutionKind::reception_number,
                            InstitutionKind::provisional_code, InstitutionKind::workplace_clinic};
constexpr std::array kLineTypes{LineType::ip_vpn_ntt, LineType::ip_vpn_ctc_qtnet, LineType::ipsec_ike};
constexpr std::array kDeclarations{V6Declaration::contracted, V6Declaration::planned, V6Declaration::none};

/// A radio button for each value, its text under `prefix` and the value's name.
template <typename Values>
std::vector<Choice> choices_of(const Values& values, std::string_view prefix, const Face& face) {
  std::vector<Choice> choices;
  choices.reserve(values.size());
  for (const auto value : values) {
    choices.push_back({std::string(name_of(value)), face.text(fmt::format("{}.{}", prefix, name_of(value)))});
  }
  return choices;
}

std::string_view structure_text(CodeStructure structure) {
  switch (structure) {
    case CodeStructure::seven_digits:
      return "code.seven_digits";
    case CodeStructure::nine_digits:
      return "code.nine_digits";
    case CodeStructure::not_digits:
      return "code.not_digits";
    case CodeStructure::wrong_prefecture:
      return "code.wrong_prefecture";
    case CodeStructure::wrong_table:
      return "code.wrong_table";
    default:
      return "code.wrong_length";
  }
}

}  // namespace

PreparationPage::PreparationPage(wxWindow* parent, Desk& desk) : StepPage(parent, desk, StepId::preparation) {
  add_institution();
  add_line();
  form_ = std::make_unique<PreparationForm>(content(), desk, [this](Block* block) { add(block); });
  add_results();
}

void PreparationPage::add_institution() {
  const Institution& known = desk().session.site().institution;
  kind_ = make_child<Choices>(content(), face(), "institution.kind", face().text("field.institution.kind"),
                              choices_of(kKinds, "institution.kind", face()));
  kind_->choose(std::string(name_of(known.kind)));
  kind_->on_chosen = [this](const std::string& id) {
    keep_institution([&](Institution& institution) { institution.kind = *institution_kind_named(id); });
  };
  code_ = make_child<Field>(content(), face(), "institution.code", face().text("field.institution.code"), 14);
  code_->fixed_width();
  code_->on_typing = [this](const std::string& typed) { code_->note(code_note(typed)); };
  code_->on_commit = [this](const std::string& typed) {
    keep_institution([&](Institution& institution) { institution.code = code_of(typed); });
  };
  code_->tidy = [this](const std::string& typed) { return code_of(typed); };
  name_ = make_child<Field>(content(), face(), "institution.name", face().text("field.institution.name"));
  name_->on_commit = [this](const std::string& typed) {
    keep_institution([&](Institution& institution) { institution.name = typed; });
  };
  terminal_ =
      make_child<Field>(content(), face(), "institution.terminal", face().text("field.institution.terminal"));
  terminal_->on_commit = [this](const std::string& typed) {
    keep_institution([&](Institution& institution) { institution.terminal = typed; });
  };
  code_->set_value(known.code);
  name_->set_value(known.name);
  terminal_->set_value(known.terminal);
  for (Block* block : std::initializer_list<Block*>{kind_, code_, name_, terminal_}) add(block);
}

void PreparationPage::add_line() {
  const DeclaredLine& known = desk().session.site().line;
  type_ = make_child<Choices>(content(), face(), "line.type", face().text("field.line.type"),
                              choices_of(kLineTypes, "line.type", face()));
  if (known.type) type_->choose(std::string(name_of(*known.type)));
  type_->on_chosen = [this](const std::string& id) {
    keep_line([&](DeclaredLine& line) { line.type = line_type_named(id); });
  };
  customer_ =
      make_child<Field>(content(), face(), "line.customer_id", face().text("field.line.customer_id"), 18);
  customer_->fixed_width();
  customer_->on_typing = [this](const std::string& typed) { customer_->note(customer_note(typed)); };
  customer_->on_commit = [this](const std::string& typed) {
    keep_line([&](DeclaredLine& line) { line.customer_id = normalise_customer_id(typed); });
  };
  customer_->tidy = [](const std::string& typed) { return normalise_customer_id(typed); };
  customer_->set_value(known.customer_id);
  v6_ = make_child<Choices>(content(), face(), "line.v6", face().text("field.line.v6"),
                            choices_of(kDeclarations, "line.v6", face()));
  v6_->choose(std::string(name_of(known.v6_option)));
  v6_->on_chosen = [this](const std::string& id) {
    keep_line([&](DeclaredLine& line) { line.v6_option = *v6_declaration_named(id); });
  };
  for (Block* block : std::initializer_list<Block*>{type_, customer_, v6_}) add(block);
}

void PreparationPage::keep_institution(const std::function<void(Institution&)>& change) {
  Institution institution = desk().session.site().institution;
  change(institution);
  desk().session.set_institution(std::move(institution));
  code_->note(code_note(code_->value()));
  desk().changed();
}

/// The customer ID and the v6 option belong to line type 1 only (application.md §4).
void PreparationPage::keep_line(const std::function<void(DeclaredLine&)>& change) {
  DeclaredLine line = desk().session.site().line;
  change(line);
  if (line.type == LineType::ip_vpn_ntt && line.customer_id.empty()) {
    line.customer_id = normalise_customer_id(customer_->value());
  }
  if (line.type != LineType::ip_vpn_ntt) {
    line.customer_id.clear();
    line.v6_option = V6Declaration::none;
  }
  desk().session.set_line(std::move(line));
  desk().changed();
}

std::string PreparationPage::code_of(const std::string& typed) const {
  const bool checked = desk().session.site().institution.kind == InstitutionKind::institution_code;
  return checked ? normalise_code(typed) : normalise_text(typed);
}

FieldNote PreparationPage::code_note(const std::string& typed) const {
  if (desk().session.site().institution.kind != InstitutionKind::institution_code) {
    return {Mark::open, face().text("code.not_checked")};
  }
  const std::string code = normalise_code(typed);
  const CodeStructure structure = structure_of(code);
  if (structure == CodeStructure::empty) return {Mark::open, face().text("code.hint")};
  if (structure != CodeStructure::good) {
    const Facts facts{{"code", code}, {"count", std::to_string(code.size())}};
    return {Mark::fault, face().text(structure_text(structure), facts)};
  }
  return digit_note(code);
}

FieldNote PreparationPage::digit_note(const std::string& code) const {
  const Facts facts{{"code", code}};
  if (check_digit_holds(code)) return {Mark::good, face().text("code.good", facts)};
  const auto table = likely_table(code);
  if (!table) return {Mark::attention, face().text("code.check_digit", facts)};
  return {Mark::attention, face().text(fmt::format("code.likely_table.{}", *table), facts)};
}

FieldNote PreparationPage::customer_note(const std::string& typed) const {
  const std::string id = normalise_customer_id(typed);
  const CustomerIdFault fault = fault_of_customer_id(id);
  if (fault == CustomerIdFault::none) return {Mark::good, face().text("customer.good", Facts{{"id", id}})};
  if (fault == CustomerIdFault::empty) return {Mark::open, face().text("customer.hint")};
  return {Mark::fault, face().text(fmt::format("customer.{}", name_of(fault)), Facts{{"id", id}})};
}

void PreparationPage::refresh_form() {
  const bool flets = desk().session.site().line.type == LineType::ip_vpn_ntt;
  customer_->Show(flets);
  v6_->Show(flets);
  form_->refresh();
}

std::vector<Finding> PreparationPage::own_findings() const { return form_->findings(); }

void PreparationPage::leave() {
  for (Field* field : {code_, name_, terminal_, customer_}) field->commit();
  form_->leave();
}

}  // namespace onshi::gui
