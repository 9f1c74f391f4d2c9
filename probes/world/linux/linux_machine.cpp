// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/linux_machine.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iterator>

#include <pwd.h>
#include <sys/statvfs.h>
#include <sys/sysinfo.h>
#include <sys/timex.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "probes/world/linux/card_conversations.h"
#include "probes/world/linux/desktop_proxy.h"
#include "probes/world/linux/firewall_state.h"
#include "probes/world/linux/proxy_text.h"
#include "probes/world/linux/resolver_text.h"
#include "probes/world/linux/small_text_file.h"
#include "probes/world/linux/usb_devices.h"
#include "probes/world/live/system_parts.h"

namespace onshi {
namespace {

std::string login_name() {
  passwd entry{};
  passwd* found = nullptr;
  std::array<char, 4096> buffer{};
  ::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found);
  return found != nullptr ? found->pw_name : std::to_string(::getuid());
}

std::string value_in_environment(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? "" : value;
}

bool is_set(const char* variable) { return !value_in_environment(variable).empty(); }

/// Another computer's screen shows this session: by SSH, by xrdp, or by what logind says of it.
bool is_remote_session() {
  if (is_set("SSH_CONNECTION") || is_set("SSH_TTY") || is_set("XRDP_SESSION")) return true;
  const char* session = std::getenv("XDG_SESSION_ID");
  if (session == nullptr || std::string_view(session).contains('/')) return false;
  const auto said = small_text_file(std::filesystem::path("/run/systemd/sessions") / session);
  return said && ("\n" + *said).contains("\nREMOTE=1\n");
}

/// Empty when this kernel does not say.
std::optional<bool> clock_synchronised() {
  timex asked{};
  int state = ::adjtimex(&asked);
  if (state < 0) return {};
  return state != TIME_ERROR && (asked.status & STA_UNSYNC) == 0;
}

void add_kernel(SystemFacts& facts) {
  utsname names{};
  if (::uname(&names) != 0) return;
  facts.kernel = std::string(names.sysname) + " " + names.release;
  facts.architecture = names.machine;
}

void add_load(SystemFacts& facts) {
  struct sysinfo load{};
  if (::sysinfo(&load) != 0) return;
  facts.uptime = std::chrono::seconds(load.uptime);
  facts.memory_bytes = std::uint64_t{load.totalram} * load.mem_unit;
}

/// The folder itself, or the nearest one above it that exists.
std::filesystem::path existing(std::filesystem::path folder) {
  std::error_code ignored;
  folder = std::filesystem::absolute(folder, ignored);
  while (!folder.empty() && folder != folder.root_path() && !std::filesystem::exists(folder, ignored)) {
    folder = folder.parent_path();
  }
  return folder;
}

std::optional<ProxySettings> proxy_in_environment_file(const char* file) {
  const std::string text = small_text_file(file).value_or("");
  auto set = proxy_settings_of([&](const char* name) { return environment_value(text, name); });
  if (set) set->place = file;
  return set;
}

ProxySettings with_others(std::vector<ProxySettings> set) {
  ProxySettings first = std::move(set.front());
  first.others.assign(std::make_move_iterator(set.begin() + 1), std::make_move_iterator(set.end()));
  return first;
}

}  // namespace

Seen<std::vector<UsbDevice>> LinuxMachine::usb_devices() {
  const std::filesystem::path folder = "/sys/bus/usb/devices";
  std::error_code error;
  if (!std::filesystem::exists(folder, error)) return std::vector<UsbDevice>{};
  return usb_devices_in(folder);
}

Seen<CardPrograms> LinuxMachine::card_programs() { return card_conversations(); }

Seen<DiskSpace> LinuxMachine::disk_space(const std::filesystem::path& folder) {
  const std::filesystem::path place = existing(folder);
  struct statvfs disk{};
  if (::statvfs(place.c_str(), &disk) != 0) {
    auto why = errno == EACCES ? CannotSee::Why::refused : CannotSee::Why::failed;
    return std::unexpected(CannotSee{why, errno, std::strerror(errno)});
  }
  DiskSpace space;
  space.free_bytes = std::uint64_t{disk.f_bavail} * disk.f_frsize;
  space.total_bytes = std::uint64_t{disk.f_blocks} * disk.f_frsize;
  space.read_only = (disk.f_flag & ST_RDONLY) != 0;
  space.writable = ::access(place.c_str(), W_OK) == 0;
  return space;
}

Seen<SystemFacts> LinuxMachine::system() {
  SystemFacts facts;
  facts.name = os_release_value(small_text_file("/etc/os-release").value_or(""), "PRETTY_NAME");
  facts.user = login_name();
  facts.administrator = ::geteuid() == 0;
  facts.remote_session = is_remote_session();
  facts.firewall = firewall_state("/");
  facts.clock_synchronised = clock_synchronised();
  add_kernel(facts);
  add_load(facts);
  return facts;
}

/// In the order in which programs heed them: what a program was started with, the desktop's, what a later
/// login will have. That the desktop's could not be seen matters only where nothing else is set.
Seen<ProxySettings> LinuxMachine::proxy_settings(const Limit& limit) {
  std::vector<ProxySettings> set;
  const auto keep = [&](std::optional<ProxySettings> found) {
    if (found) set.push_back(std::move(*found));
  };
  keep(proxy_settings_of(&value_in_environment));
  const auto desktop = gnome_proxy_settings(limit);
  if (desktop) keep(*desktop);
  keep(kde_proxy_settings());
  keep(proxy_in_environment_file("/etc/environment"));
  if (!set.empty()) return with_others(std::move(set));
  if (!desktop) return std::unexpected(desktop.error());
  return ProxySettings{};
}

std::unique_ptr<Machine> system_machine(AllowedHosts allowed, LinkChoice choice) {
  return std::make_unique<LinuxMachine>(std::move(allowed), std::move(choice));
}

}  // namespace onshi
