#include "engine/workspace_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace selaras {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFileName = "selaras.yaml";

std::string absolute(const std::string& path) {
  std::error_code error;
  std::string text = fs::absolute(path, error).lexically_normal().string();
  if (text.size() > 2 && text.ends_with("/.")) text.pop_back();
  while (text.size() > 1 && text.ends_with('/')) text.pop_back();
  return text;
}

/// Where the path really leads, as far as it exists.
std::string real(const std::string& path) {
  std::error_code error;
  const auto found = fs::weakly_canonical(path, error);
  return error ? path : absolute(found.string());
}

bool lies_below(const std::string& path, const std::string& folder) {
  return path == folder || path.starts_with(folder.ends_with('/') ? folder : folder + "/");
}

/// As people name it: from the folder that the program runs in.
std::string shown(const std::string& path) {
  std::error_code error;
  const auto relative = fs::relative(path, error);
  return error || relative.empty() ? path : relative.string();
}

bool is_repository(const FileSystem& files, const std::string& folder) {
  const std::string git = join_path(folder, ".git");
  return files.is_directory(git) || files.is_file(git);  // a file in a worktree of its own
}

std::vector<std::string>& part_of(Corridor& corridor, std::string_view key) {
  if (key == "origin") return corridor.origin;
  if (key == "transit") return corridor.transit;
  return key == "destination" ? corridor.destination : corridor.topics;
}

void take(const WorkspaceValue& value, Workspace& workspace) {
  const auto& key = value.key.front();
  if (key == "corridors") {
    auto& corridor = workspace.corridors[value.key[1]];
    if (value.key.size() == 3) part_of(corridor, value.key[2]) = value.words;
    return;
  }
  if (key == "messages") workspace.messages = value.words;
  if (key == "waivers") workspace.waivers = value.words;
  if (value.is_list || value.words.empty()) return;
  const auto& word = value.words.front();
  if (key == "rules") workspace.rules = word;
  if (key == "policies") workspace.policies = word;
  if (key == "baseline") workspace.baseline = word;
  if (key == "profile") workspace.profile = word == "clearance" ? Profile::clearance : Profile::draft;
  if (key == "fail_on") workspace.fail_on = severity_named(word);
  if (key == "as_of") workspace.as_of = Date::parse_iso(word);
  if (key == "checks") workspace.checks.emplace_back(value.key[1], severity_named(word));
}

}  // namespace

const WorkspaceLayer& WorkspaceTree::layer(const std::string& file, Diagnostics& diagnostics) {
  if (const auto known = layers_.find(file); known != layers_.end()) return known->second;
  return layers_[file] = read_workspace_layer(files_, file, diagnostics);
}

WorkspaceTree::Chain WorkspaceTree::chain_from(std::string folder, Diagnostics&) {
  Chain chain;
  for (;; folder = parent_path(folder)) {
    const std::string candidate = join_path(folder, kFileName);
    bool ends = is_repository(files_, folder);
    if (files_.is_file(candidate)) {
      chain.files.push_back(shown(candidate));
      chain.boundary = folder;
      Diagnostics later;  // told when it counts
      ends = read_workspace_layer(files_, chain.files.back(), later).is_root || ends;
    }
    if (is_repository(files_, folder)) chain.boundary = folder;
    if (ends) return chain;
    if (folder != parent_path(folder)) continue;
    // Nothing says where the workspace ends, and a file far above (in /tmp, say) may be anybody's: the nearest alone.
    if (chain.files.size() > 1) chain.files.resize(1);
    if (!chain.files.empty()) chain.boundary = absolute(parent_path(chain.files.front()));
    return chain;
  }
}

/// Puts what `file` extends below it, then the file itself. `path`: the files that led here.
void WorkspaceTree::lay(const std::string& file, const std::string& boundary, std::vector<std::string>& path, std::vector<WorkspaceValue>& values,
                        Diagnostics& diagnostics) {
  const WorkspaceLayer read = layer(file, diagnostics);
  path.push_back(absolute(file));
  for (const auto& [extended, at] : read.extends) {
    const auto refuse = [&, &at = at](std::string message, std::string remedy) {
      diagnostics.file_error(fmt::format("{}:{}:{}", at.path, at.start.line, at.start.column), std::move(message), std::move(remedy));
    };
    if (!lies_below(absolute(extended), boundary) || !lies_below(real(extended), real(boundary))) {
      refuse(fmt::format("'{}' lies outside the workspace", extended), fmt::format("extend files below {} only", boundary));
    } else if (std::find(path.begin(), path.end(), absolute(extended)) != path.end()) {
      refuse(fmt::format("'{}' extends itself in a circle", extended), "take one of the `extends` out");
    } else if (path.size() >= kDeepestExtends) {
      refuse(fmt::format("'{}' is extended over more than {} files", extended, kDeepestExtends), "extend fewer files");
    } else {
      lay(extended, boundary, path, values, diagnostics);
    }
  }
  path.pop_back();
  lay_over(values, read.values);
}

std::shared_ptr<const Workspace> WorkspaceTree::merged(const Chain& chain, bool with_user_file, Diagnostics& diagnostics) {
  std::vector<WorkspaceValue> values;
  std::vector<std::string> path;
  if (with_user_file && !user_file_.empty() && files_.is_file(user_file_)) lay(user_file_, absolute(parent_path(user_file_)), path, values, diagnostics);
  for (auto file = chain.files.rbegin(); file != chain.files.rend(); ++file) lay(*file, chain.boundary, path, values, diagnostics);
  auto workspace = std::make_shared<Workspace>();
  for (const auto& value : values) take(value, *workspace);
  for (const auto& file : chain.files) workspace->folders.push_back(parent_path(file));
  if (!chain.files.empty()) {
    workspace->file = chain.files.front();
    workspace->root = workspace->folders.back();
  }
  workspace->values = std::move(values);
  return workspace;
}

std::shared_ptr<const Workspace> WorkspaceTree::holding(const std::string& start, Diagnostics& diagnostics) {
  std::string folder = absolute(start);
  if (!files_.is_directory(start) && !files_.is_directory(folder)) folder = parent_path(folder);
  if (const auto known = by_folder_.find(folder); known != by_folder_.end()) return known->second;
  const Chain chain = chain_from(folder, diagnostics);
  auto& shared = by_nearest_[chain.files.empty() ? std::string() : chain.files.front()];
  if (!shared) shared = merged(chain, true, diagnostics);
  return by_folder_[folder] = shared;
}

std::shared_ptr<const Workspace> WorkspaceTree::of_file(const std::string& file, Diagnostics& diagnostics) {
  std::string boundary = absolute(parent_path(file));
  for (std::string folder = boundary; folder != parent_path(folder); folder = parent_path(folder)) {
    if (!is_repository(files_, folder)) continue;
    boundary = folder;
    break;
  }
  return merged({{file}, boundary}, false, diagnostics);
}

}  // namespace selaras
