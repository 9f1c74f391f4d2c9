// SPDX-License-Identifier: GPL-3.0-or-later
// xml_seeds FOLDER: a site and a record, as the program itself writes them.
#include <filesystem>
#include <fstream>

#include "probes/world/recorded/observations_file.h"
#include "tests/unit/connectivity/ladder.h"
#include "wizard/store/site_xml.h"

using namespace onshi;

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::filesystem::path folder = std::filesystem::path(arguments[1]) / "edited_xml";
  std::filesystem::create_directories(folder);
  Site site;
  site.institution.code = "0110113719";
  site.institution.name = "架空医院";
  std::ofstream(folder / "s_site") << "s" + site_xml(site);
  std::ofstream(folder / "w_record") << "w" + observations_text(test::healthy_service().seen);
}
