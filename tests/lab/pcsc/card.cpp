// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/pcsc/card.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <utility>

namespace onshi::lab {
namespace {

constexpr std::string_view kSelectApplication = "00A4040C0AD392F000260100000001";
constexpr std::string_view kReadToken = "00B0000020";
constexpr std::string_view kReadPresence = "00B0000003";
constexpr std::string_view kAskTries = "00200080";
constexpr std::string_view kDone = "9000";
constexpr std::string_view kNotFound = "6A82";
constexpr std::string_view kRefused = "6985";
constexpr std::string_view kUnknownInstruction = "6D00";

struct Kind {
  std::string_view contact_atr;
  std::string_view contactless_atr;
  std::string_view token;  // empty: the card has no such application
};

const std::map<std::string, Kind, std::less<>>& kinds() {
  static const std::map<std::string, Kind, std::less<>> table{
      {"mynumber",
       {"3BDA13FF8131FB468012392F31C173C601C03B", "3B888001000041E0B381A1003B", "JPKIAPICCTOKEN2"}},
      {"locked", {"3BDA13FF8131FB468012392F31C173C601C03B", "3B888001000041E0B381A1003B", "JPKIAPICCTOKEN2"}},
      {"juki", {"3BE000FF8131FE4514", "3B888001000041E0B381A1003B", "JPKIAPICCTOKEN"}},
      {"phone", {"3B80800101", "3B80800101", "JPKIAPGPSETOKEN"}},
      {"license", {"3BF59100FF918171FE4000420001B3A115", "3B888001000000009181C100D8", ""}},
      {"blank", {"3B00", "3B80800101", ""}},
      {"mute", {"", "", ""}},
  };
  return table;
}

std::string padded_hex(std::string_view token) {
  Bytes bytes(token.begin(), token.end());
  bytes.resize(32, ' ');
  return to_hex(bytes);
}

std::string tries_left(int tries) { return "63C" + std::to_string(tries % 10); }

}  // namespace

std::string to_hex(const Bytes& bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (auto byte : bytes) {
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

Bytes from_hex(std::string_view text) {
  Bytes bytes;
  for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
    bytes.push_back(static_cast<std::uint8_t>(std::stoul(std::string(text.substr(at, 2)), nullptr, 16)));
  }
  return bytes;
}

Card::Card(std::string file, std::string log, bool contactless)
    : file_(std::move(file)), log_(std::move(log)), contactless_(contactless) {}

bool Card::inserted() const { return std::filesystem::exists(file_); }

std::optional<Card::Settings> Card::settings() const {
  Settings found;
  std::ifstream in(file_);
  if (!(in >> found.kind >> found.authentication_tries >> found.signature_tries)) return std::nullopt;
  return found;
}

std::optional<Bytes> Card::answer_to_reset() {
  application_ = false;
  selected_ = Selected::nothing;
  const auto now = settings();
  if (!now) return std::nullopt;
  const auto& kind = kinds().at(now->kind);
  auto atr = from_hex(contactless_ ? kind.contactless_atr : kind.contact_atr);
  if (atr.empty()) return std::nullopt;
  return atr;
}

Bytes Card::answer(const Bytes& command) {
  const auto now = settings();
  if (!now) return {};
  return from_hex(respond(to_hex(command), *now));
}

std::string Card::respond(const std::string& command, const Settings& settings) {
  const auto before = std::exchange(selected_, Selected::nothing);
  const bool asks_pin = before == Selected::authentication_pin || before == Selected::signature_pin;
  std::string response;
  if (command == kSelectApplication) {
    response = select_application(settings);
  } else if (command == "00A4020C020006") {
    response = select_file(Selected::token);
  } else if (command == "00A4020C020008") {
    response = select_file(Selected::presence);
  } else if (command == "00A4020C020018") {
    response = select_file(Selected::authentication_pin);
  } else if (command == "00A4020C02001B") {
    response = select_file(Selected::signature_pin);
  } else if (command == kReadToken && before == Selected::token) {
    response = padded_hex(kinds().at(settings.kind).token) + std::string(kDone);
  } else if (command == kReadPresence && before == Selected::presence) {
    response = "8F8F00" + std::string(kDone);
  } else if (command == kAskTries && asks_pin) {
    response = tries_left(before == Selected::authentication_pin ? settings.authentication_tries
                                                                 : settings.signature_tries);
  }
  const bool allowed = !response.empty();
  if (!allowed) response = kRefused;
  write_log(command, response, allowed);
  return response;
}

std::string Card::select_application(const Settings& settings) {
  application_ = !kinds().at(settings.kind).token.empty();
  if (application_) return std::string(kDone);
  return std::string(settings.kind == "blank" ? kUnknownInstruction : kNotFound);
}

std::string Card::select_file(Selected file) {
  if (!application_) return std::string(kNotFound);
  selected_ = file;
  return std::string(kDone);
}

void Card::write_log(const std::string& command, const std::string& response, bool allowed) const {
  std::ofstream(log_, std::ios::app) << (allowed ? "allowed " : "REFUSED ") << command << " -> " << response
                                     << '\n';
}

}  // namespace onshi::lab
