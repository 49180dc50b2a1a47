#include "check/check_rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "data/fields.h"
#include "text/message_format.h"

namespace selaras {
namespace {

constexpr size_t kFileLimit = 1U << 20U;
constexpr std::array<std::string_view, 4> kSeverities = {"note", "minor", "major", "blocker"};

class RuleReader {
 public:
  RuleReader(std::shared_ptr<const SourceFile> file, Diagnostics& diagnostics) : file_(std::move(file)), diagnostics_(diagnostics) {}

  std::optional<CheckRule> read() {
    const auto root = yaml::parse(*file_, diagnostics_);
    if (!root) return std::nullopt;
    const size_t errors = diagnostics_.error_count();
    Fields fields(*file_, *root, "the check file", diagnostics_);
    if (!fields.valid()) return std::nullopt;
    CheckRule rule;
    rule.id = fields.required_text("id");
    fields.rename(fmt::format("check '{}'", rule.id));
    rule.code = fields.required_text("code");
    rule.title = fields.required_text("title");
    rule.kind = fields.required_text("kind");
    rule.source = fields.required_text("source");
    severities(fields, rule);
    wordings(fields, rule);
    examples(fields, rule);
    fields.finish();
    if (diagnostics_.error_count() != errors) return std::nullopt;
    rule.id_at = place(*fields.get("id"));
    rule.code_at = place(*fields.get("code"));
    rule.examples_at = place(*fields.get("examples"));
    return rule;
  }

 private:
  FilePlace place(const yaml::Node& node) const { return file_->place(node.span.begin); }

  void severities(Fields& fields, CheckRule& rule) {
    const auto* node = fields.require("severity");
    if (node == nullptr) return;
    Fields per_profile(*file_, *node, "severity of " + rule.id, diagnostics_);
    if (!per_profile.valid()) return;
    rule.severity[Profile::draft] = static_cast<Severity>(per_profile.choice("draft", kSeverities).value_or(2));
    rule.severity[Profile::clearance] = static_cast<Severity>(per_profile.choice("clearance", kSeverities).value_or(2));
    per_profile.finish();
  }

  void wordings(Fields& fields, CheckRule& rule) {
    const auto* node = fields.require("wording");
    if (node == nullptr) return;
    if (!node->is_mapping() || node->keys.empty()) {
      fields.error(*node, fmt::format("the wording of check '{}' must be a mapping of languages to sentences", rule.id), "write `en: \"…\"` under it");
      return;
    }
    for (size_t i = 0; i < node->keys.size(); ++i) {
      const auto& [language, pattern] = std::pair{node->keys[i].scalar, node->items[i].scalar};
      rule.wording[language] = pattern;
      rule.wording_at[language] = place(node->items[i]);
      const std::string fault = pattern_fault(pattern, language);
      if (fault.empty()) continue;
      fields.error(node->items[i], fmt::format("the wording of check '{}' in '{}' cannot be compiled: {}", rule.id, language, fault),
                   "write an ICU message pattern: words and {names}");
    }
  }

  void examples(Fields& fields, CheckRule& rule) {
    const auto* node = fields.require("examples");
    if (node == nullptr) return;
    Fields lists(*file_, *node, "examples of " + rule.id, diagnostics_);
    if (!lists.valid()) return;
    for (const auto& item : lists.items("flag")) rule.flag.push_back(example(item, rule.id));
    for (const auto& item : lists.items("pass")) rule.pass.push_back(example(item, rule.id));
    lists.finish();
  }

  CheckRule::Example example(const yaml::Node& node, const std::string& id) {
    if (node.is_scalar()) return {node.scalar, {}, place(node)};
    Fields fields(*file_, node, "an example of " + id, diagnostics_);
    if (!fields.valid()) return {};
    CheckRule::Example found{fields.required_text("text"), fields.text("front").value_or(""), place(node)};
    fields.finish();
    return found;
  }

  std::shared_ptr<const SourceFile> file_;
  Diagnostics& diagnostics_;
};

void load_folder(const FileSystem& files, const std::string& folder, std::vector<CheckRule>& rules, Diagnostics& diagnostics) {
  const auto listing = files.list(folder);
  if (const auto* fault = std::get_if<FileFault>(&listing)) {
    diagnostics.file_error(folder, std::string(fault_message(*fault)), std::string(fault_remedy(*fault)));
    return;
  }
  for (const auto& entry : std::get<std::vector<DirectoryEntry>>(listing)) {
    const std::string path = join_path(folder, entry.name);
    if (entry.is_directory) load_folder(files, path, rules, diagnostics);
    if (entry.is_directory || !entry.name.ends_with(".yaml")) continue;
    auto text = files.read(path, kFileLimit);
    if (const auto* fault = std::get_if<FileFault>(&text)) {
      diagnostics.file_error(path, std::string(fault_message(*fault)), std::string(fault_remedy(*fault)));
      continue;
    }
    auto file = std::make_shared<const SourceFile>(path, std::move(std::get<std::string>(text)));
    if (auto rule = RuleReader(file, diagnostics).read()) rules.push_back(std::move(*rule));
  }
}

}  // namespace

CheckRules CheckRules::load(const FileSystem& files, const std::string& folder, Diagnostics& diagnostics) {
  CheckRules rules;
  load_folder(files, folder, rules.rules_, diagnostics);
  return rules;
}

const CheckRule* CheckRules::find(std::string_view id) const {
  const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const CheckRule& rule) { return rule.id == id; });
  return found == rules_.end() ? nullptr : &*found;
}

CheckRule* CheckRules::find(std::string_view id) { return const_cast<CheckRule*>(std::as_const(*this).find(id)); }

bool CheckRules::set_severity(std::string_view id, Severity severity) {
  CheckRule* rule = find(id);
  if (rule == nullptr) return false;
  for (auto& [profile, level] : rule->severity) level = severity;
  return true;
}

bool CheckRules::disable(std::string_view id) {
  CheckRule* rule = find(id);
  if (rule == nullptr) return false;
  rule->enabled = false;
  return true;
}

std::string_view name(Severity severity) { return kSeverities[static_cast<size_t>(severity)]; }

std::optional<Severity> severity_named(std::string_view name) {
  if (name == "error") return Severity::major;
  if (name == "warning") return Severity::minor;
  const auto found = std::find(kSeverities.begin(), kSeverities.end(), name);
  if (found == kSeverities.end()) return std::nullopt;
  return static_cast<Severity>(found - kSeverities.begin());
}

}  // namespace selaras
