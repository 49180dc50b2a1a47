// Which files below some paths are messages, and which were left out by ignore files.
#pragma once

#include <string>
#include <vector>

#include "message/ignore_files.h"

namespace selaras {

/// A file that was named itself and is left out all the same.
struct LeftOutFile {
  std::string path;
  std::string by;  // `file:line` of the ignore file
};

struct MessageSearch {
  std::vector<std::string> paths;  // sorted, each once
  std::vector<LeftOutFile> left_out;
};

/// As find_message_files() (message/reader.h), and with ignore files. A path that is named is taken whatever `.gitignore` says of it.
MessageSearch find_messages(const FileSystem& files, const std::vector<std::string>& paths, IgnoreOptions ignore, Diagnostics& diagnostics);

/// `a//b/./c/` and `a/b/c` are one path. `..` stays: what it leads to depends on links.
std::string normalised_path(const std::string& path);

}  // namespace selaras
