// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/card_test.h"

#include <algorithm>
#include <array>

#include "probes/site/name_table.h"

namespace onshi {
namespace {

constexpr std::array<std::uint8_t, 15> kSelectApplication{0x00, 0xA4, 0x04, 0x0C, 0x0A, 0xD3, 0x92, 0xF0,
                                                          0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01};
constexpr std::array<std::uint8_t, 7> kSelectToken{0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, 0x06};
constexpr std::array<std::uint8_t, 5> kReadToken{0x00, 0xB0, 0x00, 0x00, 0x20};
constexpr std::array<std::uint8_t, 7> kSelectPin{0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, 0x18};
constexpr std::array<std::uint8_t, 4> kAskCounter{0x00, 0x20, 0x00, 0x80};

constexpr std::uint16_t kGood = 0x9000;
constexpr std::size_t kTokenLength = 32;
constexpr int kMostStarts = 3;

// File or function not found, wrong length or parameters, unknown instruction or class: other cards' ways to
// say that they do not know the application. The first is what reader.md §5 names.
constexpr std::array<std::uint16_t, 7> kForeign{0x6A82, 0x6A81, 0x6A86, 0x6700, 0x6999, 0x6D00, 0x6E00};

constexpr NameTable<CardKind, 7> kKinds{{{CardKind::my_number_card, "my_number_card"},
                                         {CardKind::resident_card, "resident_card"},
                                         {CardKind::android_phone, "android_phone"},
                                         {CardKind::iphone, "iphone"},
                                         {CardKind::other, "other_card"},
                                         {CardKind::foreign, "foreign_card"},
                                         {CardKind::unclear, "unclear_card"}}};
constexpr NameTable<PinCounter::State, 5> kStates{
    {{PinCounter::State::not_asked, "pin_not_asked"},
     {PinCounter::State::left, "pin_tries_left"},
     {PinCounter::State::locked, "pin_is_locked"},
     {PinCounter::State::verified_elsewhere, "pin_verified_elsewhere"},
     {PinCounter::State::not_given, "pin_not_given"}}};

struct Token {
  std::string_view name;
  CardKind kind;
};
constexpr std::array kTokens{
    Token{"JPKIAPICCTOKEN2", CardKind::my_number_card}, Token{"JPKIAPICCTOKEN", CardKind::resident_card},
    Token{"JPKIAPGPSETOKEN", CardKind::android_phone}, Token{"JPKIAPIOSTOKEN", CardKind::iphone}};

struct Reply {
  CardBytes data;
  std::uint16_t status = 0;
};

CardSeen<Reply> say(CardSession& session, std::span<const std::uint8_t> command, const Limit& limit) {
  auto bytes = session.transmit(command, limit);
  if (!bytes) return std::unexpected(bytes.error());
  if (bytes->size() < 2) return std::unexpected(CardTrouble{CardTrouble::What::failed});
  const std::size_t length = bytes->size() - 2;
  Reply reply{.data = {},
              .status = static_cast<std::uint16_t>((*bytes)[length] << 8U | (*bytes)[length + 1])};
  bytes->resize(length);
  reply.data = std::move(*bytes);
  return reply;
}

/// Selects a file and, if it is there, uses it; otherwise the reply to the SELECT.
CardSeen<Reply> select_and_say(CardSession& session, std::span<const std::uint8_t> select,
                               std::span<const std::uint8_t> command, const Limit& limit) {
  auto selected = say(session, select, limit);
  if (!selected || selected->status != kGood) return selected;
  return say(session, command, limit);
}

/// Printable ASCII without the padding; anything else becomes a question mark.
std::string token_name(const CardBytes& data) {
  std::string name;
  for (std::uint8_t byte : data) {
    if (byte == 0) break;
    name += byte >= 0x20 && byte < 0x7F ? static_cast<char>(byte) : '?';
  }
  while (name.ends_with(' ')) name.pop_back();
  return name;
}

CardKind kind_of(std::string_view token) {
  auto found = std::ranges::find(kTokens, token, &Token::name);
  return found == kTokens.end() ? CardKind::other : found->kind;
}

void judge_token(const Reply& reply, CardReport& report) {
  report.status = reply.status;
  if (reply.status != kGood || reply.data.size() != kTokenLength) return;
  report.token = token_name(reply.data);
  report.kind = kind_of(report.token);
}

PinCounter counter_of(const Reply& reply) {
  using enum PinCounter::State;
  const int left_over = reply.status & 0x0F;
  if ((reply.status & 0xFFF0) == 0x63C0) return {left_over == 0 ? locked : left, left_over, reply.status};
  if (reply.status == 0x6983 || reply.status == 0x6984) return {locked, 0, reply.status};
  return {reply.status == kGood ? verified_elsewhere : not_given, 0, reply.status};
}

CardSeen<CardReport> converse(CardSession& session, const Limit& limit) {
  CardReport report;
  auto application = say(session, kSelectApplication, limit);
  if (!application) return std::unexpected(application.error());
  report.status = application->status;
  if (application->status != kGood) {
    const bool foreign = std::ranges::find(kForeign, application->status) != kForeign.end();
    report.kind = foreign ? CardKind::foreign : CardKind::unclear;
    return report;
  }
  auto token = select_and_say(session, kSelectToken, kReadToken, limit);
  if (!token) return std::unexpected(token.error());
  judge_token(*token, report);
  if (report.kind == CardKind::unclear) return report;
  auto counter = select_and_say(session, kSelectPin, kAskCounter, limit);
  if (!counter) return std::unexpected(counter.error());
  report.pin = counter_of(*counter);
  return report;
}

CardSeen<CardReport> open_and_converse(Cards& cards, const std::string& reader, const Limit& limit) {
  auto session = cards.open(reader, limit);
  if (!session) return std::unexpected(session.error());
  return converse(**session, limit);
}

}  // namespace

CardSeen<CardReport> test_card(Cards& cards, const ReaderState& reader, const Limit& limit) {
  CardSeen<CardReport> report = std::unexpected(CardTrouble{CardTrouble::What::card_reset});
  for (int start = 0; start < kMostStarts && !limit.over(); ++start) {
    report = open_and_converse(cards, reader.name, limit);
    if (report || report.error().what != CardTrouble::What::card_reset) break;
  }
  if (report) {
    report->reader = reader.name;
    report->atr = reader.atr;
  }
  return report;
}

std::string_view name_of(CardKind kind) { return name_in(kKinds, kind); }

std::string_view name_of(PinCounter::State state) { return name_in(kStates, state); }

}  // namespace onshi
