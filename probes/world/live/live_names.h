// SPDX-License-Identifier: GPL-3.0-or-later
// Name questions on the wire. Holds nothing; thread-safe.
#pragma once

#include "probes/world/names.h"

namespace onshi {

class LiveNames : public Names {
 public:
  NameAnswer ask(const NameQuestion& question, const Limit& limit) override;
};

}  // namespace onshi
