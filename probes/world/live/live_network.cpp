// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/live_network.h"

#include "probes/world/live/http_exchange.h"
#include "probes/world/live/tls_verdict.h"
#include "probes/world/live/transfer.h"

namespace onshi {

std::string LiveNetwork::link_of(const Target& target) const {
  return chosen(choice_, target.proxy ? target.proxy->address : target.address);
}

TcpAnswer LiveNetwork::do_connect(const Target& target, const Limit& limit) {
  Transfer transfer(target, link_of(target), false, "/");
  curl_easy_setopt(transfer.easy(), CURLOPT_CONNECT_ONLY, 1L);
  transfer.run(limit);
  return transfer.tcp();
}

TlsAnswer LiveNetwork::do_handshake(const Target& target, const std::string& roots_pem, const Limit& limit) {
  TlsWatch watch(target.host, roots_pem, nullptr);
  Transfer transfer(target, link_of(target), true, "/");
  transfer.use_tls(watch, roots_pem.empty());
  curl_easy_setopt(transfer.easy(), CURLOPT_CONNECT_ONLY, 1L);
  Transfer::End end = transfer.run(limit);
  return tls_answer(transfer, end, watch, LateAlert::ignored);
}

HttpAnswer LiveNetwork::do_request(const HttpRequest& request, const Limit& limit) {
  auto begun = Limit::Clock::now();
  HttpAnswer answer = exchange_http(request, link_of(request.target), limit);
  answer.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(Limit::Clock::now() - begun);
  return answer;
}

}  // namespace onshi
