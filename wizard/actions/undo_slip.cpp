// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/actions/undo_slip.h"

#include <array>
#include <sstream>

#include "probes/site/japan_time.h"
#include "probes/world/files.h"
#include "wizard/store/strict_xml.h"

namespace onshi {
namespace {

using State = UndoSlip::State;
constexpr std::array kStates{State::applying, State::applied, State::undoing};

std::string_view name_of(State state) {
  switch (state) {
    case State::applied:
      return "applied";
    case State::undoing:
      return "undoing";
    case State::applying:
      break;
  }
  return "applying";
}

std::filesystem::path file_in(const std::filesystem::path& site) { return site / "undo-browser.xml"; }

const char* yes_or_no(bool value) { return value ? "yes" : "no"; }

void put(pugi::xml_node root, const HeldCertificate& held) {
  pugi::xml_node node = root.append_child("certificate");
  node.append_attribute("fingerprint") = held.fingerprint.c_str();
  node.append_attribute("there") = yes_or_no(held.there);
  node.append_attribute("key") = yes_or_no(held.key);
  if (!held.trust.empty()) node.append_attribute("trust") = held.trust.c_str();
}

void put(pugi::xml_node root, const UndoSlip::Policy& policy) {
  pugi::xml_node node = root.append_child("policy");
  node.append_attribute("file") = policy.file.c_str();
  node.append_attribute("there") = yes_or_no(policy.before.has_value());
  if (policy.before) node.append_attribute("before") = policy.before->c_str();
  node.append_attribute("after") = policy.after.c_str();
}

std::string text_of(const UndoSlip& slip) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("undo");
  root.append_attribute("version") = "1";
  root.append_attribute("state") = std::string(name_of(slip.state)).c_str();
  root.append_attribute("when") = iso_time(slip.when).c_str();
  root.append_attribute("store_there") = yes_or_no(slip.store_there);
  root.append_attribute("certificate") = slip.certificate.c_str();
  for (const HeldCertificate& held : slip.certificates) put(root, held);
  for (const UndoSlip::Policy& policy : slip.policies) put(root, policy);
  for (const std::string& folder : slip.folders) {
    root.append_child("folder").append_attribute("path") = folder.c_str();
  }
  std::ostringstream text;
  document.save(text);
  return text.str();
}

bool yes(StrictXml& xml, const pugi::xml_node& node, const char* key) {
  return xml.required(node, key, {"yes", "no"}) == "yes";
}

HeldCertificate held_in(StrictXml& xml, const pugi::xml_node& node) {
  xml.only(node, {"fingerprint", "there", "key", "trust"});
  return {xml.required(node, "fingerprint"), yes(xml, node, "there"), yes(xml, node, "key"),
          xml.text(node, "trust")};
}

UndoSlip::Policy policy_in(StrictXml& xml, const pugi::xml_node& node) {
  xml.only(node, {"file", "there", "before", "after"});
  UndoSlip::Policy policy{xml.required(node, "file"), {}, xml.required(node, "after")};
  if (yes(xml, node, "there")) policy.before = xml.text(node, "before");
  return policy;
}

UndoSlip slip_in(StrictXml& xml) {
  const pugi::xml_node root = xml.root();
  xml.only(root, {"version", "state", "when", "store_there", "certificate"},
           {"certificate", "policy", "folder"});
  xml.version("1");
  UndoSlip slip;
  const std::string state = xml.required(root, "state", {"applying", "applied", "undoing"});
  for (const State each : kStates) {
    if (name_of(each) == state) slip.state = each;
  }
  slip.when = xml.time(root, "when");
  slip.store_there = yes(xml, root, "store_there");
  slip.certificate = xml.required(root, "certificate");
  for (const auto& node : root.children("certificate")) slip.certificates.push_back(held_in(xml, node));
  for (const auto& node : root.children("policy")) slip.policies.push_back(policy_in(xml, node));
  for (const auto& node : root.children("folder")) {
    xml.only(node, {"path"});
    slip.folders.push_back(xml.required(node, "path"));
  }
  return slip;
}

std::unexpected<ActionFault> fault(ActionFault::What what, const std::filesystem::path& file,
                                   const std::string& detail) {
  return std::unexpected(ActionFault{what, file, {}, detail});
}

}  // namespace

std::expected<std::optional<UndoSlip>, ActionFault> load_slip(const std::filesystem::path& site) {
  const auto damaged = [&](const FileFault& why) {
    return fault(ActionFault::What::slip_damaged, file_in(site), why.key);
  };
  auto xml = StrictXml::load(file_in(site), "undo");
  if (!xml && xml.error().what == FileFault::What::missing) return std::nullopt;
  if (!xml) return damaged(xml.error());
  UndoSlip slip = slip_in(*xml);
  if (xml->fault()) return damaged(*xml->fault());
  return slip;
}

Done save_slip(const std::filesystem::path& site, const UndoSlip& slip) {
  const auto refused = [&](const FileTrouble& why) {
    return fault(ActionFault::What::slip_refused, file_in(site), why.detail);
  };
  if (auto made = make_private_folder(site); !made) return refused(made.error());
  if (auto written = write_file_safely(file_in(site), text_of(slip)); !written)
    return refused(written.error());
  return {};
}

Done drop_slip(const std::filesystem::path& site) {
  std::error_code error;
  std::filesystem::remove(file_in(site), error);
  if (error) return fault(ActionFault::What::slip_refused, file_in(site), error.message());
  return {};
}

BrowserWish browser_wish(const std::filesystem::path& site) {
  const auto slip = load_slip(site);
  if (!slip) return BrowserWish::unfinished;
  if (!*slip) return BrowserWish::none;
  return (*slip)->state == State::applied ? BrowserWish::installed : BrowserWish::unfinished;
}

}  // namespace onshi
