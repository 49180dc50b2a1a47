#include "check/policy_contradiction.h"

namespace selaras {

std::optional<Finding> check_policy_contradiction(const StatementVerdict& verdict, const CheckContext& context) {
  return statement_finding(verdict, StatementOutcome::opposed, "policy/contradiction", context);
}

}  // namespace selaras
