// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/cards.h"

#include "probes/world/gated_session.h"

namespace onshi {
namespace {

/// What was asked for, and the status word. All that may be read are the five-byte READ BINARY of the gate.
std::size_t most_answered(std::span<const std::uint8_t> command) {
  constexpr std::size_t read_length = 5;
  return 2 + (command.size() == read_length ? command.back() : 0U);
}

}  // namespace

CardSeen<std::unique_ptr<CardSession>> Cards::open(const std::string& reader, const Limit& limit) {
  auto session = do_open(reader, limit);
  if (!session) return session;
  return std::make_unique<GatedSession>(std::move(*session));
}

CardSeen<CardBytes> GatedSession::transmit(std::span<const std::uint8_t> command, const Limit& limit) {
  if (!gate_.admit(command)) return std::unexpected(CardTrouble{CardTrouble::What::not_allowed});
  auto response = behind_->transmit(command, limit);
  if (response && response->size() > most_answered(command)) {
    response = std::unexpected(CardTrouble{CardTrouble::What::failed});
  }
  if (response) {
    gate_.answered(*response);
  } else {
    gate_.restart();
  }
  return response;
}

std::string_view name_of(CardTrouble::What what) {
  using enum CardTrouble::What;
  switch (what) {
    case service_missing:
      return "service_missing";
    case refused:
      return "refused";
    case no_readers:
      return "no_readers";
    case reader_gone:
      return "reader_gone";
    case sharing_violation:
      return "sharing_violation";
    case no_card:
      return "no_card";
    case mute_card:
      return "mute_card";
    case card_reset:
      return "card_reset";
    case not_allowed:
      return "not_allowed";
    case timeout:
      return "timeout";
    case cancelled:
      return "cancelled";
    case failed:
      break;
  }
  return "failed";
}

}  // namespace onshi
