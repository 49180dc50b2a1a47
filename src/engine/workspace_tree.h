// The workspace that holds for a folder: every selaras.yaml from it upward to the first with `root: true` or to the root of the repository, the
// nearer over the farther, each over what it extends, all over the user's own file.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "engine/workspace.h"
#include "engine/workspace_layer.h"

namespace selaras {

class WorkspaceTree {
 public:
  static constexpr size_t kDeepestExtends = 16;

  /// `user_file`: below all others when it exists; empty: none.
  explicit WorkspaceTree(const FileSystem& files, std::string user_file = {}) : files_(files), user_file_(std::move(user_file)) {}

  /// Of a file or a folder, which need not exist. Folders under the same files share one. Errors are told once.
  std::shared_ptr<const Workspace> holding(const std::string& start, Diagnostics& diagnostics);
  /// This file and what it extends, and nothing else.
  std::shared_ptr<const Workspace> of_file(const std::string& file, Diagnostics& diagnostics);
  /// No file at all.
  static std::shared_ptr<const Workspace> defaults() { return std::make_shared<const Workspace>(); }

 private:
  struct Chain {
    std::vector<std::string> files;  // nearest first
    std::string boundary;            // absolute: what may be extended lies below it
  };
  Chain chain_from(std::string folder, Diagnostics& diagnostics);
  const WorkspaceLayer& layer(const std::string& file, Diagnostics& diagnostics);
  void lay(const std::string& file, const std::string& boundary, std::vector<std::string>& path, std::vector<WorkspaceValue>& values, Diagnostics& diagnostics);
  std::shared_ptr<const Workspace> merged(const Chain& chain, bool with_user_file, Diagnostics& diagnostics);

  const FileSystem& files_;
  std::string user_file_;
  std::map<std::string, WorkspaceLayer> layers_;
  std::map<std::string, std::shared_ptr<const Workspace>> by_nearest_;
  std::map<std::string, std::shared_ptr<const Workspace>> by_folder_;
};

}  // namespace selaras
