#include "base/file_system.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>

namespace selaras {
namespace {

FileFault fault_of(int error, bool writing = false) {
  switch (error) {
    case ENOENT:
    case ENOTDIR: return FileFault::missing;
    case ELOOP: return FileFault::loop;
    case EISDIR: return FileFault::not_a_file;
    case EACCES:
    case EPERM:
    case EROFS: return writing ? FileFault::not_writable : FileFault::unreadable;
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return FileFault::no_room;
    default: return writing ? FileFault::not_writable : FileFault::unreadable;
  }
}

/// A regular file that is open for reading, or why there is none.
struct OpenFile {
  int number;
  size_t size = 0;
  std::optional<FileFault> fault;

  OpenFile(const std::string& path, size_t limit) : number(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    struct stat status {};
    if (number < 0)
      fault = fault_of(errno);
    else if (fstat(number, &status) != 0)
      fault = FileFault::vanished;
    else if (!S_ISREG(status.st_mode))
      fault = FileFault::not_a_file;
    else if (static_cast<size_t>(status.st_size) > limit)
      fault = FileFault::too_large;
    else
      size = static_cast<size_t>(status.st_size);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (number >= 0) close(number);
  }
};

bool write_all(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t wrote = ::write(file, content.data(), content.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    content.remove_prefix(static_cast<size_t>(wrote));
  }
  return true;
}

void make_folders(const std::filesystem::path& folder) {
  if (folder.empty() || mkdir(folder.c_str(), S_IRWXU) == 0 || errno != ENOENT) return;
  make_folders(folder.parent_path());
  mkdir(folder.c_str(), S_IRWXU);
}

}  // namespace

std::variant<FileBytes, FileFault> FileSystem::map(const std::string& path, size_t limit) const {
  auto text = read(path, limit);
  if (const auto* fault = std::get_if<FileFault>(&text)) return *fault;
  return FileBytes::of(std::move(std::get<std::string>(text)));
}

std::variant<std::string, FileFault> DiskFileSystem::read(const std::string& path, size_t limit) const {
  const OpenFile file(path, limit);
  if (file.fault) return *file.fault;
  // One byte more than there should be: a file that grows meanwhile shows itself without another call.
  const size_t expected = file.size;
  std::string text(expected + 1, '\0');
  for (size_t filled = 0;;) {
    const ssize_t got = ::read(file.number, text.data() + filled, text.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return FileFault::vanished;
    filled += static_cast<size_t>(got);
    if (filled > limit) return FileFault::too_large;
    if (got == 0 || filled == expected) {
      text.resize(filled);
      return text;
    }
    if (filled == text.size()) text.resize(2 * filled);
  }
}

std::variant<FileBytes, FileFault> DiskFileSystem::map(const std::string& path, size_t limit) const {
  const OpenFile file(path, limit);
  if (file.fault) return *file.fault;
  const size_t size = file.size;
  if (size == 0) return FileBytes{};
  void* bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.number, 0);
  if (bytes == MAP_FAILED) return FileFault::unreadable;
  const std::shared_ptr<const void> owner(bytes, [size](void* mapped) { munmap(mapped, size); });
  return FileBytes{owner, {static_cast<const char*>(bytes), size}};
}

std::variant<std::vector<DirectoryEntry>, FileFault> DiskFileSystem::list(const std::string& path) const {
  std::error_code error;
  std::filesystem::directory_iterator entry(path, error);
  std::vector<DirectoryEntry> found;
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
    found.push_back({entry->path().filename().string(), entry->is_directory(ignored), entry->is_symlink(ignored)});
  }
  if (error) return fault_of(error.value());
  std::sort(found.begin(), found.end());
  return found;
}

bool DiskFileSystem::is_directory(const std::string& path) const {
  std::error_code error;
  return std::filesystem::is_directory(path, error);
}

bool DiskFileSystem::is_file(const std::string& path) const {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error);
}

