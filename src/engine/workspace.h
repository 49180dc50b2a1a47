// A workspace: where rules, policies and messages lie and how strict a run is, from `selaras.yaml` (docs/formats/workspace.md) or from
// defaults when there is none.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/file_system.h"
#include "check/check_rule.h"
#include "engine/library.h"
#include "engine/workspace_layer.h"

namespace selaras {

struct Corridor {
  std::vector<std::string> origin, transit, destination;
  std::vector<std::string> topics;  // that its campaigns must speak of
};

struct Workspace {
  std::string file;               // the nearest selaras.yaml, empty without one
  std::string root = ".";         // the folder of the farthest that counts
  std::vector<std::string> folders;  // of all that count, nearest first
  std::string rules, policies;    // empty: the program's own
  std::vector<std::string> messages;
  std::vector<std::string> waivers;  // files and folders
  std::string baseline;
  std::map<std::string, Corridor> corridors;
  std::vector<std::pair<std::string, std::optional<Severity>>> checks;  // nullopt: off
  Profile profile = Profile::draft;
  std::optional<Severity> fail_on = Severity::major;  // nullopt: never
  std::optional<Date> as_of;
  std::vector<WorkspaceValue> values;  // all of it as it was merged, each with the place that it came from
};

/// What holds for `start` (engine/workspace_tree.h), or `explicit_file` when that is named.
Workspace load_workspace(const FileSystem& files, const std::string& start, const std::string& explicit_file, Diagnostics& diagnostics);

/// Where the rules and policies of a run lie: the workspace's own, else those beside it, else those installed with the program.
DataFolders data_folders(const FileSystem& files, const Workspace& workspace, const std::string& executable);

}  // namespace selaras
