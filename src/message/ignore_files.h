// Which files and folders ignore files leave out: `.selarasignore` and, unless it is told not to, `.gitignore`, each for the folder it lies in
// and all below, with the meaning of gitignore(5): the last line that matches decides, a line of a deeper file after one of a higher, `!`
// takes back, but not below a folder that is left out.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "message/ignore_pattern.h"

namespace selaras {

struct IgnoreOptions {
  bool own = true;  // .selarasignore
  bool vcs = true;  // .gitignore
};

class IgnoreFiles {
 public:
  /// Reads ignore files as it comes to their folders. What is wrong with one (too large, unreadable) is a warning; the run goes on without it.
  IgnoreFiles(const FileSystem& files, IgnoreOptions options, Diagnostics& diagnostics);
  ~IgnoreFiles();

  /// Whether an entry of a folder that is itself not left out is left out.
  bool leaves_out(const std::string& path, bool is_directory);
  /// Whether `.selarasignore` leaves out a file that was named itself, or a folder on the way to it. Where, as `file:line`.
  std::optional<std::string> named_but_left_out(const std::string& path);

 private:
  struct Line {
    IgnorePattern pattern;
    bool own;
    uint32_t number;
  };
  struct FolderRules {
    std::string folder;  // absolute, with a slash at its end
    std::vector<Line> lines;
    std::shared_ptr<const FolderRules> above;
    bool ends = false;  // a repository begins here: nothing above it counts
  };
  using Rules = std::shared_ptr<const FolderRules>;

  Rules rules_of(const std::string& folder);
  void read(const std::string& folder, const char* name, bool own, std::vector<Line>& lines);
  struct Decision {
    const FolderRules* rules = nullptr;
    const Line* line = nullptr;
  };
  Decision decide(const Rules& rules, const std::string& path, bool is_directory, bool own_only) const;

  const FileSystem& files_;
  IgnoreOptions options_;
  Diagnostics& diagnostics_;
  std::map<std::string, Rules> by_folder_;
};

}  // namespace selaras
