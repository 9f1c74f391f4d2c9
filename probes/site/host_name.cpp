// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/host_name.h"

#include <algorithm>

#include "probes/site/ip_address.h"

namespace onshi {
namespace {

constexpr std::size_t kLongestName = 253;
constexpr std::size_t kLongestLabel = 63;

char lower(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

bool is_label_character(char character) {
  return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character == '-';
}

bool is_label(std::string_view label) {
  return !label.empty() && label.size() <= kLongestLabel && label.front() != '-' && label.back() != '-' &&
         std::all_of(label.begin(), label.end(), is_label_character);
}

}  // namespace

std::string plain_host(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  std::string plain(host);
  std::transform(plain.begin(), plain.end(), plain.begin(), lower);
  return plain;
}

bool is_host_name(std::string_view host) {
  if (host.size() > kLongestName || parse_ip(host) || host.find('.') == host.npos) return false;
  for (auto dot = host.find('.'); dot != host.npos; dot = host.find('.')) {
    if (!is_label(host.substr(0, dot))) return false;
    host.remove_prefix(dot + 1);
  }
  return is_label(host);
}

}  // namespace onshi
