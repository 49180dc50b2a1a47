// One workspace file as it is written, before it is laid over others: every value with its place, so that `selaras config print --origin` can
// tell where it came from.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"

namespace selaras {

/// A value by the names that lead to it: `profile`, `checks` `policy/quantity`, `corridors` `name` `origin`.
struct WorkspaceValue {
  std::vector<std::string> key;
  std::vector<std::string> words;  // of a list; one of a single value. Paths count from where the program runs
  bool is_list = false;
  bool append = false;  // `{+append: [..]}`: put behind what the layers below have
  FilePlace at;
};

struct WorkspaceLayer {
  std::string file;
  bool is_root = false;                                    // `root: true`: no file above it counts
  std::vector<std::pair<std::string, FilePlace>> extends;  // paths, and where they are named
  std::vector<WorkspaceValue> values;                      // in the order of the file
};

/// What is wrong is told and left out.
WorkspaceLayer read_workspace_layer(const FileSystem& files, const std::string& path, Diagnostics& diagnostics);

/// Lays `upper` over `values`: a value of the same key replaces, or is put behind.
void lay_over(std::vector<WorkspaceValue>& values, const std::vector<WorkspaceValue>& upper);

}  // namespace selaras
