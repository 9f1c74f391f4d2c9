// SPDX-License-Identifier: GPL-3.0-or-later
// A small PC/SC client for the lab's own use: switch waits with it until a change is visible to programs, the
// self-test asks the card with it. It shares no code with the product, so it can contradict it.
//   card_probe service                       exit 0 when the PC/SC service answers
//   card_probe readers                       one line a reader: name, tab, state; exit 1 and a line when
//   there are none card_probe wait TEXT STATE MILLISECONDS  until the reader whose name contains TEXT is
//   empty|present|mute|gone card_probe send TEXT HEX...              each command to the card, each answer on
//   a line
//   card_probe hold TEXT                     keeps the card for itself, says so, and never ends by itself
#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>
#include <winscard.h>

#include "tests/lab/pcsc/card.h"

namespace {

using Clock = std::chrono::steady_clock;
using onshi::lab::Bytes;

struct Context {
  SCARDCONTEXT handle = 0;
  LONG result = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &handle);
  Context() = default;
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context() {
    if (result == SCARD_S_SUCCESS) SCardReleaseContext(handle);
  }
};

std::vector<std::string> reader_names(const Context& context) {
  DWORD length = 0;
  if (SCardListReaders(context.handle, nullptr, nullptr, &length) != SCARD_S_SUCCESS) return {};
  std::string list(length, '\0');
  if (SCardListReaders(context.handle, nullptr, list.data(), &length) != SCARD_S_SUCCESS) return {};
  std::vector<std::string> names;
  for (const char* at = list.c_str(); *at != '\0'; at += std::strlen(at) + 1) names.emplace_back(at);
  return names;
}

std::string state_of(const Context& context, const std::string& name) {
  SCARD_READERSTATE state{};
  state.szReader = name.c_str();
  if (SCardGetStatusChange(context.handle, 0, &state, 1) != SCARD_S_SUCCESS) return "gone";
  if ((state.dwEventState & SCARD_STATE_MUTE) != 0) return "mute";
  if ((state.dwEventState & SCARD_STATE_PRESENT) != 0) return "present";
  return (state.dwEventState & SCARD_STATE_EMPTY) != 0 ? "empty" : "gone";
}

std::string find(const Context& context, const std::string& text) {
  for (const auto& name : reader_names(context)) {
    if (name.find(text) != std::string::npos) return name;
  }
  return "";
}

int list_readers() {
  const Context context;
  const auto names = reader_names(context);
  for (const auto& name : names) std::printf("%s\t%s\n", name.c_str(), state_of(context, name).c_str());
  if (!names.empty()) return 0;
  std::puts(context.result == SCARD_S_SUCCESS ? "no readers" : pcsc_stringify_error(context.result));
  return 1;
}

int wait_for(const std::string& text, const std::string& wanted, int milliseconds) {
  const auto end = Clock::now() + std::chrono::milliseconds(milliseconds);
  do {
    const Context context;
    const auto name = find(context, text);
    const std::string state = name.empty() ? "gone" : state_of(context, name);
    if (state == wanted || (wanted == "plugged" && state != "gone")) return 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  } while (Clock::now() < end);
  std::fprintf(stderr, "card_probe: no reader \"%s\" was %s within %d ms\n", text.c_str(), wanted.c_str(),
               milliseconds);
  return 1;
}

int send_commands(const std::string& text, const std::vector<std::string>& commands) {
  const Context context;
  const auto name = find(context, text);
  SCARDHANDLE card = 0;
  DWORD protocol = 0;
  auto result = SCardConnect(context.handle, name.c_str(), SCARD_SHARE_SHARED,
                             SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &card, &protocol);
  for (const auto& command : commands) {
    if (result != SCARD_S_SUCCESS) break;
    const auto bytes = onshi::lab::from_hex(command);
    Bytes answer(300);
    DWORD length = answer.size();
    result = SCardTransmit(card, protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1, bytes.data(),
                           bytes.size(), nullptr, answer.data(), &length);
    answer.resize(length);
    if (result == SCARD_S_SUCCESS) std::puts(onshi::lab::to_hex(answer).c_str());
  }
  if (card != 0) SCardDisconnect(card, SCARD_LEAVE_CARD);
  if (result != SCARD_S_SUCCESS) std::puts(pcsc_stringify_error(result));
  return result == SCARD_S_SUCCESS ? 0 : 1;
}

int hold_card(const std::string& text) {
  const Context context;
  SCARDHANDLE card = 0;
  DWORD protocol = 0;
  const auto result = SCardConnect(context.handle, find(context, text).c_str(), SCARD_SHARE_EXCLUSIVE,
                                   SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &card, &protocol);
  std::puts(result == SCARD_S_SUCCESS ? "held" : pcsc_stringify_error(result));
  std::fflush(stdout);
  while (result == SCARD_S_SUCCESS) pause();
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  if (words.size() == 1 && words[0] == "service") return Context().result == SCARD_S_SUCCESS ? 0 : 1;
  if (words.size() == 1 && words[0] == "readers") return list_readers();
  if (words.size() == 2 && words[0] == "hold") return hold_card(words[1]);
  if (words.size() == 4 && words[0] == "wait") return wait_for(words[1], words[2], std::stoi(words[3]));
  if (words.size() > 2 && words[0] == "send")
    return send_commands(words[1], {words.begin() + 2, words.end()});
  std::fputs(
      "usage: card_probe service | readers | wait TEXT STATE MILLISECONDS | send TEXT HEX... | hold TEXT\n",
      stderr);
  return 2;
}
