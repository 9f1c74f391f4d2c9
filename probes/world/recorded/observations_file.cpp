// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/recorded/observations_file.h"

#include <sstream>

#include <pugixml.hpp>

#include "probes/world/recorded/observation_reader.h"
#include "probes/world/recorded/observation_writer.h"

namespace onshi {
namespace {

constexpr const char* root_name = "observations";
constexpr const char* this_format = "1";

}  // namespace

std::expected<Observations, FileFault> load_observations(const std::filesystem::path& file) {
  auto xml = XmlFile::load(file, root_name, kLargestRecord);
  if (!xml) return std::unexpected(xml.error());
  XmlReading reading(std::move(*xml));
  pugi::xml_node root = reading.file().root();
  ObservationReader reader(reading, root);
  std::string format;
  reader.text("format", format);
  if (format != this_format) {
    reading.complain(FileFault::What::wrong_version, root, "format", format, {this_format});
  }
  Observations observations;
  fields(reader, observations);
  reader.finish();
  if (reading.fault()) return std::unexpected(*reading.fault());
  return observations;
}

std::string observations_text(const Observations& observations) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  pugi::xml_node root = document.append_child(root_name);
  root.append_attribute("format") = this_format;
  ObservationWriter writer(root);
  fields(writer, observations);
  std::ostringstream out;
  document.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
  return out.str();
}

std::expected<void, FileTrouble> save_observations(const Observations& observations,
                                                   const std::filesystem::path& file) {
  return write_file_safely(file, observations_text(observations));
}

}  // namespace onshi