std::optional<FileStamp> DiskFileSystem::stamp(const std::string& path) const {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return std::nullopt;
  const auto nanoseconds = [](const timespec& time) { return int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; };
  return FileStamp{status.st_dev, status.st_ino, static_cast<uint64_t>(status.st_size), nanoseconds(status.st_mtim),
                   nanoseconds(status.st_ctim)};
}

std::optional<FileFault> DiskFileSystem::replace(const std::string& path, std::string_view content) {
  make_folders(std::filesystem::path(path).parent_path());
  std::string temporary = path + ".XXXXXX";
  const int file = mkostemp(temporary.data(), O_CLOEXEC);
  if (file < 0) return fault_of(errno, true);
  const bool wrote = write_all(file, content);
  int error = wrote ? 0 : errno;
  if (close(file) != 0 && error == 0) error = errno;
  if (error == 0 && rename(temporary.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return std::nullopt;
  unlink(temporary.c_str());
  return fault_of(error, true);
}

std::variant<std::string, FileFault> MemoryFileSystem::read(const std::string& path, size_t limit) const {
  if (const auto fault = faults_.find(path); fault != faults_.end()) return fault->second;
  const auto file = files_.find(path);
  if (file == files_.end()) return is_directory(path) ? FileFault::not_a_file : FileFault::missing;
  if (file->second.size() > limit) return FileFault::too_large;
  return file->second;
}

std::variant<std::vector<DirectoryEntry>, FileFault> MemoryFileSystem::list(const std::string& path) const {
  if (!is_directory(path)) return FileFault::missing;
  const std::string prefix = path == "." ? "" : path + "/";
  std::set<DirectoryEntry> found;
  for (const auto& [name, text] : files_) {
    if (!name.starts_with(prefix)) continue;
    const std::string rest = name.substr(prefix.size());
    const size_t slash = rest.find('/');
    found.insert({rest.substr(0, slash), slash != std::string::npos, false});
  }
  return std::vector<DirectoryEntry>(found.begin(), found.end());
}

bool MemoryFileSystem::is_directory(const std::string& path) const {
  if (path == ".") return true;
  const auto below = files_.lower_bound(path + "/");
  return below != files_.end() && below->first.starts_with(path + "/");
}

bool MemoryFileSystem::is_file(const std::string& path) const { return files_.contains(path); }

std::optional<FileFault> MemoryFileSystem::replace(const std::string& path, std::string_view content) {
  if (write_fault_) return write_fault_;
  files_[path] = content;
  return std::nullopt;
}

std::string_view fault_message(FileFault fault) {
  switch (fault) {
    case FileFault::missing: return "no such file or folder";
    case FileFault::unreadable: return "the file cannot be read";
    case FileFault::not_a_file: return "this is not a regular file";
    case FileFault::too_large: return "the file is larger than the limit";
    case FileFault::vanished: return "the file vanished or changed while it was read";
    case FileFault::loop: return "the symbolic links lead in a circle";
    case FileFault::not_writable: return "nothing can be written there";
    case FileFault::no_room: return "the disk is full";
  }
  return "";
}

std::string_view fault_remedy(FileFault fault) {
  switch (fault) {
    case FileFault::missing: return "check the path";
    case FileFault::unreadable: return "check its permissions";
    case FileFault::not_a_file: return "name a file or a folder of messages";
    case FileFault::too_large: return "split the file, or leave it out";
    case FileFault::vanished: return "run again when nothing writes to it";
    case FileFault::loop: return "remove one of the links";
    case FileFault::not_writable: return "check the permissions of the folder";
    case FileFault::no_room: return "make room on the disk";
  }
  return "";
}

std::string join_path(std::string_view folder, std::string_view name) {
  if (folder.empty() || folder == ".") return std::string(name);
  return std::string(folder) + (folder.ends_with('/') ? "" : "/") + std::string(name);
}

std::string parent_path(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return std::string(path.substr(0, slash == 0 ? 1 : slash));
}

}  // namespace selaras
