// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <filesystem>
#include <fstream>

#include <boost/test/unit_test.hpp>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "probes/world/linux/card_conversations.h"
#include "probes/world/linux/descriptor.h"

namespace fs = std::filesystem;
using namespace onshi;

namespace {

const std::string kPlace = "/run/pcscd/pcscd.comm";

template <typename Plain>
std::string bytes_of(const Plain& plain) {
  return {reinterpret_cast<const char*>(&plain), sizeof plain};
}

std::string padded(std::string bytes) {
  bytes.resize((bytes.size() + 3) & ~std::size_t{3});
  return bytes;
}

std::string attribute(std::uint16_t type, const std::string& value) {
  const nlattr head{static_cast<std::uint16_t>(sizeof(nlattr) + value.size()), type};
  return padded(bytes_of(head) + value);
}

/// One socket as the kernel tells it, with the name it is bound to and the number at its other end.
std::string told(const std::string& name, std::uint32_t peer) {
  std::string body = bytes_of(unix_diag_msg{});
  if (!name.empty()) body += attribute(UNIX_DIAG_NAME, name + std::string(1, '\0'));
  if (peer != 0) body += attribute(UNIX_DIAG_PEER, bytes_of(peer));
  nlmsghdr head{};
  head.nlmsg_len = static_cast<std::uint32_t>(sizeof head + body.size());
  head.nlmsg_type = SOCK_DIAG_BY_FAMILY;
  return bytes_of(head) + padded(body);
}

/// A /proc of invented processes.
class Processes {
 public:
  Processes() : folder_(fs::temp_directory_path() / ("onshi-proc-" + std::to_string(::getpid()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "self" / "fd");
  }
  Processes(const Processes&) = delete;
  Processes& operator=(const Processes&) = delete;
  ~Processes() { fs::remove_all(folder_); }

  void add(int process, const std::string& name, const std::vector<int>& sockets,
           const std::string& file = "") const {
    const fs::path place = folder_ / std::to_string(process);
    fs::create_directories(place / "fd");
    std::ofstream(place / "comm") << name << '\n';
    if (!file.empty()) fs::create_symlink(file, place / "exe");
    fs::create_symlink("/dev/null", place / "fd" / "0");
    for (const int socket : sockets) {
      fs::create_symlink("socket:[" + std::to_string(socket) + "]", place / "fd" / std::to_string(socket));
    }
  }
  [[nodiscard]] const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(card_conversations_tests)

BOOST_AUTO_TEST_CASE(the_far_ends_of_the_services_own_sockets_are_taken) {
  const std::string dump = told("", 11) + told(kPlace, 21) + told("/run/other", 31) + told(kPlace, 22) +
                           told(kPlace, 0) + told(kPlace + "x", 41);
  BOOST_TEST((far_ends(dump, kPlace) == SocketNumbers{21, 22}));
  for (std::size_t length = 0; length < dump.size(); ++length) {
    const auto cut = far_ends(std::string_view(dump).substr(0, length), kPlace);
    BOOST_TEST(cut.size() <= 2U);
  }
}

BOOST_AUTO_TEST_CASE(each_program_is_told_once_with_its_process) {
  const Processes processes;
  processes.add(300, "browser", {21, 22, 90});
  processes.add(40, "filing", {23});
  processes.add(50, "elsewhere", {91});
  const auto found = owners_of({21, 22, 23}, processes.folder(), 1);
  BOOST_TEST((found == CardPrograms{{{"filing", 40}, {"browser", 300}}, 0}));
}

BOOST_AUTO_TEST_CASE(our_own_conversations_are_nobody_elses) {
  const Processes processes;
  processes.add(40, "onshi", {21, 22});
  BOOST_TEST((owners_of({21, 22}, processes.folder(), 40) == CardPrograms{}));
}

BOOST_AUTO_TEST_CASE(what_nobody_is_seen_to_hold_is_counted) {
  const Processes processes;
  processes.add(40, "filing", {21});
  BOOST_TEST((owners_of({21, 22, 23}, processes.folder(), 1) == CardPrograms{{{"filing", 40}}, 2}));
  BOOST_TEST((owners_of({21}, processes.folder() / "absent", 1) == CardPrograms{{}, 1}));
}

BOOST_AUTO_TEST_CASE(a_name_that_the_kernel_cut_is_told_whole) {
  const Processes processes;
  processes.add(40, "practice-progra", {21}, "/usr/bin/practice-program");
  processes.add(41, "worker-of-the-p", {22}, "/usr/bin/practice-program");
  const auto found = owners_of({21, 22}, processes.folder(), 1);
  BOOST_TEST((found == CardPrograms{{{"practice-program", 40}, {"worker-of-the-p", 41}}, 0}));
}

/// Through the real kernel: this process is at both ends, so there is nobody else.
BOOST_AUTO_TEST_CASE(the_kernel_tells_who_is_at_the_other_end) {
  const std::string place =
      (fs::temp_directory_path() / ("onshi-service-" + std::to_string(::getpid()))).string();
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  place.copy(address.sun_path, sizeof address.sun_path - 1);
  const auto* where = reinterpret_cast<const sockaddr*>(&address);
  const Descriptor service(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  BOOST_REQUIRE(::bind(service.get(), where, sizeof address) == 0);
  BOOST_REQUIRE(::listen(service.get(), 1) == 0);
  const Descriptor client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  BOOST_REQUIRE(::connect(client.get(), where, sizeof address) == 0);
  const Descriptor accepted(::accept4(service.get(), nullptr, nullptr, SOCK_CLOEXEC));
  ::setenv("PCSCLITE_CSOCK_NAME", place.c_str(), 1);
  const auto found = card_conversations();
  ::unsetenv("PCSCLITE_CSOCK_NAME");
  fs::remove(place);
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST((*found == CardPrograms{}));
}

BOOST_AUTO_TEST_SUITE_END()
