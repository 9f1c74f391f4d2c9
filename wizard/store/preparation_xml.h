// SPDX-License-Identifier: GPL-3.0-or-later
// <preparation>, which site.xml and a person's answers have alike: case, form, days and papers. Reading is
// strict. Pure functions, any thread.
#pragma once

#include <pugixml.hpp>

#include "probes/site/preparation.h"
#include "wizard/store/strict_xml.h"

namespace onshi {

/// A fault is kept in `xml`.
Preparation read_preparation(StrictXml& xml, const pugi::xml_node& node);

/// Nothing is written of a preparation in which nothing was said.
void write_preparation(pugi::xml_node& root, const Preparation& preparation);

}  // namespace onshi
