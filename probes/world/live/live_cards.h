// SPDX-License-Identifier: GPL-3.0-or-later
// Readers and cards through PC/SC (reader.md §4). Every call has a context of its own, so that a service that
// died and came back is simply asked again. Thread-safe.
#pragma once

#include <chrono>
#include <memory>

#include "probes/world/live/pcsc_api.h"

namespace onshi {

/// How often the service is asked while nothing changes: never more than twice a second.
struct CardPace {
  /// A reader that came between two calls gives no event (reader.md §4, 1), so they are listed again.
  std::chrono::milliseconds list_again_after{500};
  /// After an event that changed nothing, before the next look.
  std::chrono::milliseconds rest{500};
  std::chrono::milliseconds try_again_after{500};  // while the service is away
};

class LiveCards : public Cards {
 public:
  explicit LiveCards(std::shared_ptr<PcscApi> api, CardPace pace = {}) : api_(std::move(api)), pace_(pace) {}

  CardSeen<std::vector<ReaderState>> readers(const Limit& limit) override;
  CardSeen<std::vector<ReaderState>> wait_for_change(const std::vector<ReaderState>& known,
                                                     const Limit& limit) override;

 protected:
  CardSeen<std::unique_ptr<CardSession>> do_open(const std::string& reader, const Limit& limit) override;

 private:
  std::shared_ptr<PcscApi> api_;
  CardPace pace_;
};

}  // namespace onshi
