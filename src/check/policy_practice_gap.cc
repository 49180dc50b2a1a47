#include "check/policy_practice_gap.h"

namespace selaras {

std::optional<Finding> check_policy_practice_gap(const StatementVerdict& verdict, const CheckContext& context) {
  return statement_finding(verdict, StatementOutcome::practice_gap, "policy/practice-gap", context);
}

}  // namespace selaras
