#include "check/policy_not_in_force.h"

namespace selaras {

std::optional<Finding> check_policy_not_in_force(const Verdict& verdict, const CheckContext& context) {
  if (verdict.outcome != Outcome::not_in_force) return std::nullopt;
  auto finding = value_finding(verdict, "policy/not-in-force", context);
  if (!finding) return std::nullopt;
  const auto& plan = context.knowledge.policies[verdict.repeated->provision];
  const bool governed = verdict.evidence.size() > 1;
  word_finding(*finding, verdict, context, {{"status", std::string(name(plan.status))},
                                   {"governed", governed ? "yes" : "no"},
                                   {"rule", governed ? rule_text(quantity_of(verdict.evidence[1], context.knowledge), verdict, context) : ""}});
  return finding;
}

std::optional<Finding> check_policy_not_in_force_statement(const StatementVerdict& verdict, const CheckContext& context) {
  if (verdict.outcome != StatementOutcome::not_in_force) return std::nullopt;
  const auto& plan = context.knowledge.policies[verdict.evidence.front().provision];
  return statement_finding(verdict, StatementOutcome::not_in_force, "policy/not-in-force", context,
                           {{"status", std::string(name(plan.status))}, {"governed", "no"}, {"rule", ""}});
}

}  // namespace selaras
