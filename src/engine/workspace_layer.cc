#include "engine/workspace_layer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "check/check_rule.h"
#include "data/fields.h"
#include "message/reader.h"
#include "policy/policy_files.h"
#include "text/characters.h"

namespace selaras {
namespace {

constexpr size_t kLimit = 1U << 20U;
constexpr std::string_view kAppend = "+append";

class LayerReader {
 public:
  LayerReader(const SourceFile& file, WorkspaceLayer& layer, Diagnostics& diagnostics)
      : file_(file), folder_(parent_path(file.path())), layer_(layer), diagnostics_(diagnostics) {}

  void read() {
    const auto root = yaml::parse(file_, diagnostics_);
    if (!root || root->is_null()) return;
    Fields fields(file_, *root, "the workspace file", diagnostics_);
    if (!fields.valid()) return;
    layer_.is_root = fields.boolean("root").value_or(false);
    for (const auto& path : fields.texts("extends")) layer_.extends.emplace_back(resolved(path), place(*fields.get("extends")));
    for (const auto* key : {"rules", "policies", "baseline"}) {
      if (const auto path = fields.text(key)) put({key}, {resolved(*path)}, *fields.get(key));
    }
    for (const auto* key : {"messages", "waivers"}) paths(fields, key);
    static constexpr std::array<std::string_view, 2> profiles = {"draft", "clearance"};
    if (const auto profile = fields.choice("profile", profiles)) put({"profile"}, {std::string(profiles[*profile])}, *fields.get("profile"));
    read_fail_on(fields);
    if (const auto day = fields.date("as_of")) put({"as_of"}, {day->iso()}, *fields.get("as_of"));
    if (const auto* node = fields.get("checks")) read_checks(fields, *node);
    if (const auto* node = fields.get("corridors")) read_corridors(fields, *node);
    fields.finish();
  }

 private:
  std::string resolved(const std::string& written) const { return written.starts_with('/') ? written : join_path(folder_, written); }
  FilePlace place(const yaml::Node& node) const { return file_.place(node.span.begin); }

  WorkspaceValue& put(std::vector<std::string> key, std::vector<std::string> words, const yaml::Node& node) {
    return layer_.values.emplace_back(WorkspaceValue{std::move(key), std::move(words), false, false, place(node)});
  }

  /// A list of words, or `{+append: [..]}`.
  WorkspaceValue* list(Fields& fields, std::vector<std::string> key) {
    const auto* node = fields.get(key.back());
    if (node == nullptr) return nullptr;
    std::vector<std::string> words;
    if (node->is_mapping()) {
      Fields inner(file_, *node, fmt::format("'{}' of {}", key.back(), fields.what()), diagnostics_);
      words = inner.texts(kAppend);
      inner.finish();
    } else {
      words = fields.texts(key.back());
    }
    auto& value = put(std::move(key), std::move(words), *node);
    value.is_list = true;
    value.append = node->is_mapping();
    return &value;
  }

  void paths(Fields& fields, const char* key) {
    auto* value = list(fields, {key});
    if (value == nullptr) return;
    for (auto& path : value->words) path = resolved(path);
  }

  void read_fail_on(Fields& fields) {
    const auto level = fields.text("fail_on");
    if (!level) return;
    if (!severity_named(*level) && *level != "never") {
      return fields.error(*fields.get("fail_on"), fmt::format("'{}' is no level", *level), "use blocker, major, minor, note or never");
    }
    put({"fail_on"}, {*level}, *fields.get("fail_on"));
  }

  void read_checks(Fields& fields, const yaml::Node& node) {
    if (!node.is_mapping()) return fields.error(node, "'checks' must map checks to severities", "write `policy/quantity: minor` lines");
    for (size_t i = 0; i < node.keys.size(); ++i) {
      const auto& level = node.items[i].scalar;
      if (!severity_named(level) && level != "off") {
        fields.error(node.items[i], fmt::format("'{}' is no severity of check '{}'", level, node.keys[i].scalar),
                     "use blocker, major, minor, note or off");
        continue;
      }
      put({"checks", node.keys[i].scalar}, {level}, node.keys[i]);
    }
  }

  void read_corridors(Fields& workspace, const yaml::Node& node) {
    if (!node.is_mapping()) return workspace.error(node, "'corridors' must map names to corridors", "write `name: {origin: [..], destination: [..]}` lines");
    for (size_t i = 0; i < node.keys.size(); ++i) {
      const auto& name = node.keys[i].scalar;
      Fields fields(file_, node.items[i], fmt::format("corridor '{}'", name), diagnostics_);
      if (!fields.valid()) continue;
      put({"corridors", name}, {}, node.keys[i]);
      for (const auto* key : {"origin", "transit", "destination"}) states(fields, list(fields, {"corridors", name, key}));
      if (const auto* topics = list(fields, {"corridors", name, "topics"})) check_topics(fields, *topics);
      fields.finish();
    }
  }

  static void check_topics(Fields& fields, const WorkspaceValue& value) {
    for (const auto& topic : value.words) {
      const auto known = topics();
      if (std::find(known.begin(), known.end(), topic) != known.end()) continue;
      fields.error(*fields.get("topics"), fmt::format("unknown topic '{}'", topic), suggestion(topic, known));
    }
  }

  static void states(Fields& fields, const WorkspaceValue* value) {
    if (value == nullptr) return;
    for (const auto& code : value->words) {
      if (!is_country_code(code)) fields.error(*fields.get(value->key.back()), fmt::format("'{}' is no country code", code), "use ISO 3166-1 alpha-2 codes");
    }
  }

  const SourceFile& file_;
  std::string folder_;
  WorkspaceLayer& layer_;
  Diagnostics& diagnostics_;
};

}  // namespace

WorkspaceLayer read_workspace_layer(const FileSystem& files, const std::string& path, Diagnostics& diagnostics) {
  WorkspaceLayer layer;
  layer.file = path;
  auto text = files.read(path, kLimit);
  if (const auto* fault = std::get_if<FileFault>(&text)) {
    diagnostics.file_error(path, std::string(fault_message(*fault)), std::string(fault_remedy(*fault)));
    return layer;
  }
  const SourceFile file(path, std::move(std::get<std::string>(text)));
  LayerReader(file, layer, diagnostics).read();
  return layer;
}

void lay_over(std::vector<WorkspaceValue>& values, const std::vector<WorkspaceValue>& upper) {
  for (const auto& value : upper) {
    const auto below = std::find_if(values.begin(), values.end(), [&](const WorkspaceValue& v) { return v.key == value.key; });
    if (below == values.end()) {
      values.push_back(value);
    } else if (value.append) {
      below->words.insert(below->words.end(), value.words.begin(), value.words.end());
      below->at = value.at;
    } else if (!value.words.empty() || value.is_list) {
      *below = value;
    }
  }
}

}  // namespace selaras
