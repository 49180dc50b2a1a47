// A check as data: what it is called, how severe it is, what it says to a person, where it comes from, and examples of what it flags
// and what it lets pass. Read from rules/checks/<group>/<check>.yaml (docs/formats/check.md).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "check/finding.h"

namespace selaras {

enum class Profile : uint8_t { draft, clearance };

struct CheckRule {
  std::string id;    // policy/quantity
  std::string code;  // A10
  std::string title;
  std::string kind;  // contradiction, unsupported, …
  std::map<Profile, Severity> severity;
  bool enabled = true;
  std::map<std::string, std::string> wording;  // report language -> ICU MessageFormat
  std::string source;

  struct Example {
    std::string text;
    std::string front;  // front matter as YAML lines over the defaults of rules test
    FilePlace at = {};
  };
  std::vector<Example> flag, pass;

  // Where these are written; not kept in the rule cache.
  FilePlace id_at, code_at, examples_at;
  std::map<std::string, FilePlace> wording_at;  // by report language
};

template <typename Archive>
void archive(Archive& a, CheckRule::Example& value) {
  auto& [text, front, at] = value;
  a(text, front);  // without its place: only the rules command asks for it
}

template <typename Archive>
void archive(Archive& a, CheckRule& value) {
  auto& [id, code, title, kind, severity, enabled, wording, source, flag, pass, id_at, code_at, examples_at, wording_at] = value;
  a(id, code, title, kind, severity, enabled, wording, source, flag, pass);
}

class CheckRules {
 public:
  static CheckRules load(const FileSystem& files, const std::string& folder, Diagnostics& diagnostics);

  /// The first of this id.
  const CheckRule* find(std::string_view id) const;
  const std::vector<CheckRule>& all() const { return rules_; }
  /// Severity overrides of a workspace. False when there is no such check.
  bool set_severity(std::string_view id, Severity severity);
  bool disable(std::string_view id);

 private:
  template <typename Archive>
  friend void archive(Archive& a, CheckRules& checks) {
    a(checks.rules_);
  }
  CheckRule* find(std::string_view id);
  std::vector<CheckRule> rules_;
};

std::optional<Severity> severity_named(std::string_view name);

}  // namespace selaras
