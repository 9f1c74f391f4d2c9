// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the toolkit's own dialogs (wxstd), whatever the system's locale is. Window thread only.
#pragma once

#include "wizard/words/language.h"

namespace onshi::gui {

void set_toolkit_language(Language language);

}  // namespace onshi::gui
