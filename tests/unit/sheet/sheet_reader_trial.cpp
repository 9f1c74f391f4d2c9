// SPDX-License-Identifier: GPL-3.0-or-later
// What a hostile file could try if it took the small program over. Confines itself like the small program,
// tries the one thing named on the command line and ends with 0 only if it succeeded; 1 when it was refused.
#include <array>
#include <atomic>
#include <new>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "probes/sheet/reader/read_input.h"

namespace {

constexpr int kDone = 0;
constexpr int kRefused = 1;
constexpr int kNotConfined = 3;

int outcome(bool succeeded) { return succeeded ? kDone : kRefused; }

int open_socket() { return outcome(::socket(AF_INET, SOCK_STREAM, 0) >= 0); }
int open_local_socket() { return outcome(::socket(AF_UNIX, SOCK_STREAM, 0) >= 0); }
int open_for_reading(const char* path) { return outcome(::open(path, O_RDONLY) >= 0); }
int create_file() { return outcome(::open("/tmp/onshi-trial", O_WRONLY | O_CREAT, 0600) >= 0); }
int start_process() { return outcome(::fork() >= 0); }
int start_program() {
  std::array<char*, 1> none{nullptr};
  ::execve("/bin/true", none.data(), none.data());
  return kRefused;
}
int signal_parent() { return outcome(::kill(::getppid(), 0) == 0); }
int loop_for_ever() {
  std::atomic<unsigned> turns{0};
  while (true) ++turns;
}
int take_all_memory() {
  std::vector<std::vector<char>> taken;
  try {
    while (taken.size() < 1024) taken.emplace_back(std::size_t{16} << 20, 'x');
  } catch (const std::bad_alloc&) {
    return kRefused;
  }
  return kDone;
}
int write_for_ever() {
  const std::vector<char> block(std::size_t{1} << 20, 'x');
  while (::write(1, block.data(), block.size()) > 0) {
  }
  return kDone;
}

int attempt(std::string_view what) {
  if (what == "nothing") return kDone;
  if (what == "table") return open_for_reading("/usr/share/poppler/cidToUnicode/Adobe-Japan1");
  if (what == "socket") return open_socket();
  if (what == "local-socket") return open_local_socket();
  if (what == "passwd") return open_for_reading("/etc/passwd");
  if (what == "climb") return open_for_reading("/usr/share/poppler/../../../etc/hostname");
  if (what == "create") return create_file();
  if (what == "fork") return start_process();
  if (what == "exec") return start_program();
  if (what == "kill") return signal_parent();
  if (what == "loop") return loop_for_ever();
  if (what == "memory") return take_all_memory();
  if (what == "output") return write_for_ever();
  return kNotConfined + 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return kNotConfined + 1;
  if (!onshi::confine_self(onshi::sheet_reader::confinement())) return kNotConfined;
  return attempt(arguments[1]);
}
