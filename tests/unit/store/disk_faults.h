// SPDX-License-Identifier: GPL-3.0-or-later
// Makes writing fail on purpose while it lives: a folder that may not be written, and a disk on which nothing
// fits, and a file that is locked. A superuser may write anywhere, so the first one also steps down for its
// time. One at a time, one thread.
#pragma once

#include <csignal>
#include <filesystem>
#include <stdexcept>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

namespace onshi::test {

class ReadOnlyFolder {
 public:
  explicit ReadOnlyFolder(std::filesystem::path folder) : folder_(std::move(folder)) {
    using std::filesystem::perms;
    std::filesystem::permissions(folder_, perms::owner_read | perms::owner_exec | perms::group_read |
                                              perms::group_exec | perms::others_read | perms::others_exec);
    if (geteuid() == 0 && seteuid(kNobody) != 0) throw std::runtime_error("cannot step down from superuser");
  }
  ReadOnlyFolder(const ReadOnlyFolder&) = delete;
  ReadOnlyFolder& operator=(const ReadOnlyFolder&) = delete;
  ~ReadOnlyFolder() {
    if (getuid() == 0 && seteuid(0) != 0) std::terminate();
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
  }

 private:
  static constexpr uid_t kNobody = 65534;
  std::filesystem::path folder_;
};

class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes_left = 8) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit tiny{bytes_left, before_.rlim_max};
    if (setrlimit(RLIMIT_FSIZE, &tiny) != 0) throw std::runtime_error("cannot limit the size of files");
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

/// A file that somebody else has locked for writing.
class LockedFile {
 public:
  explicit LockedFile(const std::filesystem::path& file)
      : number_(open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600)) {
    if (number_ < 0 || flock(number_, LOCK_EX | LOCK_NB) != 0) throw std::runtime_error("cannot lock");
  }
  LockedFile(const LockedFile&) = delete;
  LockedFile& operator=(const LockedFile&) = delete;
  ~LockedFile() { close(number_); }

 private:
  int number_;
};

}  // namespace onshi::test
