#include "check/policy_missing_condition.h"

namespace selaras {

std::optional<Finding> check_policy_missing_condition(const StatementVerdict& verdict, const CheckContext& context) {
  return statement_finding(verdict, StatementOutcome::missing_condition, "policy/missing-condition", context);
}

}  // namespace selaras
