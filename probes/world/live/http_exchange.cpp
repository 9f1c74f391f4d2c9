// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/http_exchange.h"

#include <algorithm>
#include <memory>
#include <new>
#include <string_view>
#include <tuple>

#include <curl/curl.h>

#include "probes/world/live/tls_verdict.h"
#include "probes/world/live/transfer.h"
#include "probes/world/live/websocket_key.h"

namespace onshi {
namespace {

using Result = HttpAnswer::Result;
constexpr std::size_t least_body = 16384;  // always taken: a refusal tells its reason in it

constexpr int kSwitchingProtocols = 101;

struct Heard {
  HttpAnswer answer;
  std::string body;
  std::size_t most_body = least_body;
  std::string wanted_accept;  // empty: no WebSocket was asked for
};

std::string value_of(std::string_view line) {
  line.remove_prefix(std::min(line.size(), line.find(':') + 1));
  auto first = line.find_first_not_of(" \t");
  auto last = line.find_last_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string{} : std::string(line.substr(first, last - first + 1));
}

bool is_header(std::string_view line, std::string_view name) {
  auto equal = [](char left, char right) { return (left >= 'A' && left <= 'Z' ? left + 32 : left) == right; };
  return line.size() > name.size() && line[name.size()] == ':' &&
         std::equal(name.begin(), name.end(), line.begin(),
                    [&](char right, char left) { return equal(left, right); });
}

bool is_end_of_headers(std::string_view line) { return line == "\r\n" || line == "\n"; }

/// "HTTP/1.1 101 Switching Protocols"
bool says_switching(std::string_view line) {
  return line.starts_with("HTTP/") && line.substr(std::min(line.size(), line.find(' '))).starts_with(" 101");
}

/// Taking less than was offered ends the transfer; a granted upgrade is hung up so.
std::size_t hear_header(const char* bytes, std::size_t size, std::size_t count, void* where) {
  auto& heard = *static_cast<Heard*>(where);
  auto& answer = heard.answer;
  std::string_view line(bytes, size * count);
  if (!heard.wanted_accept.empty()) {
    if (line.starts_with("HTTP/")) answer.status = says_switching(line) ? kSwitchingProtocols : 0;
    if (is_header(line, "sec-websocket-accept")) answer.upgraded = value_of(line) == heard.wanted_accept;
    if (answer.status == kSwitchingProtocols && is_end_of_headers(line)) return 0;
  }
  if (is_header(line, "date")) answer.date = value_of(line);
  if (is_header(line, "location")) answer.location = value_of(line);
  if (is_header(line, "server")) answer.server = value_of(line);
  return size * count;
}

/// Taking less than was offered ends the transfer.
std::size_t hear_body(const char* bytes, std::size_t size, std::size_t count, void* where) {
  auto& heard = *static_cast<Heard*>(where);
  auto& body = heard.body;
  std::size_t room = heard.most_body - body.size();
  body.append(bytes, std::min(room, size * count));
  return std::min(room, size * count);
}

void prepare(CURL* easy, HttpRequest::Method method, Heard& heard) {
  if (method == HttpRequest::Method::head) curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
  curl_easy_setopt(easy, CURLOPT_USERAGENT, "onshi-setup");
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, hear_header);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, &heard);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, hear_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &heard);
}

using Headers = std::unique_ptr<curl_slist, void (*)(curl_slist*)>;

