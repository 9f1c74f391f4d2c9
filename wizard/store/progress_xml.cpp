// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/store/progress_xml.h"

#include <algorithm>
#include <sstream>

#include <pugixml.hpp>

#include "wizard/store/strict_xml.h"

namespace onshi {

std::string progress_xml(const Progress& progress) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("progress");
  root.append_attribute("version").set_value("1");
  root.append_attribute("mode").set_value(progress.mode.c_str());
  root.append_attribute("step").set_value(progress.step.c_str());
  root.append_attribute("language").set_value(progress.language.c_str());
  root.append_attribute("text_percent").set_value(progress.text_percent);
  std::ostringstream text;
  document.save(text, "  ", pugi::format_default, pugi::encoding_utf8);
  return text.str();
}

Progress read_progress(const std::filesystem::path& file) {
  const auto loaded = StrictXml::load(file, "progress");
  if (!loaded) return {};
  const pugi::xml_node root = loaded->root();
  return {.mode = root.attribute("mode").value(),
          .step = root.attribute("step").value(),
          .language = root.attribute("language").value(),
          .text_percent = std::clamp(root.attribute("text_percent").as_int(100), 100, 200)};
}

}  // namespace onshi
