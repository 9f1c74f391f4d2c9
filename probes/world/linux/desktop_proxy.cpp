// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/desktop_proxy.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include "probes/world/linux/attended_child.h"
#include "probes/world/linux/desktop_proxy_text.h"
#include "probes/world/linux/small_text_file.h"

namespace onshi {
namespace {

constexpr const char* kGsettings = "/usr/bin/gsettings";
constexpr std::size_t kMostBytes = 65536;
constexpr std::string_view kBus = "DBUS_SESSION_BUS_ADDRESS=";

/// The settings lie in a file. Without a bus none is started to look for changes.
std::vector<std::string> surroundings() {
  std::vector<std::string> all{std::string(kBus) + "disabled:"};
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    if (!std::string_view(*entry).starts_with(kBus)) all.emplace_back(*entry);
  }
  return all;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> all;
  all.reserve(texts.size() + 1);
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

struct FileActions {
  posix_spawn_file_actions_t actions{};
  FileActions() { posix_spawn_file_actions_init(&actions); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  ~FileActions() { posix_spawn_file_actions_destroy(&actions); }
};

struct Attributes {
  posix_spawnattr_t attributes{};
  Attributes() {
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  ~Attributes() { posix_spawnattr_destroy(&attributes); }
};

CannotSee trouble(CannotSee::Why why, int error) {
  return {why, error, error == 0 ? "" : std::strerror(error)};
}

/// What the program says; an empty text when it is not installed or knows no such thing.
Seen<std::string> said_by(std::vector<std::string> command, const Limit& limit) {
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) return std::unexpected(trouble(CannotSee::Why::failed, errno));
  const Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  ::fcntl(from.get(), F_SETFL, O_NONBLOCK);
  FileActions files;
  posix_spawn_file_actions_addopen(&files.actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&files.actions, to.get(), 1);
  posix_spawn_file_actions_addopen(&files.actions, 2, "/dev/null", O_WRONLY, 0);
  const Attributes attributes;
  auto environment = surroundings();
  pid_t child = 0;
  const int error = ::posix_spawn(&child, command.front().c_str(), &files.actions, &attributes.attributes,
                                  pointers_to(command).data(), pointers_to(environment).data());
  if (error == ENOENT) return std::string{};
  if (error != 0) return std::unexpected(trouble(CannotSee::Why::failed, error));
  to.close();
  const ProgramResult result = attend_child(child, from, kMostBytes, limit);
  if (limit.cancelled()) return std::unexpected(trouble(CannotSee::Why::cancelled, 0));
  if (result.end == ProgramResult::End::too_long) return std::unexpected(trouble(CannotSee::Why::timeout, 0));
  const bool told = result.end == ProgramResult::End::exited && result.status == 0;
  return told ? result.output : std::string{};
}

std::string settings_folder() {
  const char* own = std::getenv("XDG_CONFIG_HOME");
  if (own != nullptr && *own != '\0') return own;
  const char* home = std::getenv("HOME");
  return home == nullptr ? "" : std::string(home) + "/.config";
}

}  // namespace

Seen<std::optional<ProxySettings>> gnome_proxy_settings(const Limit& limit) {
  std::optional<CannotSee> why_not;
  auto found = gnome_proxy([&](const std::string& schema, const std::string& key) {
    if (why_not) return std::string{};
    auto said = said_by({kGsettings, "get", schema, key}, limit);
    if (!said) why_not = said.error();
    std::string text = said.value_or("");
    while (text.ends_with('\n')) text.pop_back();
    return text;
  });
  if (why_not) return std::unexpected(*why_not);
  return found;
}

std::optional<ProxySettings> kde_proxy_settings() {
  return kde_proxy(small_text_file(settings_folder() + "/" + kKdeProxy).value_or(""));
}

}  // namespace onshi