/// The headers must outlive the transfer.
Headers ask_for_websocket(CURL* easy, Heard& heard) {
  const std::string key = new_websocket_key();
  heard.wanted_accept = websocket_accept(key);
  Headers headers(nullptr, curl_slist_free_all);
  for (const std::string& header : {std::string("Connection: Upgrade"), std::string("Upgrade: websocket"),
                                    std::string("Sec-WebSocket-Version: 13"), "Sec-WebSocket-Key: " + key}) {
    curl_slist* longer = curl_slist_append(headers.get(), header.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    std::ignore = headers.release();  // `longer` is the same list, and owns what it held
    headers.reset(longer);
  }
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
  return headers;
}

int status_of(CURL* easy) {
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  return static_cast<int>(status);
}

Result result_without_tls_trouble(const Transfer& transfer, Transfer::End end, int status) {
  if (status != 0) return Result::answered;
  if (end == Transfer::End::cancelled) return Result::cancelled;
  if (end == Transfer::End::timeout) return Result::timeout;
  switch (transfer.code()) {
    case CURLE_GOT_NOTHING:
      return Result::empty;
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
      return Result::closed;
    default:
      return Result::failed;
  }
}

Result result_of(const Transfer& transfer, Transfer::End end, const HttpAnswer& answer, bool tls) {
  using Tls = TlsAnswer::Result;
  if (!transfer.connected()) {
    return end == Transfer::End::cancelled ? Result::cancelled : Result::no_connection;
  }
  if (answer.status == 0 && tls) {
    if (answer.tls.result == Tls::alert) return Result::alert;
    if (answer.tls.result == Tls::cancelled) return Result::cancelled;
    if (answer.tls.result != Tls::agreed) return Result::tls_failed;
  }
  return result_without_tls_trouble(transfer, end, answer.status);
}

/// Plain HTTP has a TCP part only.
TlsAnswer tcp_alone(const Transfer& transfer) {
  TlsAnswer answer;
  answer.tcp = transfer.tcp();
  answer.result = transfer.connected() ? TlsAnswer::Result::failed : TlsAnswer::Result::no_connection;
  answer.error = transfer.connected() ? "no TLS asked" : answer.tcp.error;
  return answer;
}

void recognise_certificate_trouble(HttpAnswer& answer, const std::string& body) {
  auto says = [&](std::string_view words) { return body.find(words) != std::string::npos; };
  bool refused_by_status = answer.status == 400;
  answer.certificate_missing =
      answer.status == 496 || (refused_by_status && says("No required SSL certificate was sent"));
  answer.certificate_refused =
      answer.status == 495 || (refused_by_status && says("The SSL certificate error"));
}

HttpAnswer exchange_once(const HttpRequest& request, const std::string& link, HttpRequest::Method method,
                         const Limit& limit) {
  Heard heard;
  heard.most_body = std::max(least_body, request.most_body);
  Headers headers(nullptr, curl_slist_free_all);
  TlsWatch watch(request.target.host, request.roots_pem, request.certificate);
  Transfer transfer(request.target, link, request.tls, request.path);
  if (request.tls) transfer.use_tls(watch, request.roots_pem.empty());
  prepare(transfer.easy(), method, heard);
  if (request.websocket) headers = ask_for_websocket(transfer.easy(), heard);
  Transfer::End end = transfer.run(limit);

  HttpAnswer answer = std::move(heard.answer);
  if (answer.status != kSwitchingProtocols) answer.status = status_of(transfer.easy());
  answer.upgraded = answer.upgraded && answer.status == kSwitchingProtocols;
  LateAlert late = answer.status == 0 ? LateAlert::counts : LateAlert::ignored;
  answer.tls = request.tls ? tls_answer(transfer, end, watch, late) : tcp_alone(transfer);
  answer.result = result_of(transfer, end, answer, request.tls);
  if (answer.result != Result::answered) {
    answer.error =
        request.tls && !answer.tls.error.empty() ? answer.tls.error : short_reason(transfer.error());
  }
  recognise_certificate_trouble(answer, heard.body);
  if (request.most_body > 0) answer.body = heard.body.substr(0, request.most_body);
  answer.body_complete = end == Transfer::End::done && heard.body.size() <= request.most_body;
  return answer;
}

}  // namespace

/// A refusal of nginx tells its reason only in the body, which HEAD does not bring: then GET asks once more.
HttpAnswer exchange_http(const HttpRequest& request, const std::string& link, const Limit& limit) {
  const auto method = request.websocket ? HttpRequest::Method::get : request.method;
  HttpAnswer answer = exchange_once(request, link, method, limit);
  bool reason_unknown = answer.result == Result::answered && answer.status == 400 && request.tls &&
                        method == HttpRequest::Method::head;
  if (!reason_unknown || limit.over()) return answer;
  HttpAnswer again = exchange_once(request, link, HttpRequest::Method::get, limit);
  return again.result == Result::answered ? again : answer;
}

}  // namespace onshi
