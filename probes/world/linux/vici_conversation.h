// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to charon's socket. It can ask three questions and nothing else: charon is never told to do
// anything. Every answer is bounded in time and size. One thread at a time.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "probes/world/limit.h"
#include "probes/world/linux/descriptor.h"
#include "probes/world/live/vici_message.h"
#include "probes/world/seen.h"

namespace onshi {

class ViciConversation {
 public:
  /// `not_here` when there is no such socket, `refused` when we may not use it.
  static Seen<ViciConversation> open(const std::string& socket, const Limit& limit);

  /// The events "list-conn".
  Seen<std::vector<ViciSection>> connections(const Limit& limit);
  /// The events "list-sa". What charon has in hand at this moment is left out: waiting for it might take
  /// long.
  Seen<std::vector<ViciSection>> conversations(const Limit& limit);
  /// `not_supported` where charon counts nothing.
  Seen<ViciSection> counters(const Limit& limit);

 private:
  using Values = std::map<std::string, std::string>;
  explicit ViciConversation(Descriptor socket) : socket_(std::move(socket)) {}
  /// A command whose answer comes as events.
  Seen<std::vector<ViciSection>> ask_for(const std::string& event, const std::string& command,
                                         const Values& values, const Limit& limit);
  Seen<void> send(const std::string& bytes, const Limit& limit);
  Seen<std::string> receive(std::size_t count, const Limit& limit);
  Seen<ViciPacket> next_packet(const Limit& limit);
  struct Wanted {
    ViciKind kind;
    std::string event;
    std::vector<ViciSection>* events;  // where those that come before the answer go
  };
  Seen<ViciSection> exchange(const std::string& question, const Wanted& wanted, const Limit& limit);
  Seen<ViciSection> answer(const Wanted& wanted, const Limit& limit);
  Descriptor socket_;
  std::size_t heard_ = 0;  // bytes of the answer being read
};

}  // namespace onshi
