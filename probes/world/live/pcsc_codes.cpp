// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/pcsc_codes.h"

namespace onshi::pcsc {
namespace {

CardTrouble::What meaning_of(std::uint32_t code) {
  using enum CardTrouble::What;
  switch (code) {
    case no_service:
    case service_stopped:
    case invalid_handle:
    case comm_error:
      return service_missing;
    case security_violation:
      return refused;
    case no_readers_available:
      return no_readers;
    case unknown_reader:
    case reader_unavailable:
      return reader_gone;
    case pcsc::sharing_violation:
      return CardTrouble::What::sharing_violation;
    case no_smartcard:
    case removed_card:
      return no_card;
    case unresponsive_card:
    case unpowered_card:
    case comm_data_lost:
    case not_transacted:
      return mute_card;
    case reset_card:
      return card_reset;
    case pcsc::timeout:
      return CardTrouble::What::timeout;
    case pcsc::cancelled:
      return CardTrouble::What::cancelled;
    default:
      return failed;
  }
}

}  // namespace

bool context_died(std::uint32_t code) {
  return code == no_service || code == service_stopped || code == invalid_handle || code == comm_error;
}

bool ends_a_wait(std::uint32_t code) {
  return code == success || code == timeout || code == cancelled || code == unknown_reader ||
         code == reader_unavailable;
}

CardTrouble trouble_of(std::uint32_t code) { return {meaning_of(code), code}; }

}  // namespace onshi::pcsc
