#include "check/policy_foreign_promise.h"

namespace selaras {

std::optional<Finding> check_policy_foreign_promise(const StatementVerdict& verdict, const CheckContext& context) {
  const bool held = !verdict.evidence.empty();
  std::map<std::string, std::string> arguments = {{"held", held ? "yes" : "no"}};
  if (!held) arguments.insert({{"id", "none"}, {"statement", ""}});
  return statement_finding(verdict, StatementOutcome::foreign_promise, "policy/foreign-promise", context, std::move(arguments));
}

}  // namespace selaras
