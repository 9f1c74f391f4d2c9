// SPDX-License-Identifier: GPL-3.0-or-later
// The few PC/SC functions that we use, with plain types, so that a test can put a service with faults in
// their place (reader.md §7). Codes are the service's, as 32 bits (reader.md §4, 13). Thread-safe as PC/SC
// itself: one context or card is used by one thread at a time, except for `cancel`.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "probes/world/cards.h"

namespace onshi {

using PcscHandle = std::intptr_t;
using PcscCode = std::uint32_t;

struct PcscReader {
  std::string name{};
  std::uint32_t known = 0;  // dwCurrentState
  std::uint32_t now = 0;    // dwEventState
  CardBytes atr{};
};

class PcscApi {
 public:
  virtual ~PcscApi() = default;
  virtual PcscCode establish(PcscHandle& context) = 0;
  virtual void release(PcscHandle context) = 0;
  virtual PcscCode list(PcscHandle context, std::vector<std::string>& readers) = 0;
  virtual PcscCode wait(PcscHandle context, std::vector<PcscReader>& readers, std::uint32_t milliseconds) = 0;
  virtual void cancel(PcscHandle context) = 0;
  virtual PcscCode connect_shared(PcscHandle context, const std::string& reader, PcscHandle& card,
                                  std::uint32_t& protocol) = 0;
  virtual PcscCode reconnect_shared(PcscHandle card, std::uint32_t& protocol) = 0;
  virtual PcscCode begin_transaction(PcscHandle card) = 0;
  virtual void end_transaction(PcscHandle card) = 0;
  virtual void disconnect(PcscHandle card) = 0;  // leaves the card as it is
  virtual PcscCode transmit(PcscHandle card, std::uint32_t protocol, std::span<const std::uint8_t> command,
                            CardBytes& response) = 0;
};

/// The names in a multi-string of that many bytes, ended or not.
std::vector<std::string> names_in_multi_string(std::string_view bytes);

}  // namespace onshi
