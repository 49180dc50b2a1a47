// What the checks on statements share: turning a verdict on a statement into a finding with its evidence and its derivation, slot by slot.
// What is a check's own (when it speaks, what it says) is in the file of the check.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "check/finding.h"
#include "check/value_finding.h"
#include "judge/statement_verdict.h"

namespace selaras {

/// The finding of `check` for a verdict with this outcome, worded; nullopt for any other outcome, or when the check is off. Arguments that
/// every wording may use: claimed, rule (the norm as a sentence), statement, id, state, day, own (yes: the rule is the speaker's own
/// state's), and those given.
std::optional<Finding> statement_finding(const StatementVerdict& verdict, StatementOutcome outcome, std::string_view check, const CheckContext& context,
                                         std::map<std::string, std::string> arguments = {});

/// How the decision came about, a line a step, for `explain` and the report.
std::vector<std::string> derivation_of(const StatementVerdict& verdict, const Knowledge& knowledge);

/// The claim as it was read, in words of the ontology.
ClaimSummary summary_of(const StatementVerdict& verdict, const Knowledge& knowledge);

/// The statement's words in the file, without the blanks around them.
Span file_span_of(const StatementVerdict& verdict);

}  // namespace selaras
