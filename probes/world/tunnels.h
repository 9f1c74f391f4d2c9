// SPDX-License-Identifier: GPL-3.0-or-later
// The IPsec tunnels that a program on this terminal keeps, as that program tells them: its connections, what
// stands, and how often it tried. Only asked, never told to do anything; asking sends no packet. Every text
// is the program's own word, readable and short. Called from check threads; thread-safe.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "probes/world/limit.h"
#include "probes/world/seen.h"

namespace onshi {

/// A pair of keys for packets, inside an IKE_SA.
struct TunnelChild {
  std::string state{};                  // "INSTALLED"
  std::vector<std::string> networks{};  // that lie behind it: "10.20.0.0/16"
  bool operator==(const TunnelChild&) const = default;
};

/// A conversation with a gateway, whatever became of it.
struct IkeSa {
  std::string connection{};
  std::string id{};     // the program's number for it
  std::string state{};  // "ESTABLISHED", "CONNECTING"
  std::string remote{};
  bool answered = false;  // the gateway has said something in it
  std::chrono::milliseconds seen_for{0};
  std::vector<TunnelChild> children{};
  bool operator==(const IkeSa&) const = default;
};

/// How many messages of IKEv2 went out and came in, retransmissions not counted.
struct IkeMessages {
  std::uint64_t init_sent = 0;
  std::uint64_t init_answered = 0;
  std::uint64_t auth_sent = 0;
  std::uint64_t auth_answered = 0;
  std::uint64_t informational = 0;  // any way: keeping alive, closing, complaining
  bool operator==(const IkeMessages&) const = default;
};

struct TunnelConnection {
  std::string name{};
  std::string version{};                // "IKEv2"
  std::vector<std::string> gateways{};  // addresses or names
  std::vector<std::string> networks{};  // wanted behind the tunnel
  IkeMessages since_start{};            // of the program
  IkeMessages while_watched{};
  bool operator==(const TunnelConnection&) const = default;
};

struct TunnelView {
  bool counted = false;  // the messages could be had
  std::vector<IkeSa> conversations{};
  std::vector<TunnelConnection> connections{};
  bool operator==(const TunnelView&) const = default;
};

/// Whether packets can pass it, also while its keys are being renewed.
bool carries_packets(const TunnelChild& child);
/// Whether both ends have recognised each other.
bool is_established(const IkeSa& conversation);

class Tunnels {
 public:
  using Enough = std::function<bool(const TunnelView&)>;
  virtual ~Tunnels() = default;
  /// Looks until what it sees is `enough` or `patience` is over, then says what it saw last. `not_here` where
  /// no such program is. The messages are counted at the end alone.
  virtual Seen<TunnelView> watch(const Enough& enough, std::chrono::milliseconds patience,
                                 const Limit& limit) = 0;
};

}  // namespace onshi
