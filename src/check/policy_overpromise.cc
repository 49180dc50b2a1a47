#include "check/policy_overpromise.h"

namespace selaras {

std::optional<Finding> check_policy_overpromise(const StatementVerdict& verdict, const CheckContext& context) {
  return statement_finding(verdict, StatementOutcome::overpromise, "policy/overpromise", context);
}

}  // namespace selaras
