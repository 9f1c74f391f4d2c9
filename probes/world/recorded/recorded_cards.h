// SPDX-License-Identifier: GPL-3.0-or-later
// Readers and cards of a recorded world. Nothing ever changes, so waiting for a change lasts until its limit
// unless the caller knows something else. Reads the shared observations only; thread-safe.
#pragma once

#include <memory>

#include "probes/world/recorded/observations.h"

namespace onshi {

class RecordedCards : public Cards {
 public:
  explicit RecordedCards(std::shared_ptr<const Observations> seen) : seen_(std::move(seen)) {}

  CardSeen<std::vector<ReaderState>> readers(const Limit& limit) override;
  CardSeen<std::vector<ReaderState>> wait_for_change(const std::vector<ReaderState>& known,
                                                     const Limit& limit) override;

 protected:
  CardSeen<std::unique_ptr<CardSession>> do_open(const std::string& reader, const Limit& limit) override;

 private:
  [[nodiscard]] CardTrouble why_not(const std::string& reader) const;
  std::shared_ptr<const Observations> seen_;
};

}  // namespace onshi
