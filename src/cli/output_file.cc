#include "cli/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>

namespace selaras {
namespace {

FileFault fault_of(int error) {
  switch (error) {
    case ENOENT: case ENOTDIR: return FileFault::missing;
    case EISDIR: return FileFault::not_a_file;
    case ELOOP: return FileFault::loop;
    case ENOSPC: case EDQUOT: case EFBIG: return FileFault::no_room;
    default: return FileFault::not_writable;
  }
}

bool write_all(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t wrote = write(file, content.data(), content.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return false;
    content.remove_prefix(static_cast<size_t>(wrote));
  }
  return true;
}

/// Writes and closes; the error, 0 when there was none.
int fill(int file, std::string_view content) {
  int error = write_all(file, content) ? 0 : errno;
  if (close(file) != 0 && error == 0) error = errno;
  return error;
}

mode_t rights_of_new_files() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666U & ~mask;
}

std::optional<FileFault> write_into(const std::string& path, std::string_view content) {
  const int file = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return fault_of(errno);
  const int error = fill(file, content);
  return error == 0 ? std::nullopt : std::optional(fault_of(error));
}

}  // namespace

std::optional<FileFault> write_output_file(const std::string& named, std::string_view content) {
  struct stat there{};
  const bool exists = stat(named.c_str(), &there) == 0;
  if (exists && S_ISDIR(there.st_mode)) return FileFault::not_a_file;
  if (exists && !S_ISREG(there.st_mode)) return write_into(named, content);
  if (exists && access(named.c_str(), W_OK) != 0) return FileFault::not_writable;
  std::error_code unresolved;
  const auto target = exists ? std::filesystem::canonical(named, unresolved) : std::filesystem::path(named);
  const std::string path = unresolved ? named : target.string();
  std::string temporary = path + ".XXXXXX";
  const int file = mkostemp(temporary.data(), O_CLOEXEC);
  if (file < 0) return fault_of(errno);
  const mode_t rights = exists ? there.st_mode & 07777U : rights_of_new_files();
  int error = fchmod(file, rights) == 0 ? 0 : errno;
  if (const int filling = fill(file, content); error == 0) error = filling;
  if (error == 0 && rename(temporary.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return std::nullopt;
  unlink(temporary.c_str());
  return fault_of(error);
}

}  // namespace selaras
