// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheet_form.h"

#include <algorithm>
#include <stdexcept>

#include <pugixml.hpp>

#include "probes/sheet/sheet_form_data.h"
#include "probes/site/name_table.h"
#include "probes/site/text.h"

namespace onshi {
namespace {

constexpr NameTable<SheetField, 6> kFields{{{SheetField::environment, "environment"},
                                            {SheetField::institution_code, "institution_code"},
                                            {SheetField::institution_name, "institution_name"},
                                            {SheetField::user_id, "user_id"},
                                            {SheetField::user_name, "user_name"},
                                            {SheetField::password, "password"}}};

constexpr NameTable<SheetBlock, 2> kBlocks{{{SheetBlock::master, "master"}, {SheetBlock::reset, "reset"}}};

/// The file is part of the program, so a fault in it is a bug.
template <typename Value>
Value known(std::optional<Value> value) {
  if (!value) throw std::logic_error("assets/sheet_form.xml has a value that is not known");
  return *value;
}

SheetLabel label_from(const pugi::xml_node& node) {
  SheetLabel label;
  label.field = known(named_in(kFields, node.attribute("field").value()));
  label.wraps = std::string_view(node.attribute("wraps").value()) == "yes";
  for (const auto& text : node.children("text")) label.texts.push_back(normalise_text(text.child_value()));
  return label;
}

SheetEnvironment environment_from(const pugi::xml_node& node) {
  return {known(environment_named(node.attribute("name").value())), normalise_text(node.child_value()),
          normalise_text(node.attribute("footer").value())};
}

std::vector<std::string> texts_of(const pugi::xml_node& root, const char* name) {
  std::vector<std::string> texts;
  for (const auto& node : root.children(name)) texts.push_back(normalise_text(node.child_value()));
  return texts;
}

SheetForm form_from(const pugi::xml_node& root) {
  SheetForm form;
  for (const auto& node : root.children("label")) form.labels.push_back(label_from(node));
  for (const auto& node : root.children("heading")) {
    form.headings.push_back(
        {named_in(kBlocks, node.attribute("account").value()), normalise_text(node.child_value())});
  }
  for (const auto& node : root.children("environment")) form.environments.push_back(environment_from(node));
  form.user_name = root.child_value("user_name");
  form.heading_marks = root.child_value("heading_marks");
  form.note_mark = root.child_value("note_mark");
  form.secret_parts = texts_of(root, "secret_part");
  form.secret_words = texts_of(root, "secret_word");
  return form;
}

SheetForm built_in_form() {
  pugi::xml_document document;
  const std::string_view xml = sheet_form_xml();
  if (!document.load_buffer(xml.data(), xml.size())) {
    throw std::logic_error("assets/sheet_form.xml is not XML");
  }
  return form_from(document.child("sheet_form"));
}

}  // namespace

std::optional<Environment> SheetForm::environment_in(std::string_view text) const {
  const std::string folded = folded_name(text);
  std::optional<Environment> found;
  for (const SheetEnvironment& row : environments) {
    if (folded.find(row.text) == std::string::npos) continue;
    if (found) return std::nullopt;
    found = row.environment;
  }
  return found;
}

std::optional<Environment> SheetForm::footer_environment(std::string_view line) const {
  const std::string folded = folded_name(line);
  for (const SheetEnvironment& row : environments) {
    if (folded == row.footer) return row.environment;
  }
  return std::nullopt;
}

const SheetEnvironment& SheetForm::of(Environment environment) const {
  auto row = std::find_if(environments.begin(), environments.end(),
                          [&](const SheetEnvironment& each) { return each.environment == environment; });
  if (row == environments.end()) throw std::logic_error("assets/sheet_form.xml lacks an environment");
  return *row;
}

const SheetForm& sheet_form() {
  static const SheetForm form = built_in_form();
  return form;
}

}  // namespace onshi
