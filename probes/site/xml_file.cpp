// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/xml_file.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <optional>

#include "probes/site/text.h"

namespace onshi {
namespace {

std::unexpected<FileFault> whole(FileFault::What what, const std::filesystem::path& path,
                                 std::string value = "") {
  return std::unexpected(FileFault{what, path, 0, "", std::move(value), {}});
}

bool listed(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

int line_at(std::string_view bytes, std::ptrdiff_t offset) {
  const auto end = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(offset, 0, std::ssize(bytes)));
  return 1 +
         static_cast<int>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
}

/// The first line that is not UTF-8, which pugixml lets pass.
std::optional<int> broken_line(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return std::nullopt;
  for (int line = 1; !bytes.empty(); ++line) {
    const std::string_view text = bytes.substr(0, bytes.find('\n'));
    if (!is_valid_utf8(text)) return line;
    bytes.remove_prefix(std::min(text.size() + 1, bytes.size()));
  }
  return std::nullopt;
}

/// Why a file is no XML, in words that a person who wrote it can use.
std::string_view reason_of(pugi::xml_parse_status status) {
  switch (status) {
    case pugi::status_no_document_element:
      return "empty";
    case pugi::status_end_element_mismatch:
      return "not_closed";
    case pugi::status_bad_attribute:
      return "bad_attribute";
    case pugi::status_bad_start_element:
    case pugi::status_bad_end_element:
    case pugi::status_unrecognized_tag:
      return "bad_tag";
    default:
      return "damaged";
  }
}

bool is_other_encoding(const pugi::xml_document& document) {
  std::string encoding = document.first_child().attribute("encoding").value();
  std::ranges::transform(encoding, encoding.begin(), [](unsigned char c) { return std::tolower(c); });
  return document.first_child().type() == pugi::node_declaration && !encoding.empty() && encoding != "utf-8";
}

}  // namespace

std::expected<XmlFile, FileFault> XmlFile::load(const std::filesystem::path& path, std::string_view root,
                                                std::uintmax_t most_bytes) {
  std::error_code trouble;
  if (!std::filesystem::exists(path, trouble)) {
    return whole(trouble ? FileFault::What::unreadable : FileFault::What::missing, path);
  }
  if (std::filesystem::is_directory(path, trouble)) return whole(FileFault::What::folder, path);
  const std::uintmax_t size = std::filesystem::file_size(path, trouble);
  if (trouble) return whole(FileFault::What::unreadable, path);
  if (size > most_bytes) return whole(FileFault::What::too_large, path, std::to_string(size));
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(size, '\0');
  stream.read(bytes.data(), std::ssize(bytes));
  if (!stream.good() && !stream.eof()) return whole(FileFault::What::unreadable, path);
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return parse(std::move(bytes), path, root);
}

std::expected<XmlFile, FileFault> XmlFile::parse(std::string bytes, const std::filesystem::path& path,
                                                 std::string_view root) {
  XmlFile file;
  file.path_ = path;
  file.content_ = std::make_shared<Content>();
  file.content_->bytes = std::move(bytes);
  const std::string& text = file.content_->bytes;
  if (const auto line = broken_line(text)) {
    return std::unexpected(FileFault{FileFault::What::not_utf8, path, *line, "", "", {}});
  }
  const auto result = file.content_->document.load_buffer(
      text.data(), text.size(), pugi::parse_default | pugi::parse_declaration, pugi::encoding_utf8);
  if (!result) {
    const bool empty = result.status == pugi::status_no_document_element;
    const int line = empty ? 0 : line_at(text, result.offset);
    return std::unexpected(
        FileFault{FileFault::What::not_xml, path, line, "", std::string(reason_of(result.status)), {}});
  }
  if (is_other_encoding(file.content_->document)) {
    return std::unexpected(FileFault{FileFault::What::not_utf8, path, 1, "", "", {}});
  }
  const pugi::xml_node found = file.root();
  if (found.name() != root) {
    return std::unexpected(
        file.fault(FileFault::What::unknown_key, found, found.name(), "", {std::string(root)}));
  }
  return file;
}

pugi::xml_node XmlFile::root() const { return content_->document.document_element(); }

int XmlFile::line_of(const pugi::xml_node& node) const {
  return line_at(content_->bytes, node.offset_debug());
}

FileFault XmlFile::fault(FileFault::What what, const pugi::xml_node& node, std::string key, std::string value,
                         std::vector<std::string> allowed) const {
  return {what, path_, line_of(node), std::move(key), std::move(value), std::move(allowed)};
}

std::expected<void, FileFault> XmlFile::only(const pugi::xml_node& node,
                                             const std::vector<std::string>& attributes,
                                             const std::vector<std::string>& elements) const {
  for (const auto& attribute : node.attributes()) {
    if (listed(attributes, attribute.name())) continue;
    return std::unexpected(fault(FileFault::What::unknown_key, node, attribute.name(), "", attributes));
  }
  for (const auto& child : node.children()) {
    if (child.type() != pugi::node_element || listed(elements, child.name())) continue;
    return std::unexpected(fault(FileFault::What::unknown_key, child, child.name(), "", elements));
  }
  return {};
}

}  // namespace onshi
