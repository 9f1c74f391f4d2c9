// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/store/preparation_xml.h"

#include <algorithm>
#include <sstream>

#include "probes/site/customer_id.h"
#include "probes/site/iso_day.h"

namespace onshi {
namespace {

using What = FileFault::What;
using Node = pugi::xml_node;

std::vector<std::string> words_in(StrictXml& xml, const Node& node, const char* key) {
  std::istringstream stream(xml.text(node, key));
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

bool stands_alone(InstitutionCase one) { return one < InstitutionCase::two_lines; }

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const InstitutionCase one : all_institution_cases()) names.emplace_back(name_of(one));
  return names;
}

std::set<InstitutionCase> read_cases(StrictXml& xml, const Node& node) {
  std::set<InstitutionCase> cases;
  for (const std::string& word : words_in(xml, node, "cases")) {
    const auto one = institution_case_named(word);
    const bool second = one && stands_alone(*one) && std::ranges::any_of(cases, stands_alone);
    if (!one || second || !cases.insert(*one).second)
      xml.fail(What::bad_value, node, "cases", word, case_names());
  }
  return cases;
}

bool yes_in(StrictXml& xml, const Node& node, const char* key) {
  const std::string word = xml.text(node, key);
  if (!word.empty() && word != "yes" && word != "no")
    xml.fail(What::bad_value, node, key, word, {"yes", "no"});
  return word == "yes";
}

std::optional<std::chrono::year_month> month_in(StrictXml& xml, const Node& node, const char* key) {
  const std::string text = xml.text(node, key);
  if (text.empty()) return std::nullopt;
  const auto month = parse_iso_month(text);
  if (!month) xml.fail(What::bad_value, node, key, text, {"2026-04"});
  return month;
}

ApplicationForm read_form(StrictXml& xml, const Node& node) {
  constexpr std::array kPayments{FeePayment::deducted, FeePayment::transfer};
  xml.only(node, {"terms", "prescription", "customer_id_again", "start", "test", "fee"});
  return {.terms_agreed = yes_in(xml, node, "terms"),
          .prescription_agreed = yes_in(xml, node, "prescription"),
          .customer_id_again = normalise_customer_id(xml.text(node, "customer_id_again")),
          .start = month_in(xml, node, "start"),
          .test = month_in(xml, node, "test"),
          .fee = xml.choice(node, "fee", kPayments)};
}

/// What only follows from other days is not for a person to write.
constexpr std::array kNotable{
    Milestone::reader_order,       Milestone::reader_arrival, Milestone::vendor_order,
    Milestone::customer_id_change, Milestone::line_removal,   Milestone::code_change,
    Milestone::application,        Milestone::master_account, Milestone::certificate_application,
    Milestone::certificate_notice, Milestone::installation,   Milestone::opening};

void read_day(StrictXml& xml, const Node& node, Preparation& preparation) {
  const bool done = !node.attribute("done").empty();
  const char* key = done ? "done" : "planned";
  xml.only(node, {"of", key});
  const Milestone of = xml.required_choice(node, "of", kNotable);
  const std::string text = xml.required(node, key, {"2026-04-01"});
  const auto day = parse_iso_day(text);
  if (!day) {
    xml.fail(What::bad_value, node, key, text, {"2026-04-01"});
  } else if (!preparation.days.emplace(of, NotedDay{*day, done}).second) {
    xml.fail(What::bad_value, node, "of", std::string(name_of(of)));
  }
}

void put(Node& node, const char* key, const std::string& value) {
  if (!value.empty()) node.append_attribute(key).set_value(value.c_str());
}

template <typename Names>
std::string joined(const Names& names) {
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : " ") + std::string(name);
  return all;
}

void write_form(Node& root, const ApplicationForm& form) {
  Node node = root.append_child("form");
  put(node, "terms", form.terms_agreed ? "yes" : "no");
  put(node, "prescription", form.prescription_agreed ? "yes" : "no");
  put(node, "customer_id_again", form.customer_id_again);
  if (form.start) put(node, "start", iso_month(*form.start));
  if (form.test) put(node, "test", iso_month(*form.test));
  if (form.fee) put(node, "fee", std::string(name_of(*form.fee)));
}

}  // namespace

Preparation read_preparation(StrictXml& xml, const Node& node) {
  xml.only(node, {"cases", "papers"}, {"form", "day"});
  xml.once(node, {"form"});
  Preparation preparation;
  preparation.cases = read_cases(xml, node);
  for (std::string& word : words_in(xml, node, "papers")) preparation.papers.insert(std::move(word));
  if (const Node form = node.child("form")) preparation.form = read_form(xml, form);
  for (const Node& day : node.children("day")) read_day(xml, day, preparation);
  return preparation;
}

void write_preparation(Node& root, const Preparation& preparation) {
  if (preparation == Preparation{}) return;
  Node node = root.append_child("preparation");
  std::vector<std::string_view> cases;
  cases.reserve(preparation.cases.size());
  for (const InstitutionCase one : preparation.cases) cases.push_back(name_of(one));
  put(node, "cases", joined(cases));
  put(node, "papers", joined(preparation.papers));
  write_form(node, preparation.form);
  for (const auto& [of, noted] : preparation.days) {
    Node day = node.append_child("day");
    put(day, "of", std::string(name_of(of)));
    put(day, noted.done ? "done" : "planned", iso_day(noted.day));
  }
}

}  // namespace onshi
