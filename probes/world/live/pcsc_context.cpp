// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/pcsc_context.h"

#include "probes/world/hexadecimal.h"

namespace onshi {
namespace {

constexpr const char* list_of_readers = R"(\\?PnP?\Notification)";

ReaderState state_of(const PcscReader& reader) {
  ReaderState state;
  state.name = reader.name;
  state.raw = reader.now & pcsc::state_bits & ~pcsc::state_changed;
  state.card_present = (reader.now & pcsc::state_present) != 0;
  state.mute = (reader.now & pcsc::state_mute) != 0;
  state.in_use = (reader.now & pcsc::state_in_use) != 0;
  state.exclusive = (reader.now & pcsc::state_exclusive) != 0;
  if (state.card_present) state.atr = to_hexadecimal(reader.atr);
  return state;
}

}  // namespace

std::expected<std::shared_ptr<PcscContext>, PcscCode> PcscContext::establish(std::shared_ptr<PcscApi> api) {
  PcscHandle handle = 0;
  PcscCode code = api->establish(handle);
  if (code != pcsc::success) return std::unexpected(code);
  return std::make_shared<PcscContext>(std::move(api), handle);
}

std::expected<std::vector<ReaderState>, PcscCode> PcscContext::readers_named(
    const std::vector<std::string>& names) {
  std::vector<PcscReader> asked;
  asked.reserve(names.size());
  for (const std::string& name : names) asked.push_back({name});
  PcscCode code = api_->wait(handle_, asked, 0);
  if (code != pcsc::success && code != pcsc::timeout) return std::unexpected(code);
  std::vector<ReaderState> states;
  for (const PcscReader& reader : asked) {
    states.push_back(state_of(reader));
    last_states_[reader.name] = reader.now & ~pcsc::state_changed;
  }
  return states;
}

/// Listed once more when one went between the two questions.
std::expected<std::vector<ReaderState>, PcscCode> PcscContext::readers() {
  std::expected<std::vector<ReaderState>, PcscCode> states;
  for (int attempt = 0; attempt < 2; ++attempt) {
    std::vector<std::string> names;
    PcscCode code = api_->list(handle_, names);
    if (code == pcsc::no_readers_available || (code == pcsc::success && names.empty())) {
      return std::vector<ReaderState>{};
    }
    if (code != pcsc::success) return std::unexpected(code);
    states = readers_named(names);
    if (states || states.error() != pcsc::unknown_reader) break;
  }
  return states;
}

PcscCode PcscContext::wait_for_event(const std::vector<ReaderState>& readers, std::uint32_t milliseconds) {
  std::vector<PcscReader> asked;
  asked.reserve(readers.size() + 1);
  for (const ReaderState& reader : readers) asked.push_back({reader.name, last_states_[reader.name]});
  asked.push_back({list_of_readers, static_cast<std::uint32_t>(readers.size()) << 16U});
  return api_->wait(handle_, asked, milliseconds);
}

}  // namespace onshi
