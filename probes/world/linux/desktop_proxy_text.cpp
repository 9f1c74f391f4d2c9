// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/desktop_proxy_text.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "probes/world/live/proxy_address.h"

namespace onshi {
namespace {

std::string first_of(const std::vector<std::string>& texts) { return texts.empty() ? "" : texts.front(); }

ProxySettings not_followed(std::string what, std::string place) {
  return {.unread = std::move(what), .place = std::move(place)};
}

/// The script's address without what may stand in it of a user; none means that the network is asked for it.
ProxySettings by_script(const std::string& address, const std::string& place) {
  if (address.empty()) return not_followed("wpad", place);
  const ProxySettings read = proxy_at(address, place);
  return not_followed("script " + (read.https ? read.https->host : read.unread), place);
}

using Keys = std::map<std::string, std::string, std::less<>>;

/// Of one section; "key[$e]=" is the key "key".
Keys keys_in(std::string_view text, std::string_view section) {
  Keys keys;
  bool inside = false;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (line.starts_with('[')) inside = line == "[" + std::string(section) + "]";
    const auto sign = line.find('=');
    if (!inside || sign == std::string::npos) continue;
    keys[line.substr(0, std::min(sign, line.find('[')))] = line.substr(sign + 1);
  }
  return keys;
}

std::string value_of(const Keys& keys, std::string_view key) {
  const auto found = keys.find(key);
  return found == keys.end() ? "" : found->second;
}

/// KDE writes "http://host 8080".
std::string with_colon(std::string address) {
  if (const auto blank = address.rfind(' '); blank != std::string::npos) address[blank] = ':';
  return address;
}

std::optional<ProxySettings> kde_by_hand(const Keys& keys) {
  const std::string address = with_colon(value_of(keys, "httpsProxy"));
  if (value_of(keys, "ReversedException") == "true") return not_followed("reversed exceptions", kKdeProxy);
  if (address.empty()) {
    const std::string socks = with_colon(value_of(keys, "socksProxy"));
    if (socks.empty()) return std::nullopt;
    const ProxySettings read = proxy_at(socks, kKdeProxy);
    return not_followed(read.https ? "socks://" + read.https->host : read.unread, kKdeProxy);
  }
  ProxySettings settings = proxy_at(address, kKdeProxy);
  settings.bypass = proxy_exemptions(value_of(keys, "NoProxyFor"));
  return settings;
}

}  // namespace

std::vector<std::string> gsettings_texts(std::string_view printed) {
  std::vector<std::string> texts;
  char quote = '\0';
  for (std::size_t i = 0; i < printed.size(); ++i) {
    const char letter = printed[i];
    if (quote == '\0') {
      if (letter != '\'' && letter != '"') continue;
      quote = letter;
      texts.emplace_back();
    } else if (letter == quote) {
      quote = '\0';
    } else if (letter == '\\' && i + 1 < printed.size()) {
      texts.back() += printed[++i];
    } else {
      texts.back() += letter;
    }
  }
  return texts;
}

std::optional<ProxySettings> gnome_proxy(
    const std::function<std::string(const std::string& schema, const std::string& key)>& printed) {
  const std::string schema = kGnomeProxy;
  const auto server = [&](const std::string& kind) {
    const std::string host = first_of(gsettings_texts(printed(schema + "." + kind, "host")));
    return host.empty() ? host : host + ":" + printed(schema + "." + kind, "port");
  };
  const std::string mode = first_of(gsettings_texts(printed(schema, "mode")));
  if (mode == "auto") return by_script(first_of(gsettings_texts(printed(schema, "autoconfig-url"))), schema);
  if (mode != "manual") return std::nullopt;
  if (const std::string https = server("https"); !https.empty()) {
    ProxySettings settings = proxy_at(https, schema);
    for (const std::string& item : gsettings_texts(printed(schema, "ignore-hosts"))) {
      for (const std::string& host : proxy_exemptions(item)) settings.bypass.push_back(host);
    }
    return settings;
  }
  const std::string socks = server("socks");
  if (socks.empty()) return std::nullopt;
  return not_followed(proxy_at("socks://" + socks, schema).unread, schema);
}

std::optional<ProxySettings> kde_proxy(std::string_view text) {
  const Keys keys = keys_in(text, "Proxy Settings");
  const std::string type = value_of(keys, "ProxyType");
  if (type == "1") return kde_by_hand(keys);
  if (type == "2") return by_script(value_of(keys, "Proxy Config Script"), kKdeProxy);
  if (type == "3") return by_script("", kKdeProxy);
  return std::nullopt;
}

}  // namespace onshi
