// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/name_exchange.h"

#include <array>
#include <cerrno>
#include <memory>
#include <random>
#include <vector>

#include <ares.h>

#include "probes/world/live/error_number.h"
#include "probes/world/live/name_reply.h"
#include "probes/world/live/socket_waiter.h"

namespace onshi {
namespace {

using Result = NameAnswer::Result;
using Way = NameQuestion::Way;
constexpr int edns_bytes = 1232;  // line.md §7
constexpr int internet_class = 1;

struct ChannelFree {
  void operator()(ares_channel channel) const { ares_destroy(channel); }
};
using Channel = std::unique_ptr<ares_channeldata, ChannelFree>;

bool uses_edns(Way way) { return way == Way::udp_edns || way == Way::udp_edns_alone; }

int flags_of(Way way) {
  int flags = ARES_FLAG_NOSEARCH | ARES_FLAG_NOALIASES | ARES_FLAG_IGNTC | ARES_FLAG_NOCHECKRESP;
  if (way == Way::tcp) flags |= ARES_FLAG_USEVC;
  if (uses_edns(way)) flags |= ARES_FLAG_EDNS;
  return flags;
}

Channel make_channel(Way way, std::chrono::milliseconds time) {
  static const int prepared = ares_library_init(ARES_LIB_INIT_ALL);
  ares_options options{};
  std::array<char, 2> lookups = {'b', '\0'};
  options.flags = flags_of(way);
  options.timeout = static_cast<int>(std::max<std::int64_t>(time.count(), 1));
  options.tries = 1;
  options.lookups = lookups.data();
  options.ednspsz = edns_bytes;
  int mask = ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_DOMAINS | ARES_OPT_LOOKUPS;
  if (uses_edns(way)) mask |= ARES_OPT_EDNSPSZ;
  ares_channel channel = nullptr;
  if (prepared != ARES_SUCCESS || ares_init_options(&channel, &options, mask) != ARES_SUCCESS) return nullptr;
  return Channel(channel);
}

std::string text_of(const ares_addr_node& server) {
  std::array<char, 64> text{};
  ares_inet_ntop(server.family, &server.addr, text.data(), text.size());
  return text.data();
}

std::vector<std::string> servers_of(ares_channel channel) {
  ares_addr_node* servers = nullptr;
  if (ares_get_servers(channel, &servers) != ARES_SUCCESS) return {};
  std::vector<std::string> found;
  for (const ares_addr_node* server = servers; server != nullptr; server = server->next) {
    found.push_back(text_of(*server));
  }
  ares_free_data(servers);
  return found;
}

/// With the system's servers, which share the time.
Channel make_system_channel(Way way, std::chrono::milliseconds time) {
  Channel channel = make_channel(way, time);
  const auto servers = channel ? std::ssize(servers_of(channel.get())) : 0;
  return servers > 1 ? make_channel(way, time / servers) : std::move(channel);
}

std::string without_scope(const std::string& server) { return server.substr(0, server.find('%')); }

std::string link_of(ares_channel channel, const NameQuestion& question, const LinkChoice& choice) {
  if (!question.server.empty()) return chosen(choice, without_scope(question.server));
  std::string link;
  const auto servers = servers_of(channel);
  for (const std::string& server : servers) {
    const std::string own = chosen(choice, server);
    if (&server != &servers.front() && own != link) return {};
    link = own;
  }
  return link;
}

int keep_socket(ares_socket_t socket, int /*type*/, void* link) {
  return keep_to_link(socket, *static_cast<const std::string*>(link)) ? 0 : -1;
}

/// A link-local server needs the socket on its link.
bool set_server(ares_channel channel, const std::string& server) {
  auto scope = server.find('%');
  const std::string address = without_scope(server);
  if (scope != std::string::npos) ares_set_local_dev(channel, server.substr(scope + 1).c_str());
  ares_addr_node node{};
  node.family = address.find(':') != std::string::npos ? AF_INET6 : AF_INET;
  return ares_inet_pton(node.family, address.c_str(), &node.addr) == 1 &&
         ares_set_servers(channel, &node) == ARES_SUCCESS;
}

struct Arrival {
  bool done = false;
  int status = ARES_ETIMEOUT;
  int error = 0;  // the system's, when there was one
  std::vector<std::uint8_t> reply;
};

void arrived(void* where, int status, int /*timeouts*/, unsigned char* reply, int length) {
  auto& arrival = *static_cast<Arrival*>(where);
  arrival.done = true;
  arrival.error = errno == EAGAIN || errno == EINPROGRESS ? 0 : errno;
  arrival.status = status;
  if (reply != nullptr && length > 0) arrival.reply.assign(reply, reply + length);
}

using Question = std::unique_ptr<unsigned char, decltype(&ares_free_string)>;

/// Sends the question; the answer arrives in `arrival`, perhaps at once.
bool send(ares_channel channel, const NameQuestion& question, Arrival& arrival) {
  unsigned char* bytes = nullptr;
  int length = 0;
  int type = question.type == NameQuestion::Type::a ? 1 : 28;
  int edns = uses_edns(question.way) ? edns_bytes : 0;
  auto id = static_cast<unsigned short>(std::random_device{}());
  if (ares_create_query(question.name.c_str(), internet_class, type, id, 1, &bytes, &length, edns) !=
      ARES_SUCCESS) {
    return false;
  }
  Question owner(bytes, [](void* text) { ares_free_string(text); });
  ares_send(channel, bytes, length, arrived, &arrival);
  return true;
}

std::vector<curl_waitfd> wanted_of(ares_channel channel) {
  std::array<ares_socket_t, ARES_GETSOCK_MAXNUM> sockets{};
  auto bits = static_cast<unsigned>(ares_getsock(channel, sockets.data(), static_cast<int>(sockets.size())));
  std::vector<curl_waitfd> wanted;
  for (unsigned i = 0; i < sockets.size(); ++i) {
    short events = 0;
    if (ARES_GETSOCK_READABLE(bits, i) != 0) events |= CURL_WAIT_POLLIN;
    if (ARES_GETSOCK_WRITABLE(bits, i) != 0) events |= CURL_WAIT_POLLOUT;
    if (events != 0) wanted.push_back({sockets.at(i), events, 0});
  }
  return wanted;
}

std::chrono::milliseconds next_timeout(ares_channel channel, std::chrono::milliseconds most) {
  timeval bound{};
  timeval chosen{};
  bound.tv_sec = static_cast<decltype(bound.tv_sec)>(most.count() / 1000);
  bound.tv_usec = static_cast<decltype(bound.tv_usec)>(most.count() % 1000 * 1000);
  const timeval* next = ares_timeout(channel, &bound, &chosen);
  return std::chrono::milliseconds(std::int64_t{next->tv_sec} * 1000 + next->tv_usec / 1000 + 1);
}

/// A datagram socket is always read, because an ICMP error makes it ready in a way that is not told; a stream
/// socket only when it is ready.
void process(ares_channel channel, Way way, const std::vector<curl_waitfd>& sockets) {
  ares_process_fd(channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD);
  for (const curl_waitfd& entry : sockets) {
    bool readable = way != Way::tcp || (entry.revents & CURL_WAIT_POLLIN) != 0;
    bool writable = (entry.revents & CURL_WAIT_POLLOUT) != 0;
    ares_process_fd(channel, readable ? entry.fd : ARES_SOCKET_BAD, writable ? entry.fd : ARES_SOCKET_BAD);
  }
}

void await(ares_channel channel, Way way, Arrival& arrival, const Limit& limit) {
  SocketWaiter waiter;
  while (!arrival.done && !limit.over()) {
    auto sockets = wanted_of(channel);
    waiter.wait(sockets, limit.within(next_timeout(channel, limit.remaining())));
    process(channel, way, sockets);
  }
}

/// c-ares asks again without EDNS, and then leaves its flag out, when a server cannot bear it.
bool gave_up_edns(ares_channel channel) {
  ares_options options{};
  int mask = 0;
  if (ares_save_options(channel, &options, &mask) != ARES_SUCCESS) return false;
  bool given_up = (options.flags & ARES_FLAG_EDNS) == 0;
  ares_destroy_options(&options);
  return given_up;
}

NameAnswer failed(std::string error) {
  NameAnswer answer;
  answer.error = std::move(error);
  return answer;
}

NameAnswer without_reply(const Arrival& arrival) {
  NameAnswer answer;
  switch (arrival.status) {
    case ARES_ETIMEOUT:
      answer.result = Result::timeout;
      break;
    case ARES_ECONNREFUSED:
      answer.result = Result::unreachable;
      answer.error = arrival.error != 0 ? error_name(arrival.error) : "ECONNREFUSED";
      break;
    default:
      answer.error = ares_strerror(arrival.status);
  }
  return answer;
}

NameAnswer answer_of(ares_channel channel, const NameQuestion& question, const Arrival& arrival) {
  if (arrival.status != ARES_SUCCESS) return without_reply(arrival);
  NameAnswer answer = read_name_reply(arrival.reply, question.type);
  bool bears_plain = answer.result != Result::format_error;
  if (bears_plain && question.way == Way::udp_edns && gave_up_edns(channel)) answer.error = "EDNS";
  return answer;
}

}  // namespace

NameAnswer exchange_name(const NameQuestion& question, const Limit& limit, const LinkChoice& choice) {
  bool by_system = question.server.empty();
  Arrival arrival;   // outlives the channel, which may still write to it as it goes
  std::string link;  // the same
  Channel channel = by_system ? make_system_channel(question.way, limit.remaining())
                              : make_channel(question.way, limit.remaining());
  if (!channel) return failed("no name channel");
  if (!by_system && !set_server(channel.get(), question.server)) return failed("not a server address");
  link = link_of(channel.get(), question, choice);
  if (!link.empty()) ares_set_socket_configure_callback(channel.get(), keep_socket, &link);
  errno = 0;
  if (!send(channel.get(), question, arrival)) return failed("not a name");
  await(channel.get(), question.way, arrival, limit);
  NameAnswer answer = answer_of(channel.get(), question, arrival);
  if (limit.cancelled()) answer.result = Result::cancelled;
  return answer;
}

}  // namespace onshi
