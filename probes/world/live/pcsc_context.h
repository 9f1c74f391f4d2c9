// SPDX-License-Identifier: GPL-3.0-or-later
// One PC/SC context and what is asked of it. Blocks as PC/SC blocks: called on threads of bounded_call.h
// only.
#pragma once

#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "probes/world/live/pcsc_api.h"
#include "probes/world/live/pcsc_codes.h"

namespace onshi {

class PcscContext {
 public:
  static std::expected<std::shared_ptr<PcscContext>, PcscCode> establish(std::shared_ptr<PcscApi> api);
  /// Of a handle that `api` established, and which this releases.
  PcscContext(std::shared_ptr<PcscApi> api, PcscHandle handle) : api_(std::move(api)), handle_(handle) {}
  PcscContext(const PcscContext&) = delete;
  PcscContext& operator=(const PcscContext&) = delete;
  ~PcscContext() { api_->release(handle_); }

  [[nodiscard]] PcscApi& api() const { return *api_; }
  [[nodiscard]] PcscHandle handle() const { return handle_; }

  /// All readers as they are now; an empty list when there is none, which is no trouble.
  std::expected<std::vector<ReaderState>, PcscCode> readers();

  /// Waits for an event of these readers, of the list of readers, or for that time.
  PcscCode wait_for_event(const std::vector<ReaderState>& readers, std::uint32_t milliseconds);

 private:
  std::expected<std::vector<ReaderState>, PcscCode> readers_named(const std::vector<std::string>& names);

  std::shared_ptr<PcscApi> api_;
  PcscHandle handle_;
  std::map<std::string, std::uint32_t>
      last_states_;  // by reader, with the service's counter (reader.md §4, 3)
};

/// Establishes a context and uses it; once more from the beginning when the context died (reader.md §4, 4).
template <typename Value>
CardSeen<Value> with_context(
    const std::shared_ptr<PcscApi>& api,
    const std::function<std::expected<Value, PcscCode>(std::shared_ptr<PcscContext>)>& use) {
  PcscCode code = pcsc::no_service;
  for (int attempt = 0; attempt < 2 && pcsc::context_died(code); ++attempt) {
    auto context = PcscContext::establish(api);
    auto value = context ? use(*context) : std::unexpected(context.error());
    if (value) return std::move(*value);
    code = value.error();
  }
  return std::unexpected(pcsc::trouble_of(code));
}

}  // namespace onshi
