// Checks of the policy base itself: is what a provision states also what its norms carry, do the dates of rules that replace each
// other meet, does one state contradict itself, does everything have a source. Loading has found what a single file can be wrong about
// (an unknown concept, a missing field); these rules need the whole base, the words of its language, or a day.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/source_file.h"
#include "language/lexicon.h"
#include "ontology/ontology.h"
#include "policy/policy_base.h"

namespace selaras {

struct Lint {
  std::string rule;  // id of the rule: `statement-number`
  Diagnostic::Level level = Diagnostic::Level::error;
  std::string path;
  Position start;
  std::string message;
  std::string remedy;
};

/// What the rules look at. `lexicon` is that of the language the statements are written in; `today` decides what is overdue.
struct LintSubject {
  const Ontology& ontology;
  const PolicyBase& policies;
  const Lexicon& lexicon;
  Date today;
};

/// One rule, or a family that shares its work.
struct LintRule {
  std::string_view id;
  Diagnostic::Level level;
  std::string_view title;
};

/// Every rule there is, by id.
std::span<const LintRule> lint_rules();

/// What all rules find, by path and place, then rule. Errors of loading are not repeated.
std::vector<Lint> lint_policies(const LintSubject& subject);

/// `path:line:column: error: message (remedy) [rule]`.
std::string to_line(const Lint& lint);

}  // namespace selaras
