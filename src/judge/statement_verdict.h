// What the policy base says of one statement, slot by slot (logic.md 6.3 to 6.9): borne out, opposed, of a rule that is over or only
// planned, more than the rule grants, of somebody else than it binds, or nothing that could be said, with the reason.
#pragma once

#include <string>
#include <vector>

#include "judge/statement_match.h"
#include "judge/value_verdict.h"

namespace selaras {

enum class StatementOutcome : uint8_t {
  not_evaluated,
  supported,
  opposed,          // A1: the rule says the contrary
  absolute,         // A2: an absolute word against an exception or a condition
  missing_condition,  // A3: promised without a condition that one must meet
  wrong_party,      // A4
  other_strength,   // A5: may told as must or will, the most of a penalty as everybody's
  stale,            // A6
  not_in_force,     // A7
  foreign_promise,  // A8
  overpromise,      // A9
  statistic,        // A12
  practice_gap,     // A14
};

/// A value of the statement, by its place among the values' verdicts, and the quantity that it is not.
struct DifferingValue {
  size_t value;
  QuantityMatch quantity;
};

struct StatementVerdict {
  StatementOutcome outcome = StatementOutcome::not_evaluated;
  Strength strength = Strength::likely;
  std::shared_ptr<const ClaimContext> context;
  std::vector<StatementMatch> evidence;    // what decided, best first
  std::vector<StatementMatch> considered;  // the nearest, for the explanation
  std::string reason;                      // not_evaluated: why
  std::vector<DifferingValue> differing;   // not_evaluated: values that are none of the nearest rule's
  std::vector<ProvisionIndex> nearest;     // provisions that the statement is surely about
  bool values_may_stand = false;           // not_evaluated: a value may still be borne out by the provision that the statement is nearest to
};

/// What a verdict needs, in thousandths (rules/weights.yaml): probabilities of "the same rule", and leads, which are differences between the
/// logarithms of the odds.
struct StatementThresholds {
  int support = 550;
  int lead = 100;      // by which the rule that supports leads every other provision that does not say the same
  int oppose = 700;
  int oppose_lead = 150;
  int stale = 650;
  int planned = 650;
  int ask = 500;
  int plain = 900;      // without any act read, where the signs agree
  int plain_lead = 900;
  int alike = 150;      // how much liker to what says the same as the rule than to every example of the contrary
  int gainsaid = 100;   // how much liker to an example of the contrary than to all that says the same
};

struct StatementRules {
  AboutWeights weights;
  StatementThresholds thresholds;
};

template <typename Archive>
void archive(Archive& a, StatementThresholds& value) {
  auto& [support, lead, oppose, oppose_lead, stale, planned, ask, plain, plain_lead, alike, gainsaid] = value;
  a(support, lead, oppose, oppose_lead, stale, planned, ask, plain, plain_lead, alike, gainsaid);
}

template <typename Archive>
void archive(Archive& a, StatementRules& value) {
  auto& [weights, thresholds] = value;
  a(weights, thresholds);
}

/// `values` are the verdicts on the values inside the statement.
StatementVerdict judge_statement(const std::shared_ptr<const ClaimContext>& context, const std::vector<const Verdict*>& values,
                                 const Candidates& candidates, const Knowledge& knowledge, const StatementRules& rules);

std::string_view name(StatementOutcome outcome);

}  // namespace selaras
