// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheet_xml.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "probes/sheet/cp932.h"
#include "probes/sheet/sheet_form.h"
#include "probes/sheet/typed_sheet.h"
#include "probes/site/institution_code.h"
#include "probes/site/text.h"

namespace onshi {
namespace {

using What = SheetFault::What;

constexpr std::array<std::string_view, 6> kAttributes{"environment",      "institution_code",
                                                      "institution_name", "master_user_id",
                                                      "master_user_name", "reset_user_id"};
constexpr std::array<std::string_view, 6> kJapaneseEncodings{"shift_jis", "shift-jis", "sjis",
                                                             "cp932",     "ms932",     "windows-31j"};
constexpr int kMostSheets = 20;
constexpr int kDeepest = 20;  // a sheet is two deep; a file may be made to exhaust the stack

bool is_word_in(std::string_view name, std::string_view word) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  for (auto at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || !is_letter(name[at - 1])) && (end == name.size() || !is_letter(name[end]))) return true;
  }
  return false;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& character : result) {
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
  }
  return result;
}

/// What the declaration says; pugixml itself would take CP932 for UTF-8 and spoil the values silently.
std::string declared_encoding(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, std::min<std::size_t>(bytes.size(), 200)));
  if (!head.starts_with("<?xml")) return {};
  const auto name = head.find("encoding=");
  if (name == std::string::npos || name > head.find("?>")) return {};
  const auto first = name + 10;
  const auto last = first <= head.size() ? head.find(head[first - 1], first) : std::string::npos;
  return last == std::string::npos ? std::string{} : head.substr(first, last - first);
}

/// Of an element or attribute that no sheet has.
bool means_secret(std::string_view key) {
  const std::string name = lower(normalise_text(key));
  const SheetForm& form = sheet_form();
  return std::ranges::any_of(form.secret_parts, [&](const auto& part) { return name.contains(part); }) ||
         std::ranges::any_of(form.secret_words, [&](const auto& word) { return is_word_in(name, word); });
}

class XmlSheets {
 public:
  using Result = std::expected<std::vector<MasterAccountSheet>, SheetFault>;

  XmlSheets(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}

  Result read() {
    if (auto decoded = decode(); !decoded) return std::unexpected(decoded.error());
    pugi::xml_document document;
    const auto parsed =
        document.load_buffer(text_.data(), text_.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
      return fault(What::xml_broken,
                   fmt::format("line {}: {}", line_at(parsed.offset), parsed.description()));
    }
    const pugi::xml_node root = document.document_element();
    if (std::string_view(root.name()) != "sheets") {
      return fault(What::xml_not_sheets, fmt::format("<{}>", root.name()));
    }
    if (auto secret = no_secret(root); !secret) return std::unexpected(secret.error());
    if (std::string_view(root.attribute("version").value()) != "1") return wrong(root, "version");
    return sheets_in(root);
  }

 private:
  [[nodiscard]] std::unexpected<SheetFault> fault(What what, std::string detail) const {
    return std::unexpected(SheetFault{what, file_, 0, std::move(detail)});
  }
  /// Names the line and the key, never the value.
  [[nodiscard]] std::unexpected<SheetFault> wrong(const pugi::xml_node& node, std::string_view key) const {
    return fault(What::xml_not_sheets, fmt::format("line {}: {}", line_at(node.offset_debug()), key));
  }

  [[nodiscard]] long line_at(std::ptrdiff_t offset) const {
    const auto end = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(offset, 0, std::ssize(text_)));
    return 1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(end), '\n');
  }

  std::expected<void, SheetFault> decode() {
    const std::string encoding = declared_encoding(bytes_);
    const bool japanese = std::ranges::find(kJapaneseEncodings, encoding) != kJapaneseEncodings.end();
    if (japanese) {
      auto text = utf8_from_cp932(bytes_);
      if (!text) return fault(What::xml_broken, fmt::format("byte {} is not {}", text.error(), encoding));
      text_ = std::move(*text);
      return {};
    }
    if (!encoding.empty() && encoding != "utf-8") return fault(What::xml_broken, encoding);
    if (!is_valid_utf8(bytes_)) return fault(What::xml_broken, "not utf-8");
    text_ = bytes_;
    return {};
  }

  [[nodiscard]] Result sheets_in(const pugi::xml_node& root) const {
    std::vector<MasterAccountSheet> sheets;
    for (const pugi::xml_node& node : root.children()) {
      if (node.type() != pugi::node_element) continue;
      if (std::string_view(node.name()) != "sheet" || sheets.size() == kMostSheets) {
        return wrong(node, node.name());
      }
      auto sheet = sheet_in(node);
      if (!sheet) return std::unexpected(sheet.error());
      sheet->page = static_cast<int>(sheets.size()) + 1;
      sheets.push_back(std::move(*sheet));
    }
    if (sheets.empty()) return wrong(root, "sheet");
    return sheets;
  }

  [[nodiscard]] std::expected<MasterAccountSheet, SheetFault> sheet_in(const pugi::xml_node& node) const {
    if (auto known = only_known(node); !known) return std::unexpected(known.error());
    const std::string_view environment = node.attribute("environment").value();
    MasterAccountSheet sheet;
    sheet.environment = environment_named(environment);
    if (!sheet.environment) sheet.environment = sheet_form().environment_in(environment);
    if (!sheet.environment) return wrong(node, "environment");
    sheet.institution_code = normalise_code(node.attribute("institution_code").value());
    sheet.institution_name = node.attribute("institution_name").value();
    sheet.master_user_id = normalise_user_id(node.attribute("master_user_id").value());
    sheet.master_user_name = node.attribute("master_user_name").value();
    sheet.reset_user_id = normalise_user_id(node.attribute("reset_user_id").value());
    sheet.file = file_;
    return sheet;
  }

  /// Before anything else is said about the file, wherever in it a password stands.
  [[nodiscard]] std::expected<void, SheetFault> no_secret(const pugi::xml_node& node, int depth = 0) const {
    const bool in_attribute = std::ranges::any_of(
        node.attributes(),
        [](const pugi::xml_attribute& attribute) { return means_secret(attribute.name()); });
    if (in_attribute || means_secret(node.name())) {
      return fault(What::xml_password, fmt::format("line {}", line_at(node.offset_debug())));
    }
    if (depth == kDeepest) return {};
    for (const pugi::xml_node& child : node.children()) {
      if (auto secret = no_secret(child, depth + 1); !secret) return secret;
    }
    return {};
  }

  [[nodiscard]] std::expected<void, SheetFault> only_known(const pugi::xml_node& node) const {
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      const std::string_view name = attribute.name();
      if (std::ranges::find(kAttributes, name) == kAttributes.end()) return wrong(node, name);
    }
    for (const pugi::xml_node& child : node.children()) {
      if (child.type() == pugi::node_element) return wrong(child, child.name());
    }
    return {};
  }

  std::string_view bytes_;
  const std::string& file_;
  std::string text_;
};

}  // namespace

std::expected<std::vector<MasterAccountSheet>, SheetFault> sheets_from_xml(std::string_view bytes,
                                                                           const std::string& file) {
  return XmlSheets(bytes, file).read();
}

}  // namespace onshi
