// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/windows/windows_proxies.h"

#include <memory>
#include <optional>

#include <windows.h>
#include <winhttp.h>

#include "probes/world/live/proxy_address.h"
#include "probes/world/live/windows_proxy_text.h"

namespace onshi {
namespace {

constexpr const char* kUsers = "WinINET";
constexpr const char* kMachines = "WinHTTP";

struct GlobalFreed {
  void operator()(wchar_t* text) const { GlobalFree(text); }
};
using OwnedText = std::unique_ptr<wchar_t, GlobalFreed>;

std::string utf8(const OwnedText& text) {
  if (!text) return {};
  const int size = WideCharToMultiByte(CP_UTF8, 0, text.get(), -1, nullptr, 0, nullptr, nullptr);
  if (size <= 1) return {};
  std::string read(static_cast<std::size_t>(size), '\0');
  WideCharToMultiByte(CP_UTF8, 0, text.get(), -1, read.data(), size, nullptr, nullptr);
  read.resize(static_cast<std::size_t>(size) - 1);
  return read;
}

/// A script goes before a server that is set beside it, as browsers take it. A search for one that is only
/// switched on finds nothing on a closed line and is left out.
std::optional<ProxySettings> of_user() {
  WINHTTP_CURRENT_USER_IE_PROXY_CONFIG set{};
  if (WinHttpGetIEProxyConfigForCurrentUser(&set) == 0) return std::nullopt;
  const OwnedText script(set.lpszAutoConfigUrl);
  const OwnedText servers(set.lpszProxy);
  const OwnedText bypass(set.lpszProxyBypass);
  if (!script) return windows_proxy(utf8(servers), utf8(bypass), kUsers);
  const ProxySettings read = proxy_at(utf8(script), kUsers);
  return ProxySettings{.unread = "script " + (read.https ? read.https->host : read.unread), .place = kUsers};
}

std::optional<ProxySettings> of_machine() {
  WINHTTP_PROXY_INFO set{};
  if (WinHttpGetDefaultProxyConfiguration(&set) == 0) return std::nullopt;
  const OwnedText servers(set.lpszProxy);
  const OwnedText bypass(set.lpszProxyBypass);
  if (set.dwAccessType != WINHTTP_ACCESS_TYPE_NAMED_PROXY) return std::nullopt;
  return windows_proxy(utf8(servers), utf8(bypass), kMachines);
}

}  // namespace

Seen<ProxySettings> windows_proxy_settings() {
  auto first = of_user();
  auto second = of_machine();
  if (!first) return second.value_or(ProxySettings{});
  if (second) first->others.push_back(std::move(*second));
  return *first;
}

}  // namespace onshi
