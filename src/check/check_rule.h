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
  };
  std::vector<Example> flag, pass;
};

template <typename Archive>
void archive(Archive& a, CheckRule::Example& value) {
  auto& [text, front] = value;
  a(text, front);
}

template <typename Archive>
void archive(Archive& a, CheckRule& value) {
  auto& [id, code, title, kind, severity, enabled, wording, source, flag, pass] = value;
  a(id, code, title, kind, severity, enabled, wording, source, flag, pass);
}

class CheckRules {
 public:
  static CheckRules load(const FileSystem& files, const std::string& folder, Diagnostics& diagnostics);

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
