#include "check/policy_statistic.h"

namespace selaras {

std::optional<Finding> check_policy_statistic(const StatementVerdict& verdict, const CheckContext& context) {
  return statement_finding(verdict, StatementOutcome::statistic, "policy/statistic", context);
}

}  // namespace selaras
