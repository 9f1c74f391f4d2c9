// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that a world can answer, as plain data: what a test writes by hand, what --record keeps and
// --world replays. What is not in here was not observed and is answered as `not_supported` or `failed` with
// the error "not recorded".
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "probes/world/world.h"

namespace onshi {

struct RecordedCard {
  CardSeen<bool> opens = true;  // or why the session cannot be opened
  std::map<std::string, std::string>
      responses;  // hexadecimal upper case, command to response with status word
};

struct Observations {
  struct Named {
    NameQuestion question{};  // compared without `tries`
    NameAnswer answer{};
  };
  struct Connected {
    Target target{};
    TcpAnswer answer{};
  };
  struct Shaken {
    Target target{};
    TlsAnswer answer{};
  };
  struct Requested {
    Target target{};
    std::string path = "/";
    bool with_certificate = false;
    HttpAnswer answer{};
    bool websocket = false;
  };

  /// Of records that were made when the registered face readers were asked for apart: the sections' names.
  struct FaceRegistry {
    std::vector<std::string> sections{};
    bool operator==(const FaceRegistry&) const = default;
  };
  struct ReadSettings {
    Seen<bool> readable = true;  // or why not
    ConnectionSettings settings{};
    bool operator==(const ReadSettings&) const = default;
  };
  /// A file that was looked for and is there, or why that could not be told.
  struct FoundFile {
    std::string folder{};
    std::string name{};
    Seen<bool> looked = true;
    bool operator==(const FoundFile&) const = default;
  };

  std::chrono::system_clock::time_point now{};
  Seen<NetworkView> network = NetworkView{};
  std::map<std::string, std::string> sources{};  // destination address to source address; absent: no route
  std::map<std::string, int> path_mtus{};        // by destination address; absent: not told
  Seen<AddressCalls> address_calls = AddressCalls{};
  std::vector<Named> names{};
  std::vector<Connected> connections{};
  std::vector<Shaken> handshakes{};
  std::vector<Requested> requests{};
  CardSeen<std::vector<ReaderState>> readers = std::vector<ReaderState>{};
  std::map<std::string, RecordedCard> cards{};  // by reader name
  Seen<std::vector<UsbDevice>> usb = std::vector<UsbDevice>{};
  Seen<CardPrograms> card_programs = CardPrograms{};
  Seen<FaceRegistry> face_registry = std::unexpected(CannotSee{CannotSee::Why::not_here, 0, {}});
  Seen<DiskSpace> disk = DiskSpace{};
  Seen<SystemFacts> system = SystemFacts{};
  Seen<ProxySettings> proxy_settings = ProxySettings{};
  std::map<std::string, ReadSettings> connection_settings{};         // by file; absent: not here
  std::vector<FoundFile> found_files{};                              // absent: not found
  std::map<std::string, std::chrono::milliseconds> clock_offsets{};  // by server address; absent: timeout
  Seen<TunnelView> tunnels = std::unexpected(CannotSee{CannotSee::Why::not_here, 0, {}});
  Seen<BrowserView> browsers = BrowserView{};
};

}  // namespace onshi
