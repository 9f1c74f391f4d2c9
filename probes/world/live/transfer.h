// SPDX-License-Identifier: GPL-3.0-or-later
// One libcurl transfer to one pinned address: no proxy but the target's, no redirect, no name lookup, no
// reuse, no method but what libcurl does by default. Ends within its Limit. Owned by one call; one thread.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include <curl/curl.h>

#include "probes/world/limit.h"
#include "probes/world/live/socket_waiter.h"
#include "probes/world/live/tls_watch.h"
#include "probes/world/network.h"

namespace onshi {

struct EasyFree {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};

class Transfer {
 public:
  enum class End { done, failed, timeout, cancelled };

  /// `link`: by which to leave; empty for the system's own way.
  Transfer(const Target& target, const std::string& link, bool tls, const std::string& path);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;
  ~Transfer();

  [[nodiscard]] CURL* easy() const { return easy_.get(); }
  /// `watch` must outlive this; the system's roots are loaded only when they are wanted.
  void use_tls(TlsWatch& watch, bool system_roots);

  End run(const Limit& limit);

  [[nodiscard]] CURLcode code() const { return code_; }
  /// libcurl's own words; technical.
  [[nodiscard]] std::string error() const { return error_; }
  /// To the target, or to its proxy.
  [[nodiscard]] bool connected() const;
  /// What the proxy said to CONNECT; 0 when it said nothing, or there is none.
  [[nodiscard]] int proxy_status() const;
  [[nodiscard]] TcpAnswer tcp() const;
  /// From the beginning to the agreement of TLS, or to the end when there was none.
  [[nodiscard]] std::chrono::milliseconds tls_elapsed() const;

 private:
  struct ListFree {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };
  void collect_messages();
  [[nodiscard]] std::chrono::milliseconds connect_elapsed() const;

  std::unique_ptr<curl_slist, ListFree> pinned_;
  SocketWaiter waiter_;
  std::unique_ptr<CURL, EasyFree> easy_;
  struct Socket {
    std::string link;
    int largest_segment = 0;
  };
  static int prepare_socket(void* wishes, curl_socket_t socket, curlsocktype purpose);
  Socket wishes_;
  char error_[CURL_ERROR_SIZE] = {};
  const TlsWatch* watch_ = nullptr;
  CURLcode code_ = CURLE_OK;
  End end_ = End::failed;
  bool finished_ = false;
  bool added_ = false;
  Limit::Clock::time_point begun_;
  std::chrono::milliseconds elapsed_{0};
};

}  // namespace onshi
