// What git knows of a working tree: the files that differ from a commit, the files that are staged and their staged bytes. Asks the program
// `git`, which is run without a shell, so that no name of a file or a commit can be read as anything else.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"

namespace selaras {

class GitTree {
 public:
  /// The working tree that holds `folder`; nullopt, and an error in `diagnostics`, when there is none or git cannot be run.
  static std::optional<GitTree> holding(const std::string& folder, Diagnostics& diagnostics);

  /// Absolute, without links.
  const std::string& root() const { return root_; }

  /// Files, counted from root(), that differ between the working tree and where it branched off `commit`: changed, added, or not yet known
  /// to git and not ignored. Files that are gone are among them. nullopt after an error (no such commit, no commit at all).
  std::optional<std::vector<std::string>> changed_since(const std::string& commit, Diagnostics& diagnostics) const;

  /// Files, counted from root(), of which another content or none is staged than the last commit has. A file that is staged for deletion is
  /// not among them.
  std::optional<std::vector<std::string>> staged(Diagnostics& diagnostics) const;

  /// The staged content of every file, counted from root(), of which the working tree has another; nullopt for one that is not staged
  /// at all any more.
  using Contents = std::map<std::string, std::optional<std::string>>;
  std::optional<Contents> staged_where_different(Diagnostics& diagnostics) const;

 private:
  explicit GitTree(std::string root) : root_(std::move(root)) {}
  std::optional<std::string> ask(const std::vector<std::string>& arguments, const std::string& what, const std::string& remedy,
                                 Diagnostics& diagnostics, const std::string& input = {}) const;

  std::string root_;
};

/// The files of a disk, but of a working tree what is staged. Paths are named as the disk's are.
class StagedFiles : public FileSystem {
 public:
  StagedFiles(const FileSystem& disk, std::string root, GitTree::Contents different);

  std::variant<std::string, FileFault> read(const std::string& path, size_t limit) const override;
  std::variant<std::vector<DirectoryEntry>, FileFault> list(const std::string& path) const override { return disk_.list(path); }
  bool is_directory(const std::string& path) const override { return disk_.is_directory(path); }
  bool is_file(const std::string& path) const override;
  std::optional<FileFault> replace(const std::string& path, std::string_view content) override;

 private:
  const std::optional<std::string>* of(const std::string& path) const;

  const FileSystem& disk_;
  std::string root_;
  GitTree::Contents different_;
};

/// The path counted from `root`, an absolute path without links, empty for `root` itself; nullopt when it lies elsewhere. Links on the way to the file are followed, the
/// file itself is not.
std::optional<std::string> path_below(const std::string& root, const std::string& path);

}  // namespace selaras
