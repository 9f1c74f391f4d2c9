// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/winscard_api.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <winscard.h>

#include "probes/world/live/card_service_door.h"
#include "probes/world/live/pcsc_codes.h"

namespace onshi {
namespace {

constexpr std::size_t longest_response = 65538;

// Handles and lengths have other types on every system (reader.md §4, 13).
PcscCode code_of(LONG code) { return static_cast<PcscCode>(static_cast<std::uint32_t>(code)); }
SCARDCONTEXT context_of(PcscHandle handle) { return static_cast<SCARDCONTEXT>(handle); }
SCARDHANDLE card_of(PcscHandle handle) { return static_cast<SCARDHANDLE>(handle); }

SCARD_READERSTATE state_of(const PcscReader& reader) {
  SCARD_READERSTATE state{};
  state.szReader = reader.name.c_str();
  state.dwCurrentState = reader.known;
  return state;
}

void take_state(PcscReader& reader, const SCARD_READERSTATE& state) {
  reader.now = static_cast<std::uint32_t>(state.dwEventState);
  auto length = std::min<std::size_t>(state.cbAtr, sizeof state.rgbAtr);
  reader.atr.assign(std::begin(state.rgbAtr), std::begin(state.rgbAtr) + length);
}

class WinscardApi : public PcscApi {
 public:
  PcscCode establish(PcscHandle& context) override {
    SCARDCONTEXT made{};
    LONG code = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &made);
    context = static_cast<PcscHandle>(made);
    const PcscCode said = code_of(code);
    return said == pcsc::no_service && card_service_shut() ? pcsc::security_violation : said;
  }
  void release(PcscHandle context) override { SCardReleaseContext(context_of(context)); }
  PcscCode list(PcscHandle context, std::vector<std::string>& readers) override;
  PcscCode wait(PcscHandle context, std::vector<PcscReader>& readers, std::uint32_t milliseconds) override;
  void cancel(PcscHandle context) override { SCardCancel(context_of(context)); }
  PcscCode connect_shared(PcscHandle context, const std::string& reader, PcscHandle& card,
                          std::uint32_t& protocol) override;
  PcscCode reconnect_shared(PcscHandle card, std::uint32_t& protocol) override;
  PcscCode begin_transaction(PcscHandle card) override {
    return code_of(SCardBeginTransaction(card_of(card)));
  }
  void end_transaction(PcscHandle card) override { SCardEndTransaction(card_of(card), SCARD_LEAVE_CARD); }
  void disconnect(PcscHandle card) override { SCardDisconnect(card_of(card), SCARD_LEAVE_CARD); }
  PcscCode transmit(PcscHandle card, std::uint32_t protocol, std::span<const std::uint8_t> command,
                    CardBytes& response) override;
};

PcscCode WinscardApi::list(PcscHandle context, std::vector<std::string>& readers) {
  DWORD length = 0;
  LONG code = SCardListReaders(context_of(context), nullptr, nullptr, &length);
  if (code != SCARD_S_SUCCESS) return code_of(code);
  std::string names(length, '\0');
  code = SCardListReaders(context_of(context), nullptr, names.data(), &length);
  if (code == SCARD_S_SUCCESS) readers = names_in_multi_string(std::string_view(names).substr(0, length));
  return code_of(code);
}

PcscCode WinscardApi::wait(PcscHandle context, std::vector<PcscReader>& readers, std::uint32_t milliseconds) {
  std::vector<SCARD_READERSTATE> states;
  states.reserve(readers.size());
  for (const PcscReader& reader : readers) states.push_back(state_of(reader));
  LONG code = SCardGetStatusChange(context_of(context), milliseconds, states.data(),
                                   static_cast<DWORD>(states.size()));
  for (std::size_t i = 0; i < readers.size(); ++i) take_state(readers[i], states[i]);
  return code_of(code);
}

PcscCode WinscardApi::connect_shared(PcscHandle context, const std::string& reader, PcscHandle& card,
                                     std::uint32_t& protocol) {
  SCARDHANDLE made{};
  DWORD chosen = 0;
  LONG code = SCardConnect(context_of(context), reader.c_str(), SCARD_SHARE_SHARED,
                           SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &made, &chosen);
  card = static_cast<PcscHandle>(made);
  protocol = static_cast<std::uint32_t>(chosen);
  return code_of(code);
}

PcscCode WinscardApi::reconnect_shared(PcscHandle card, std::uint32_t& protocol) {
  DWORD chosen = 0;
  LONG code = SCardReconnect(card_of(card), SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1,
                             SCARD_LEAVE_CARD, &chosen);
  protocol = static_cast<std::uint32_t>(chosen);
  return code_of(code);
}

PcscCode WinscardApi::transmit(PcscHandle card, std::uint32_t protocol, std::span<const std::uint8_t> command,
                               CardBytes& response) {
  const SCARD_IO_REQUEST* frame = protocol == SCARD_PROTOCOL_T1 ? SCARD_PCI_T1 : SCARD_PCI_T0;
  response.resize(longest_response);
  auto length = static_cast<DWORD>(response.size());
  LONG code = SCardTransmit(card_of(card), frame, command.data(), static_cast<DWORD>(command.size()), nullptr,
                            response.data(), &length);
  response.resize(code == SCARD_S_SUCCESS ? static_cast<std::size_t>(length) : 0);
  return code_of(code);
}

}  // namespace

std::vector<std::string> names_in_multi_string(std::string_view bytes) {
  std::vector<std::string> names;
  while (!bytes.empty() && bytes.front() != '\0') {
    std::string_view name = bytes.substr(0, bytes.find('\0'));
    names.emplace_back(name);
    bytes.remove_prefix(std::min(bytes.size(), name.size() + 1));
  }
  return names;
}

std::shared_ptr<PcscApi> winscard_api() { return std::make_shared<WinscardApi>(); }

}  // namespace onshi
