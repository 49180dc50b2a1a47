// What some folders held at one moment: the names of everything below them, and the text of every YAML file, each read once. What loads
// from a snapshot sees one state of the folders whatever is written to them meanwhile, and what names that state (a hash over
// entries()) names exactly what was loaded.
//
// It is a FileSystem for the paths below its folders; every other path is missing. A file that cannot be read has its fault here as it
// had there. Links are followed, at most kDeepest folders down.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/file_system.h"

namespace selaras {

class FolderSnapshot : public FileSystem {
 public:
  static constexpr int kDeepest = 16;
  static constexpr size_t kFileLimit = 8U << 20U;  // bytes; a larger file has the fault too_large

  struct Root {
    std::string name;  // by which names begin, wherever the folder lies
    std::string path;
  };
  struct Entry {
    std::string path;  // as it is asked for: the folder as it was given, and what lies below it
    std::string name;  // the same below the folder's name: policies/MY/work.yaml
    bool is_directory = false;
    bool is_yaml = false;
    std::string text;                // of a YAML file without a fault
    std::optional<FileFault> fault;  // of a file or a folder
  };

  /// Each folder is read on a thread of its own.
  FolderSnapshot(const FileSystem& files, const std::vector<Root>& folders);

  /// The folders and all below them, each folder before what it holds, in the order of names.
  const std::vector<Entry>& entries() const { return entries_; }
  /// Nothing that was to be read has a fault.
  bool whole() const { return whole_; }
  /// What lies at a path; nullptr when nothing does.
  const Entry* at(const std::string& path) const;
  /// What has a name; nullptr when nothing has.
  const Entry* named(const std::string& name) const;

  std::variant<std::string, FileFault> read(const std::string& path, size_t limit) const override;
  std::variant<std::vector<DirectoryEntry>, FileFault> list(const std::string& path) const override;
  bool is_directory(const std::string& path) const override;
  bool is_file(const std::string& path) const override;
  /// Nothing can be written.
  std::optional<FileFault> replace(const std::string& path, std::string_view content) override;

 private:
  FolderSnapshot() = default;
  void take(FolderSnapshot part);
  void add_folder(const FileSystem& files, const Root& folder, int depth);
  void add_file(const FileSystem& files, Root file);
  void add(Entry entry);

  std::vector<Entry> entries_;
  std::map<std::string, size_t, std::less<>> by_path_;  // place in entries_
  std::map<std::string, std::vector<DirectoryEntry>, std::less<>> listings_;
  bool whole_ = true;
};

}  // namespace selaras
