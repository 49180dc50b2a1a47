// The one seam between Selaras and the machine's files and clock. Everything that reads a file goes through a FileSystem, and so does what
// the program keeps for itself between runs, so that tests run on memory and faults can be injected.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/file_bytes.h"

namespace selaras {

/// Why a path could not be read or written.
enum class FileFault : uint8_t { missing, unreadable, not_a_file, too_large, vanished, loop, not_writable, no_room };

struct DirectoryEntry {
  std::string name;
  bool is_directory = false;
  bool is_symlink = false;
  auto operator<=>(const DirectoryEntry&) const = default;
};

/// What changes whenever a file's content or a folder's entries do, as long as the machine's clock has moved on in between: the time of the
/// last change of the file itself, which nobody but the clock can set, and what else tells two files apart.
struct FileStamp {
  uint64_t device = 0;
  uint64_t file = 0;     // inode
  uint64_t size = 0;     // bytes
  int64_t modified = 0;  // nanoseconds since 1970
  int64_t changed = 0;   // of content, name or rights (ctime)
  auto operator<=>(const FileStamp&) const = default;
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;

  /// The whole content. `limit` in bytes; a larger file is `too_large` and is not read.
  virtual std::variant<std::string, FileFault> read(const std::string& path, size_t limit) const = 0;
  /// The same for a large file of which little is looked at, and which is never changed, only replaced: a disk need not copy it. (A mapped
  /// file that somebody cuts short meanwhile ends the process.)
  virtual std::variant<FileBytes, FileFault> map(const std::string& path, size_t limit) const;
  /// Entries sorted by name, without `.` and `..`.
  virtual std::variant<std::vector<DirectoryEntry>, FileFault> list(const std::string& path) const = 0;
  virtual bool is_directory(const std::string& path) const = 0;
  virtual bool is_file(const std::string& path) const = 0;
  /// nullopt when there is nothing there, or when this file system has no stamps: then only the content tells.
  virtual std::optional<FileStamp> stamp(const std::string&) const { return std::nullopt; }

  /// Puts a file with this content in the place of what was at `path`, whole or not at all: another process sees the old file or the new
  /// one, and after a fault the old one is still there. Folders that are missing are made, for their owner alone; so is the file.
  virtual std::optional<FileFault> replace(const std::string& path, std::string_view content) = 0;
};

/// The machine's own files.
class DiskFileSystem : public FileSystem {
 public:
  std::variant<std::string, FileFault> read(const std::string& path, size_t limit) const override;
  std::variant<FileBytes, FileFault> map(const std::string& path, size_t limit) const override;
  std::variant<std::vector<DirectoryEntry>, FileFault> list(const std::string& path) const override;
  bool is_directory(const std::string& path) const override;
  bool is_file(const std::string& path) const override;
  std::optional<FileStamp> stamp(const std::string& path) const override;
  /// Writes a temporary file beside `path` and renames it. A process that is killed in between leaves it behind (`<path>.XXXXXX`). What
  /// the machine itself loses in a power cut is not guarded against: readers know a damaged file.
  std::optional<FileFault> replace(const std::string& path, std::string_view content) override;
};

/// Files in memory, for tests. Paths use `/`; a folder exists when a file below it does.
class MemoryFileSystem : public FileSystem {
 public:
  void add(const std::string& path, std::string text) { files_[path] = std::move(text); }
  void add_fault(const std::string& path, FileFault fault) { faults_[path] = fault; }
  /// From now on nothing can be written.
  void refuse_writes(FileFault fault) { write_fault_ = fault; }

  std::variant<std::string, FileFault> read(const std::string& path, size_t limit) const override;
  std::variant<std::vector<DirectoryEntry>, FileFault> list(const std::string& path) const override;
  bool is_directory(const std::string& path) const override;
  bool is_file(const std::string& path) const override;
  std::optional<FileFault> replace(const std::string& path, std::string_view content) override;

 private:
  std::map<std::string, std::string> files_;
  std::map<std::string, FileFault> faults_;
  std::optional<FileFault> write_fault_;
};

/// What went wrong and what to do, for a person.
std::string_view fault_message(FileFault fault);
std::string_view fault_remedy(FileFault fault);

/// `folder/name` without doubled slashes; `name` alone when the folder is empty.
std::string join_path(std::string_view folder, std::string_view name);
/// The folder part, `.` when there is none.
std::string parent_path(std::string_view path);

}  // namespace selaras
