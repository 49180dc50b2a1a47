#include "engine/workspace.h"

#include "engine/workspace_tree.h"

#ifndef SELARAS_INSTALL_DATA
#define SELARAS_INSTALL_DATA ""
#endif

namespace selaras {

Workspace load_workspace(const FileSystem& files, const std::string& start, const std::string& explicit_file, Diagnostics& diagnostics) {
  WorkspaceTree tree(files);
  return explicit_file.empty() ? *tree.holding(start, diagnostics) : *tree.of_file(explicit_file, diagnostics);
}

DataFolders data_folders(const FileSystem& files, const Workspace& workspace, const std::string& executable) {
  const auto bin = parent_path(executable);
  std::vector<std::string> bases = workspace.folders;
  for (const auto& base : {workspace.root, join_path(bin, "../share/selaras"), std::string(SELARAS_INSTALL_DATA), join_path(bin, "../..")}) bases.push_back(base);
  DataFolders folders{workspace.rules, workspace.policies};
  for (const auto& base : bases) {
    if (base.empty()) continue;
    const bool has_rules = files.is_directory(join_path(base, "rules/ontology"));
    if (folders.rules.empty() && has_rules) folders.rules = join_path(base, "rules");
    if (folders.policies.empty() && files.is_directory(join_path(base, "policies"))) folders.policies = join_path(base, "policies");
  }
  return folders;
}

}  // namespace selaras
