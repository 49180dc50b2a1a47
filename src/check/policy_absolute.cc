#include "check/policy_absolute.h"

namespace selaras {

std::optional<Finding> check_policy_absolute(const StatementVerdict& verdict, const CheckContext& context) {
  return statement_finding(verdict, StatementOutcome::absolute, "policy/absolute", context);
}

}  // namespace selaras
