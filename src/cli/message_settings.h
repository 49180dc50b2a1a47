// How each message of a run is checked: by the workspace that holds for its folder. Workspaces that name other rules or policies have a library
// of their own.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "cli/command.h"

namespace selaras {

class MessageSettings {
 public:
  MessageSettings(const Session& session, const CommonOptions& options) : session_(session), options_(options) {}

  /// Reads the workspace of the path's folder, once. Not thread safe.
  MessageSetting of(const std::string& path);
  const Workspace& workspace_of(const std::string& path) { return *known(path).workspace; }
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  struct Known {
    std::shared_ptr<const Workspace> workspace;
    CheckRules checks;
    std::unique_ptr<Setting> setting;
  };
  const Known& known(const std::string& path);
  const Library* library_of(const Workspace& workspace);

  const Session& session_;
  const CommonOptions& options_;
  Diagnostics diagnostics_;
  std::map<std::string, Known*> by_folder_;
  std::map<const Workspace*, Known> by_workspace_;
  std::map<std::pair<std::string, std::string>, std::unique_ptr<Library>> libraries_;
  DiskFileSystem files_;
  std::vector<std::shared_ptr<const Workspace>> keep_;  // their addresses are the keys
};

}  // namespace selaras
