#include "check/policy_wrong_party.h"

namespace selaras {

std::optional<Finding> check_policy_wrong_party(const StatementVerdict& verdict, const CheckContext& context) {
  return statement_finding(verdict, StatementOutcome::wrong_party, "policy/wrong-party", context);
}

}  // namespace selaras
