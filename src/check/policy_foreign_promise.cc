#include "check/policy_foreign_promise.h"

namespace selaras {

std::optional<Finding> check_policy_foreign_promise(const StatementVerdict& verdict, const CheckContext& context) {
  return statement_finding(verdict, StatementOutcome::foreign_promise, "policy/foreign-promise", context,
                           {{"held", verdict.evidence.empty() ? "no" : "yes"}});
}

}  // namespace selaras
