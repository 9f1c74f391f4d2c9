// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/network.h"

#include <algorithm>

namespace onshi {
namespace {

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(), lower);
  return text;
}

TcpAnswer tcp_not_allowed() {
  TcpAnswer answer;
  answer.result = TcpAnswer::Result::not_allowed;
  answer.error = "not_allowed";
  return answer;
}

TlsAnswer tls_not_allowed() {
  TlsAnswer answer;
  answer.result = TlsAnswer::Result::no_connection;
  answer.tcp = tcp_not_allowed();
  answer.error = "not_allowed";
  return answer;
}

HttpAnswer http_not_allowed() {
  HttpAnswer answer;
  answer.result = HttpAnswer::Result::not_allowed;
  answer.tls = tls_not_allowed();
  answer.error = "not_allowed";
  return answer;
}

}  // namespace

bool is_allowed(const AllowedHosts& allowed, const std::string& host) {
  return allowed.contains(lower_case(host));
}

bool Network::allows(const Target& target) const {
  return is_allowed(allowed_, target.host) && (!target.proxy || is_allowed(allowed_, target.proxy->host));
}

TcpAnswer Network::connect(const Target& target, const Limit& limit) {
  return allows(target) ? do_connect(target, limit) : tcp_not_allowed();
}

TlsAnswer Network::handshake(const Target& target, const std::string& roots_pem, const Limit& limit) {
  return allows(target) ? do_handshake(target, roots_pem, limit) : tls_not_allowed();
}

HttpAnswer Network::request(const HttpRequest& request, const Limit& limit) {
  return allows(request.target) ? do_request(request, limit) : http_not_allowed();
}

}  // namespace onshi
