// What the checks on values share: turning a verdict into a finding with its evidence, derivation and repair. What is a check's own
// (when it speaks, what it says) is in the file of the check.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "check/check_rule.h"
#include "check/finding.h"
#include "judge/knowledge.h"
#include "judge/value_verdict.h"

namespace selaras {

struct CheckContext {
  const Knowledge& knowledge;
  const CheckRules& rules;
  Profile profile = Profile::draft;
  std::string language = "en";  // of the report
};

/// The finding of `check` for this verdict, without wording; nullopt when the check is off.
std::optional<Finding> value_finding(const Verdict& verdict, std::string_view check, const CheckContext& context);

/// Fills the finding's sentence from the check's wording. Arguments every wording may use: claimed, rule, id, state, day.
void word_finding(Finding& finding, const Verdict& verdict, const CheckContext& context, std::map<std::string, std::string> arguments);

/// The quantity that a match points to.
const Quantity& quantity_of(const QuantityMatch& match, const Knowledge& knowledge);

/// What the rule fixes, in the language of the report where its pack can tell it, in the file's own terms where it cannot.
std::string rule_text(const Quantity& quantity, const Verdict& verdict, const CheckContext& context);

/// How the decision came about, a line a step, for `explain` and the report.
std::vector<std::string> derivation_of(const Verdict& verdict, const Knowledge& knowledge);

}  // namespace selaras
