#include "check/policy_omitted_consequence.h"

namespace selaras {

std::optional<Finding> check_policy_omitted_consequence(const StatementVerdict& verdict, const CheckContext& context) {
  return statement_finding(verdict, StatementOutcome::consequence_omitted, "policy/omitted-consequence", context);
}

}  // namespace selaras
