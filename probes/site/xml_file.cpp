// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/xml_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>

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

}  // namespace

std::expected<XmlFile, FileFault> XmlFile::load(const std::filesystem::path& path, std::string_view root) {
  std::error_code trouble;
  if (!std::filesystem::exists(path, trouble)) return whole(FileFault::What::missing, path);
  const std::uintmax_t size = std::filesystem::file_size(path, trouble);
  if (trouble) return whole(FileFault::What::unreadable, path);
  if (size > kMostBytes) return whole(FileFault::What::too_large, path, std::to_string(size));
  std::ifstream stream(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (!stream.good() && !stream.eof()) return whole(FileFault::What::unreadable, path);
  return parse(std::move(bytes), path, root);
}

std::expected<XmlFile, FileFault> XmlFile::parse(std::string bytes, const std::filesystem::path& path,
                                                 std::string_view root) {
  XmlFile file;
  file.path_ = path;
  file.content_ = std::make_shared<Content>();
  file.content_->bytes = std::move(bytes);
  const std::string& text = file.content_->bytes;
  const auto result =
      file.content_->document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!result) {
    return std::unexpected(FileFault{
        FileFault::What::not_xml, path, line_at(text, result.offset), "", result.description(), {}});
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
