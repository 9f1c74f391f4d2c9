// SPDX-License-Identifier: GPL-3.0-or-later
// An XML file that a person may have edited: loaded whole with a size limit, and every fault in it points at
// file and line. Shared by all readers of XML (profile, site, answers, catalogue, texts). A value, any
// thread.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "probes/site/file_fault.h"

namespace onshi {

class XmlFile {
 public:
  static constexpr std::uintmax_t kMostBytes = std::uintmax_t{1} << 20;

  /// Faults: missing, unreadable (also when a folder above it may not be looked into), folder, too_large,
  /// not_xml, or unknown_key when the root element is not `root`.
  static std::expected<XmlFile, FileFault> load(const std::filesystem::path& path, std::string_view root,
                                                std::uintmax_t most_bytes = kMostBytes);
  /// The same from bytes that were read already; `path` is what faults will name.
  static std::expected<XmlFile, FileFault> parse(std::string bytes, const std::filesystem::path& path,
                                                 std::string_view root);

  [[nodiscard]] pugi::xml_node root() const;
  [[nodiscard]] int line_of(const pugi::xml_node& node) const;
  [[nodiscard]] const std::string& bytes() const { return content_->bytes; }
  [[nodiscard]] FileFault fault(FileFault::What what, const pugi::xml_node& node, std::string key,
                                std::string value = "", std::vector<std::string> allowed = {}) const;

  /// Fails on the first attribute or child element of `node` that is not listed.
  [[nodiscard]] std::expected<void, FileFault> only(const pugi::xml_node& node,
                                                    const std::vector<std::string>& attributes,
                                                    const std::vector<std::string>& elements) const;

 private:
  struct Content {
    std::string bytes;
    pugi::xml_document document;
  };
  std::filesystem::path path_;
  std::shared_ptr<Content> content_;  // shared: a document cannot be copied, and nobody changes it
};

}  // namespace onshi
