// SPDX-License-Identifier: GPL-3.0-or-later
// Name questions to one server at a time, so that each resolver answers for itself (line.md §7). Lost
// datagrams are asked again inside the limit, and the tries counted. Called from check threads; must be
// thread-safe.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "probes/world/limit.h"

namespace onshi {

struct NameQuestion {
  enum class Type { a, aaaa };
  enum class Way {
    udp_edns,        // and without EDNS when the server cannot bear it or says nothing
    udp_edns_alone,  // never another way
    udp_plain,
    udp_repeated,  // without EDNS, as often as `tries` says, whatever is answered: how many get lost?
    tcp
  };
  std::string name{};
  std::string
      server;  // numeric, with scope if link-local ("fe80::1%enp1s0"); empty asks the way the system does
  Type type = Type::aaaa;
  Way way = Way::udp_edns;
  int tries = 2;
  bool operator==(const NameQuestion&) const = default;
};

struct NameAnswer {
  enum class Result {
    answer,
    no_such_name,    // NXDOMAIN
    no_data,         // the name exists, not with this type
    server_failure,  // SERVFAIL
    refused,         // REFUSED
    format_error,    // FORMERR
    truncated,       // cut, and the whole could not be had
    timeout,         // no answer in time
    unreachable,     // the network said so at once (see error)
    cancelled,
    failed
  };
  Result result = Result::failed;
  std::vector<std::string> addresses{};
  std::uint32_t ttl = 0;  // the smallest, seconds
  int tries = 0;
  int lost = 0;                             // of these tries, how many got no answer of any kind in time
  bool by_tcp = false;                      // the datagram was cut and the whole came by TCP
  std::size_t bytes = 0;                    // of the last answer, 0 when there was none
  std::chrono::milliseconds elapsed{0};     // of all tries
  std::chrono::milliseconds round_trip{0};  // of the try that was answered over UDP
  std::string error{};  // technical, such as "ECONNREFUSED"; "EDNS" when the server answered only without it
};

class Names {
 public:
  virtual ~Names() = default;
  virtual NameAnswer ask(const NameQuestion& question, const Limit& limit) = 0;
};

std::string_view name_of(NameAnswer::Result result);  // "answer", "no_such_name", ...

}  // namespace onshi
