#include "check/policy_foreign_promise.h"

namespace selaras {

std::optional<Finding> check_policy_foreign_promise(const StatementVerdict& verdict, const CheckContext& context) {
  std::map<std::string, std::string> arguments;
  if (verdict.evidence.empty()) arguments = {{"id", "none"}, {"statement", ""}};
  return statement_finding(verdict, StatementOutcome::foreign_promise, "policy/foreign-promise", context, std::move(arguments));
}

}  // namespace selaras
