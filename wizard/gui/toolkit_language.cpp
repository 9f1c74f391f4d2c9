// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/toolkit_language.h"

#include <memory>
#include <string>

#include <wx/translation.h>

namespace onshi::gui {

void set_toolkit_language(Language language) {
  auto translations = std::make_unique<wxTranslations>();
  translations->SetLanguage(std::string(name_of(language)));
  translations->AddStdCatalog();
  wxTranslations::Set(translations.release());
}

}  // namespace onshi::gui
