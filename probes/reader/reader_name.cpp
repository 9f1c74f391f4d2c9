// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/reader_name.h"

#include <regex>

namespace onshi {

std::string without_index(std::string_view reader) {
  static const std::regex index("( [0-9A-F]{2} [0-9A-F]{2}| [0-9]{1,2})$");
  return std::regex_replace(std::string(reader), index, "");
}

std::string model_of(std::string_view name_without_index) {
  static const std::regex interface_and_serial("( \\[[^\\]]*\\])?( \\([^)]*\\))?$");
  return std::regex_replace(std::string(name_without_index), interface_and_serial, "",
                            std::regex_constants::format_first_only);
}

}  // namespace onshi
