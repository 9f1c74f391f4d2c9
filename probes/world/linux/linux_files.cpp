// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "probes/world/files.h"

namespace onshi {
namespace {

using Done = std::expected<void, FileTrouble>;

FileTrouble::What what_of(int error) {
  switch (error) {
    case ENOENT:
      return FileTrouble::What::not_found;
    case EROFS:
    case EACCES:
    case EPERM:
      return FileTrouble::What::read_only;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return FileTrouble::What::full;
    default:
      return FileTrouble::What::failed;
  }
}

std::unexpected<FileTrouble> trouble(FileTrouble::What what, int error, const char* detail) {
  return std::unexpected(FileTrouble{what, error, detail});
}

std::unexpected<FileTrouble> trouble(const char* doing, int error) {
  return std::unexpected(
      FileTrouble{what_of(error), error, std::string(doing) + ": " + std::generic_category().message(error)});
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  [[nodiscard]] int get() const { return number_; }

 private:
  int number_;
};

/// Whether `path` still names what is open here: another process may have renamed it away while we waited for
/// its lock.
bool still_named(const Descriptor& file, const std::filesystem::path& path) {
  struct stat open_one{};
  struct stat named_one{};
  if (fstat(file.get(), &open_one) != 0 || lstat(path.c_str(), &named_one) != 0) return false;
  return open_one.st_dev == named_one.st_dev && open_one.st_ino == named_one.st_ino;
}

constexpr std::chrono::seconds kLongestWait{1};  // for another writer, who needs milliseconds
constexpr std::chrono::milliseconds kBetweenTries{5};

/// Another writer that hangs, or one on a network share that went away, must not stop this program.
Done lock(const Descriptor& file, std::chrono::steady_clock::time_point until) {
  while (flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    const int error = errno;
    const bool busy = error == EWOULDBLOCK || error == EINTR;
    if (!busy || std::chrono::steady_clock::now() >= until) return trouble("lock", error);
    std::this_thread::sleep_for(kBetweenTries);
  }
  return {};
}

/// The temporary file, empty and ours alone. Its name is always the same, so one that a crash left is used
/// again.
std::expected<Descriptor, FileTrouble> open_temporary(const std::filesystem::path& path) {
  const auto until = std::chrono::steady_clock::now() + kLongestWait;
  while (true) {
    Descriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (file.get() < 0) return trouble("open", errno);
    if (const Done locked = lock(file, until); !locked) return std::unexpected(locked.error());
    if (!still_named(file, path)) continue;
    if (ftruncate(file.get(), 0) != 0 || fchmod(file.get(), 0600) != 0) return trouble("truncate", errno);
    return file;
  }
}

Done write_all(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return trouble("write", errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (fsync(file.get()) != 0) return trouble("fsync", errno);
  return {};
}

Done flush_folder(const std::filesystem::path& folder) {
  const Descriptor open_folder(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (open_folder.get() < 0) return trouble("open folder", errno);
  // Some file systems cannot flush a folder and say EINVAL; the rename has happened all the same.
  if (fsync(open_folder.get()) != 0 && errno != EINVAL) return trouble("fsync folder", errno);
  return {};
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

Done make_one(const std::filesystem::path& folder) {
  if (mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST) return {};
  return trouble("mkdir", errno);
}

std::expected<std::string, FileTrouble> read_all(const Descriptor& file, std::size_t most_bytes) {
  std::string bytes;
  std::array<char, 16384> piece{};
  while (bytes.size() <= most_bytes) {
    const ssize_t got = read(file.get(), piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return trouble("read", errno);
    if (got == 0) return bytes;
    bytes.append(piece.data(), static_cast<std::size_t>(got));
  }
  return trouble(FileTrouble::What::too_large, 0, "read");
}

}  // namespace

Done write_file_safely(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path folder = folder_of(path);
  const std::filesystem::path temporary = folder / ("." + path.filename().string() + ".new");
  const auto file = open_temporary(temporary);
  if (!file) return std::unexpected(file.error());
  if (const Done written = write_all(*file, bytes); !written) {
    unlink(temporary.c_str());
    return written;
  }
  if (rename(temporary.c_str(), path.c_str()) != 0) {
    const int error = errno;
    unlink(temporary.c_str());
    return trouble("rename", error);
  }
  return flush_folder(folder);
}

std::expected<std::string, FileTrouble> read_file(const std::filesystem::path& path, std::size_t most_bytes) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  if (file.get() < 0 && errno == EACCES) return trouble(FileTrouble::What::refused, EACCES, "open");
  if (file.get() < 0) return trouble("open", errno);
  struct stat what{};
  if (fstat(file.get(), &what) != 0) return trouble("stat", errno);
  if (!S_ISREG(what.st_mode)) return trouble(FileTrouble::What::failed, 0, "not a regular file");
  return read_all(file, most_bytes);
}

Done make_private_folder(const std::filesystem::path& folder) {
  std::filesystem::path made;
  for (const auto& part : folder) {
    made /= part;
    if (const Done done = make_one(made); !done) {
      std::error_code ignored;
      if (!std::filesystem::is_directory(made, ignored)) return done;
    }
  }
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored)) return trouble("mkdir", ENOTDIR);
  return {};
}

}  // namespace onshi
