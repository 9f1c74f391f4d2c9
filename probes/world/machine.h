// SPDX-License-Identifier: GPL-3.0-or-later
// The machine itself: clock, USB devices, disk, user and rights, protection, installed services. Asking
// changes nothing. A time host that is not on the allow-list is refused here, before a packet leaves. Called
// from check threads; thread-safe.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "probes/world/limit.h"
#include "probes/world/network.h"
#include "probes/world/seen.h"

namespace onshi {

struct UsbDevice {
  std::uint16_t vendor = 0;
  std::uint16_t product = 0;
  std::string name{};        // product string
  std::string serial{};      // empty when the device has none
  std::string path{};        // bus position, such as "1-2"
  bool card_reader = false;  // says of itself that it reads chip cards (class 0B)
  bool operator==(const UsbDevice&) const = default;
};

struct CardProgram {
  std::string name{};  // as the system calls the program
  std::int64_t process = 0;
  bool operator==(const CardProgram&) const = default;
};

/// Programs other than this one that talk with the card service now. Which of them holds which card only the
/// service knows.
struct CardPrograms {
  std::vector<CardProgram> programs{};
  int unseen = 0;  // conversations of programs that who runs this may not look at
  bool operator==(const CardPrograms&) const = default;
};

struct DiskSpace {
  std::uint64_t free_bytes = 0;
  std::uint64_t total_bytes = 0;
  bool read_only = false;
  std::optional<bool> writable{};  // by who runs this; empty: cannot be told
};

struct ProxyServer {
  std::string host{};  // lower case
  std::uint16_t port = 0;
  bool operator==(const ProxyServer&) const = default;
};

/// What one place of the system tells programs about proxies. A user name or password in it is left out when
/// it is read.
struct ProxySettings {
  std::optional<ProxyServer> https{};   // for https:// addresses
  std::vector<std::string> bypass{};    // hosts that are gone to directly: "host", ".domain", "*.domain", "*"
  std::string unread{};                 // a kind that is not followed: a script's address, a SOCKS server
  std::string place{};                  // where it stands: "https_proxy", "org.gnome.system.proxy", "WinHTTP"
  std::vector<ProxySettings> others{};  // of the other places where something is set; they have none
  bool operator==(const ProxySettings&) const = default;
};

struct SystemFacts {
  std::string name{};  // "Debian GNU/Linux 12 (bookworm)"
  std::string kernel{};
  std::string architecture{};
  std::string user{};  // login name of who runs this
  bool administrator = false;
  bool remote_session = false;
  std::optional<bool> firewall{};  // empty: cannot be told from here
  std::optional<bool> clock_synchronised{};
  std::chrono::seconds uptime{0};
  std::uint64_t memory_bytes = 0;
};

/// What a program's settings file says about where it connects. Nothing else of the file is kept.
struct ConnectionSettings {
  struct Place {
    int line = 0;
    std::string host{};  // lower case
    bool operator==(const Place&) const = default;
  };
  std::vector<Place> places{};              // of each address, in the file's order
  std::vector<std::string> account_ends{};  // at most the last 4 of each account that is named in it
  std::vector<std::string>
      registered{};           // the sections that name a reader's account: one for each face reader
  bool has_sections = false;  // of whatever kind
  bool operator==(const ConnectionSettings&) const = default;
};

class Machine {
 public:
  explicit Machine(AllowedHosts allowed) : allowed_(std::move(allowed)) {}
  virtual ~Machine() = default;
  virtual std::chrono::system_clock::time_point now() = 0;
  virtual Seen<std::vector<UsbDevice>> usb_devices() = 0;
  virtual Seen<CardPrograms> card_programs() = 0;
  virtual Seen<DiskSpace> disk_space(const std::filesystem::path& folder) = 0;
  virtual Seen<SystemFacts> system() = 0;
  /// The first place where anything is set, in the order in which programs heed them, with the others beside.
  virtual Seen<ProxySettings> proxy_settings(const Limit& limit) = 0;
  /// `file` as a path of this system. Not here: no such file, or a path of another system.
  virtual Seen<ConnectionSettings> connection_settings(const std::string& file) = 0;
  /// Whether the folder holds a file with a name like this: '*' stands for anything, full-width letters and
  /// brackets count as ordinary ones. No file is opened and no name is told.
  virtual Seen<bool> holds_file_like(const std::string& folder, const std::string& name) = 0;
  /// Offset of `server`'s clock against ours by SNTP at its own port, whatever the target's (positive: ours
  /// is behind).
  Seen<std::chrono::milliseconds> clock_offset(const Target& server, const Limit& limit);

 protected:
  virtual Seen<std::chrono::milliseconds> do_clock_offset(const Target& server, const Limit& limit) = 0;

 private:
  AllowedHosts allowed_;
};

}  // namespace onshi
