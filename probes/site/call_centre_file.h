// SPDX-License-Identifier: GPL-3.0-or-later
// The profile's <call_centre>, read strictly. Pure function, any thread.
#pragma once

#include "probes/site/call_centre.h"
#include "probes/site/xml_element.h"

namespace onshi {

/// A fault is kept in `reading`.
CallCentre read_call_centre(XmlReading& reading, pugi::xml_node node);

}  // namespace onshi
