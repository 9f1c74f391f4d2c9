// SPDX-License-Identifier: GPL-3.0-or-later
// Readers and cards through PC/SC (reader.md §4). Every call has a context of its own, so that a service that
// died and came back is simply asked again. Thread-safe.
#pragma once

#include <memory>

#include "probes/world/live/pcsc_api.h"

namespace onshi {

class LiveCards : public Cards {
 public:
  explicit LiveCards(std::shared_ptr<PcscApi> api) : api_(std::move(api)) {}

  CardSeen<std::vector<ReaderState>> readers(const Limit& limit) override;
  CardSeen<std::vector<ReaderState>> wait_for_change(const std::vector<ReaderState>& known,
                                                     const Limit& limit) override;

 protected:
  CardSeen<std::unique_ptr<CardSession>> do_open(const std::string& reader, const Limit& limit) override;

 private:
  std::shared_ptr<PcscApi> api_;
};

}  // namespace onshi
