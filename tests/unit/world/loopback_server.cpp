// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/world/loopback_server.h"

#include <array>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace onshi::test {
namespace {

using Context = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;
using Connection = std::unique_ptr<SSL, decltype(&SSL_free)>;

Context context_of(const Identity& identity, const TlsManner& manner) {
  Context context(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
  SSL_CTX_set_max_proto_version(context.get(), manner.version);
  SSL_CTX_use_certificate(context.get(), identity.certificate.get());
  SSL_CTX_use_PrivateKey(context.get(), identity.key.get());
  if (manner.client_authority == nullptr) return context;
  X509* authority = manner.client_authority->certificate.get();
  X509_STORE_add_cert(SSL_CTX_get_cert_store(context.get()), authority);
  SSL_CTX_add_client_CA(context.get(), authority);
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
  return context;
}

void converse(SSL* ssl, const TlsManner& manner, std::vector<std::string>* requests) {
  if (SSL_accept(ssl) != 1) return;
  std::array<char, 4096> buffer{};
  int count = SSL_read(ssl, buffer.data(), static_cast<int>(buffer.size()));
  if (count <= 0) return;
  const std::string request(buffer.data(), static_cast<std::size_t>(count));
  if (requests != nullptr) requests->push_back(request);
  const std::string answer = manner.answer_to ? manner.answer_to(request) : manner.answer;
  if (!answer.empty()) SSL_write(ssl, answer.data(), static_cast<int>(answer.size()));
  SSL_shutdown(ssl);
}

}  // namespace

LoopbackServer::LoopbackServer(std::function<void(int)> serve)
    : serve_(std::move(serve)), socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  auto* raw = reinterpret_cast<sockaddr*>(&address);
  if (::bind(socket_, raw, length) != 0 || ::listen(socket_, 8) != 0 ||
      ::getsockname(socket_, raw, &length) != 0) {
    throw std::runtime_error("no loopback server");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { accept_all(); });
}

LoopbackServer::~LoopbackServer() {
  ::shutdown(socket_, SHUT_RDWR);
  thread_.join();
  ::close(socket_);
}

void LoopbackServer::accept_all() {
  while (true) {
    int accepted = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
    if (accepted < 0) return;
    ++connections_;
    serve_(accepted);
    ::close(accepted);
  }
}

std::function<void(int)> tls_service(const Identity& identity, const TlsManner& manner,
                                     std::vector<std::string>* requests) {
  return [&identity, manner, requests](int socket) {
    Context context = context_of(identity, manner);
    Connection ssl(SSL_new(context.get()), &SSL_free);
    SSL_set_fd(ssl.get(), socket);
    converse(ssl.get(), manner, requests);
    ::shutdown(socket, SHUT_WR);
    read_to_the_end(socket);
  };
}

void read_to_the_end(int socket) {
  std::array<char, 4096> buffer{};
  while (::read(socket, buffer.data(), buffer.size()) > 0) {
  }
}

void reset(int socket) {
  linger now{1, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

}  // namespace onshi::test
