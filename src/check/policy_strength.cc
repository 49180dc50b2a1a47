#include "check/policy_strength.h"

namespace selaras {

std::optional<Finding> check_policy_strength(const StatementVerdict& verdict, const CheckContext& context) {
  return statement_finding(verdict, StatementOutcome::other_strength, "policy/strength", context);
}

}  // namespace selaras
