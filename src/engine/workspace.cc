#include "engine/workspace.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <memory>

#include "data/fields.h"
#include "policy/policy_files.h"
#include "text/characters.h"

#ifndef SELARAS_INSTALL_DATA
#define SELARAS_INSTALL_DATA ""
#endif

namespace selaras {
namespace {

constexpr std::string_view kFileName = "selaras.yaml";

class WorkspaceReader {
 public:
  WorkspaceReader(const SourceFile& file, Workspace& workspace, Diagnostics& diagnostics)
      : file_(file), workspace_(workspace), diagnostics_(diagnostics) {}

  void read() {
    const auto root = yaml::parse(file_, diagnostics_);
    if (!root || root->is_null()) return;
    Fields fields(file_, *root, "the workspace file", diagnostics_);
    if (!fields.valid()) return;
    workspace_.rules = path(fields.text("rules"));
    workspace_.policies = path(fields.text("policies"));
    for (const auto& folder : fields.texts("messages")) workspace_.messages.push_back(path(folder));
    static constexpr std::array<std::string_view, 2> profiles = {"draft", "clearance"};
    if (const auto profile = fields.choice("profile", profiles)) workspace_.profile = static_cast<Profile>(*profile);
    read_fail_on(fields);
    workspace_.as_of = fields.date("as_of");
    if (const auto* node = fields.get("checks")) read_checks(fields, *node);
    if (const auto* node = fields.get("corridors")) read_corridors(fields, *node);
    fields.finish();
  }

 private:
  std::string path(const std::optional<std::string>& written) const {
    if (!written || written->starts_with('/')) return written.value_or("");
    return join_path(workspace_.root, *written);
  }

  void read_fail_on(Fields& fields) {
    const auto level = fields.text("fail_on");
    if (!level) return;
    workspace_.fail_on = severity_named(*level);
    if (!workspace_.fail_on && *level != "never") {
      fields.error(*fields.get("fail_on"), fmt::format("'{}' is no level", *level), "use blocker, major, minor, note or never");
    }
  }

  void read_checks(Fields& fields, const yaml::Node& node) {
    if (!node.is_mapping()) return fields.error(node, "'checks' must map checks to severities", "write `policy/quantity: minor` lines");
    for (size_t i = 0; i < node.keys.size(); ++i) {
      const auto& level = node.items[i].scalar;
      const auto severity = severity_named(level);
      if (!severity && level != "off") {
        fields.error(node.items[i], fmt::format("'{}' is no severity of check '{}'", level, node.keys[i].scalar),
                     "use blocker, major, minor, note or off");
        continue;
      }
      workspace_.checks.emplace_back(node.keys[i].scalar, severity);
    }
  }

  void read_corridors(Fields& workspace, const yaml::Node& node) {
    if (!node.is_mapping()) return workspace.error(node, "'corridors' must map names to corridors", "write `name: {origin: [..], destination: [..]}` lines");
    for (size_t i = 0; i < node.keys.size(); ++i) {
      const auto& name = node.keys[i].scalar;
      Fields fields(file_, node.items[i], fmt::format("corridor '{}'", name), diagnostics_);
      if (!fields.valid()) continue;
      Corridor corridor{states(fields, "origin"), states(fields, "transit"), states(fields, "destination"), fields.texts("topics")};
      for (const auto& topic : corridor.topics) {
        const auto known = topics();
        if (std::find(known.begin(), known.end(), topic) != known.end()) continue;
        fields.error(*fields.get("topics"), fmt::format("unknown topic '{}'", topic), suggestion(topic, known));
      }
      fields.finish();
      workspace_.corridors[name] = std::move(corridor);
    }
  }

  std::vector<std::string> states(Fields& fields, std::string_view key) {
    auto codes = fields.texts(key);
    for (const auto& code : codes) {
      if (!is_country_code(code)) fields.error(*fields.get(key), fmt::format("'{}' is no country code", code), "use ISO 3166-1 alpha-2 codes");
    }
    return codes;
  }

  const SourceFile& file_;
  Workspace& workspace_;
  Diagnostics& diagnostics_;
};

std::string find_upward(const FileSystem& files, const std::string& start) {
  std::error_code error;
  auto folder = std::filesystem::absolute(start, error);
  if (!files.is_directory(folder.string())) folder = folder.parent_path();
  for (;; folder = folder.parent_path()) {
    const auto candidate = (folder / kFileName).string();
    if (files.is_file(candidate)) return std::filesystem::relative(candidate, error).string();
    if (folder == folder.root_path() || folder.empty()) return {};
  }
}

}  // namespace

Workspace load_workspace(const FileSystem& files, const std::string& start, const std::string& explicit_file, Diagnostics& diagnostics) {
  Workspace workspace;
  workspace.file = explicit_file.empty() ? find_upward(files, start) : explicit_file;
  if (workspace.file.empty()) return workspace;
  workspace.root = parent_path(workspace.file);
  auto text = files.read(workspace.file, 1U << 20U);
  if (const auto* fault = std::get_if<FileFault>(&text)) {
    diagnostics.file_error(workspace.file, std::string(fault_message(*fault)), std::string(fault_remedy(*fault)));
    return workspace;
  }
  const SourceFile file(workspace.file, std::move(std::get<std::string>(text)));
  WorkspaceReader(file, workspace, diagnostics).read();
  return workspace;
}

DataFolders data_folders(const FileSystem& files, const Workspace& workspace, const std::string& executable) {
  const auto bin = parent_path(executable);
  const std::array<std::string, 4> bases = {workspace.root, join_path(bin, "../share/selaras"), SELARAS_INSTALL_DATA,
                                            join_path(bin, "../..")};
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
