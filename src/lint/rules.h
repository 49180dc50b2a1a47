// Checks of the rules themselves, as lint.h has them for the policies: do the checks carry what they need, do their wordings say only what
// they are given, do the words of a language mean one thing, do the ontology's pairs of acts point at each other. Loading has found what a
// single file can be wrong about; these rules need several files, or what the program knows of a check.
#pragma once

#include <span>
#include <vector>

#include "check/check_rule.h"
#include "language/pack.h"
#include "lint/lint.h"
#include "ontology/ontology.h"

namespace selaras {

/// `packs` must have been loaded with PackSources::kept.
struct RulesSubject {
  const Ontology& ontology;
  const CheckRules& checks;
  std::span<const LanguagePack> packs;
};

/// Every rule there is, by id.
std::span<const LintRule> rules_lint_rules();

/// What all rules find, by path and place, then rule. Errors of loading are not repeated.
std::vector<Lint> lint_rule_files(const RulesSubject& subject);

}  // namespace selaras
