// SPDX-License-Identifier: GPL-3.0-or-later
// Name questions on the wire: asked again when a datagram was lost, without EDNS for a server that cannot
// bear it or that said nothing (`error` says "EDNS" when it then answers), by TCP when the answer was cut.
// Thread-safe.
#pragma once

#include <functional>

#include "probes/world/live/name_exchange.h"

namespace onshi {

class LiveNames : public Names {
 public:
  using Exchange = std::function<NameAnswer(const NameQuestion&, const Limit&)>;
  /// `exchange` asks once; it must be thread-safe.
  explicit LiveNames(Exchange exchange) : exchange_(std::move(exchange)) {}
  NameAnswer ask(const NameQuestion& question, const Limit& limit) override;

 private:
  [[nodiscard]] NameAnswer ask_repeatedly(const NameQuestion& question, const Limit& limit) const;
  [[nodiscard]] NameAnswer ask_in_turns(NameQuestion question, const Limit& limit) const;
  [[nodiscard]] NameAnswer with_edns_after_all(NameAnswer cut, NameQuestion question,
                                               const Limit& limit) const;
  [[nodiscard]] NameAnswer whole_of(NameAnswer cut, NameQuestion question, const Limit& limit) const;

  Exchange exchange_;
};

}  // namespace onshi
