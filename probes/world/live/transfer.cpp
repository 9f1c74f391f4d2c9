// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/transfer.h"

#include <new>

#include "probes/world/live/error_number.h"
#include "probes/world/live/link_choice.h"
#include "probes/world/live/segment_clamp.h"

namespace onshi {
namespace {

std::string bracketed(const std::string& address) {
  return address.find(':') == std::string::npos ? address : "[" + address + "]";
}

std::string url_of(const Target& target, bool tls, const std::string& path) {
  return std::string(tls ? "https://" : "http://") + bracketed(target.host) + ":" +
         std::to_string(target.port) + path;
}

std::string pin_of(const std::string& host, std::uint16_t port, const std::string& address) {
  return bracketed(host) + ":" + std::to_string(port) + ":" + bracketed(address);
}

/// Of the target, or of the proxy, which then looks the target up itself.
std::string pin_of(const Target& target) {
  if (target.proxy) return pin_of(target.proxy->host, target.proxy->port, target.proxy->address);
  return pin_of(target.host, target.port, target.address);
}

CURLcode prepare_context(CURL* /*easy*/, void* context, void* watch) {
  bool good = static_cast<TlsWatch*>(watch)->prepare(static_cast<SSL_CTX*>(context));
  return good ? CURLE_OK : CURLE_ABORTED_BY_CALLBACK;
}

std::chrono::microseconds time_until(CURL* easy, CURLINFO point) {
  curl_off_t micros = 0;
  curl_easy_getinfo(easy, point, &micros);
  return std::chrono::microseconds(micros);
}

void keep_to_the_target(CURL* easy) {
  curl_easy_setopt(easy, CURLOPT_PROXY, "");
  curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
  curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
  curl_easy_setopt(easy, CURLOPT_SSL_SESSIONID_CACHE, 0L);
  curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
}

/// A proxy is asked for a tunnel where TLS follows; what is not encrypted it fetches itself, and many refuse
/// a tunnel for that.
void go_through(CURL* easy, const ProxyHop& proxy, bool tls) {
  const std::string address = "http://" + bracketed(proxy.host) + ":" + std::to_string(proxy.port);
  curl_easy_setopt(easy, CURLOPT_PROXY, address.c_str());
  curl_easy_setopt(easy, CURLOPT_NOPROXY, "");
  curl_easy_setopt(easy, CURLOPT_HTTPPROXYTUNNEL, tls ? 1L : 0L);
  curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
}

}  // namespace

int Transfer::prepare_socket(void* wishes, curl_socket_t socket, curlsocktype /*purpose*/) {
  const auto& [link, largest_segment] = *static_cast<const Socket*>(wishes);
  if (largest_segment > 0) clamp_segments(socket, largest_segment);
  return keep_to_link(socket, link) ? CURL_SOCKOPT_OK : CURL_SOCKOPT_ERROR;
}

Transfer::Transfer(const Target& target, const std::string& link, bool tls, const std::string& path)
    : pinned_(curl_slist_append(nullptr, pin_of(target).c_str())),
      easy_(curl_easy_init()),
      wishes_{link, target.largest_segment} {
  if (!easy_ || !pinned_) throw std::bad_alloc();
  curl_easy_setopt(easy(), CURLOPT_URL, url_of(target, tls, path).c_str());
  curl_easy_setopt(easy(), CURLOPT_RESOLVE, pinned_.get());
  curl_easy_setopt(easy(), CURLOPT_ERRORBUFFER, error_);
  curl_easy_setopt(easy(), CURLOPT_NOSIGNAL, 1L);
  if (!target.source.empty()) curl_easy_setopt(easy(), CURLOPT_INTERFACE, ("host!" + target.source).c_str());
  keep_to_the_target(easy());
  if (target.proxy) go_through(easy(), *target.proxy, tls);
  curl_easy_setopt(easy(), CURLOPT_SOCKOPTFUNCTION, prepare_socket);
  curl_easy_setopt(easy(), CURLOPT_SOCKOPTDATA, &wishes_);
}

Transfer::~Transfer() {
  if (added_) curl_multi_remove_handle(waiter_.multi(), easy());
}

void Transfer::use_tls(TlsWatch& watch, bool system_roots) {
  watch_ = &watch;
  curl_easy_setopt(easy(), CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(easy(), CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(easy(), CURLOPT_SSL_CTX_FUNCTION, prepare_context);
  curl_easy_setopt(easy(), CURLOPT_SSL_CTX_DATA, &watch);
  if (system_roots) return;
  curl_easy_setopt(easy(), CURLOPT_CAINFO, nullptr);
  curl_easy_setopt(easy(), CURLOPT_CAPATH, nullptr);
}

void Transfer::collect_messages() {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(waiter_.multi(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    finished_ = true;
    code_ = message->data.result;
  }
}

Transfer::End Transfer::run(const Limit& limit) {
  begun_ = Limit::Clock::now();
  added_ = curl_multi_add_handle(waiter_.multi(), easy()) == CURLM_OK;
  while (added_ && !finished_ && !limit.over()) {
    int running = 0;
    curl_multi_perform(waiter_.multi(), &running);
    collect_messages();
    if (!finished_) waiter_.wait({}, limit.within(std::chrono::seconds(1)));
  }
  elapsed_ = std::chrono::duration_cast<std::chrono::milliseconds>(Limit::Clock::now() - begun_);
  if (finished_) {
    end_ = code_ == CURLE_OK ? End::done : End::failed;
  } else {
    end_ = limit.cancelled() ? End::cancelled : End::timeout;
  }
  return end_;
}

/// libcurl forgets the time of the connection when TLS fails after it.
bool Transfer::connected() const {
  bool tls_begun = watch_ != nullptr && watch_->begun();
  return tls_begun || time_until(easy(), CURLINFO_CONNECT_TIME_T).count() > 0;
}

int Transfer::proxy_status() const {
  long status = 0;
  curl_easy_getinfo(easy(), CURLINFO_HTTP_CONNECTCODE, &status);
  return static_cast<int>(status);
}

std::chrono::milliseconds Transfer::connect_elapsed() const {
  using std::chrono::duration_cast;
  using std::chrono::milliseconds;
  bool tls_begun = watch_ != nullptr && watch_->begun();
  return tls_begun ? duration_cast<milliseconds>(*watch_->begun() - begun_)
                   : duration_cast<milliseconds>(time_until(easy(), CURLINFO_CONNECT_TIME_T));
}

std::chrono::milliseconds Transfer::tls_elapsed() const {
  auto agreed = time_until(easy(), CURLINFO_APPCONNECT_TIME_T);
  return agreed.count() > 0 ? std::chrono::duration_cast<std::chrono::milliseconds>(agreed) : elapsed_;
}

TcpAnswer Transfer::tcp() const {
  TcpAnswer answer;
  answer.elapsed = elapsed_;
  if (connected()) {
    char* source = nullptr;
    curl_easy_getinfo(easy(), CURLINFO_LOCAL_IP, &source);
    answer.source = source == nullptr ? "" : source;
    answer.result = TcpAnswer::Result::connected;
    answer.elapsed = connect_elapsed();
    return answer;
  }
  if (end_ == End::timeout) answer.result = TcpAnswer::Result::timeout;
  if (end_ == End::cancelled) answer.result = TcpAnswer::Result::cancelled;
  if (end_ != End::failed) return answer;
  long number = 0;
  curl_easy_getinfo(easy(), CURLINFO_OS_ERRNO, &number);
  answer.error_number = static_cast<int>(number);
  answer.error = number != 0 ? error_name(answer.error_number) : error();
  answer.result = number != 0 ? result_of_error(answer.error_number) : TcpAnswer::Result::failed;
  return answer;
}

}  // namespace onshi
