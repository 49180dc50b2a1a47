// The one seam between Selaras and the machine's files and clock. Everything that reads a file goes through a FileSystem, so that
// tests run on memory and faults can be injected.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace selaras {

/// Why a path could not be read.
enum class FileFault : uint8_t { missing, unreadable, not_a_file, too_large, vanished, loop };

struct DirectoryEntry {
  std::string name;
  bool is_directory = false;
  bool is_symlink = false;
  auto operator<=>(const DirectoryEntry&) const = default;
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;

  /// The whole content. `limit` in bytes; a larger file is `too_large` and is not read.
  virtual std::variant<std::string, FileFault> read(const std::string& path, size_t limit) const = 0;
  /// Entries sorted by name, without `.` and `..`.
  virtual std::variant<std::vector<DirectoryEntry>, FileFault> list(const std::string& path) const = 0;
  virtual bool is_directory(const std::string& path) const = 0;
  virtual bool is_file(const std::string& path) const = 0;
};

/// The machine's own files.
class DiskFileSystem : public FileSystem {
 public:
  std::variant<std::string, FileFault> read(const std::string& path, size_t limit) const override;
  std::variant<std::vector<DirectoryEntry>, FileFault> list(const std::string& path) const override;
  bool is_directory(const std::string& path) const override;
  bool is_file(const std::string& path) const override;
};

/// Files in memory, for tests. Paths use `/`; a folder exists when a file below it does.
class MemoryFileSystem : public FileSystem {
 public:
  void add(const std::string& path, std::string text) { files_[path] = std::move(text); }
  void add_fault(const std::string& path, FileFault fault) { faults_[path] = fault; }

  std::variant<std::string, FileFault> read(const std::string& path, size_t limit) const override;
  std::variant<std::vector<DirectoryEntry>, FileFault> list(const std::string& path) const override;
  bool is_directory(const std::string& path) const override;
  bool is_file(const std::string& path) const override;

 private:
  std::map<std::string, std::string> files_;
  std::map<std::string, FileFault> faults_;
};

/// What went wrong and what to do, for a person.
std::string_view fault_message(FileFault fault);
std::string_view fault_remedy(FileFault fault);

/// `folder/name` without doubled slashes; `name` alone when the folder is empty.
std::string join_path(std::string_view folder, std::string_view name);
/// The folder part, `.` when there is none.
std::string parent_path(std::string_view path);

}  // namespace selaras
