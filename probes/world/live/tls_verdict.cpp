// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/tls_verdict.h"

#include <openssl/x509_vfy.h>

namespace onshi {
namespace {

using Result = TlsAnswer::Result;

bool contains(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

/// The connection ended under the handshake: reset, or an end without an alert.
bool ended(const Transfer& transfer) {
  const std::string error = transfer.error();
  return transfer.code() == CURLE_RECV_ERROR || transfer.code() == CURLE_SEND_ERROR ||
         contains(error, "SSL_ERROR_SYSCALL") || contains(error, "SSL_ERROR_ZERO_RETURN") ||
         contains(error, "eof") || contains(error, "Connection reset") || contains(error, "reset by peer");
}

bool refused_by_proxy(const Transfer& transfer) {
  return transfer.proxy_status() != 0 && transfer.proxy_status() / 100 != 2;
}

Result result_of(const Transfer& transfer, Transfer::End end, const TlsWatch& watch, LateAlert late) {
  if (!transfer.connected()) {
    return end == Transfer::End::cancelled ? Result::cancelled : Result::no_connection;
  }
  if (!watch.trouble().empty()) return Result::failed;
  if (refused_by_proxy(transfer)) return Result::no_connection;
  if (watch.finished() && late == LateAlert::ignored) return Result::agreed;
  if (watch.seen().alert != 0) return Result::alert;
  if (watch.seen().verify_error != X509_V_OK) return Result::not_trusted;
  if (watch.finished()) return Result::agreed;
  if (end == Transfer::End::cancelled) return Result::cancelled;
  if (end == Transfer::End::timeout) return Result::stalled;
  return ended(transfer) ? Result::closed : Result::failed;
}

}  // namespace

std::string short_reason(const std::string& error) {
  auto at = error.rfind("routines:");
  std::string reason = at == std::string::npos ? error : error.substr(at + 9);
  reason.erase(0, reason.find_first_not_of(": "));
  return reason;
}

TlsAnswer tls_answer(const Transfer& transfer, Transfer::End end, const TlsWatch& watch, LateAlert late) {
  TlsAnswer answer = watch.seen();
  answer.tcp = transfer.tcp();
  answer.proxy_status = transfer.proxy_status();
  answer.elapsed = transfer.tls_elapsed();
  answer.result = result_of(transfer, end, watch, late);
  if (answer.result == Result::agreed) answer.alert = 0;
  if (answer.result == Result::alert) {
    answer.error = "alert " + std::to_string(answer.alert);
  } else if (answer.result == Result::not_trusted) {
    answer.error = X509_verify_cert_error_string(answer.verify_error);
  } else if (answer.result == Result::no_connection) {
    answer.error =
        answer.proxy_status != 0 ? "CONNECT " + std::to_string(answer.proxy_status) : answer.tcp.error;
  } else if (answer.result != Result::agreed) {
    answer.error = watch.trouble().empty() ? short_reason(transfer.error()) : watch.trouble();
  }
  return answer;
}

}  // namespace onshi
