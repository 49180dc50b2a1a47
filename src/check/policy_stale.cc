#include "check/policy_stale.h"

#include "judge/repair.h"

namespace selaras {
namespace {

/// The last day of the old rule, when it is known.
std::string ended_on(const Provision& old) { return old.in_force.to ? old.in_force.to->iso() : ""; }

}  // namespace

std::optional<Finding> check_policy_stale(const Verdict& verdict, const CheckContext& context) {
  if (verdict.outcome != Outcome::stale) return std::nullopt;
  auto finding = value_finding(verdict, "policy/stale", context);
  if (!finding) return std::nullopt;
  const auto& old = context.knowledge.policies[verdict.repeated->provision];
  const auto& governing = verdict.evidence.front();
  const bool replaced = governing.provision != verdict.repeated->provision;
  const auto& now = quantity_of(governing, context.knowledge);
  word_finding(*finding, verdict, context, {{"old", old.id},
                                   {"rule", replaced ? rule_text(now, verdict, context) : ""},
                                   {"replaced", replaced ? "yes" : "no"},
                                   {"ended", ended_on(old)},
                                   {"dated", old.in_force.to ? "yes" : "no"}});
  if (!replaced) return finding;
  if (auto text = repaired_value(*verdict.claim.value, slice(finding->file->text(), finding->span), now)) {
    finding->repair = Repair{std::move(*text), finding->span};
  }
  return finding;
}

std::optional<Finding> check_policy_stale_statement(const StatementVerdict& verdict, const CheckContext& context) {
  if (verdict.outcome != StatementOutcome::stale) return std::nullopt;
  const auto& policies = context.knowledge.policies;
  const auto& old = policies[verdict.evidence.back().provision];
  const bool replaced = verdict.evidence.size() > 1;
  std::map<std::string, std::string> arguments = {{"old", old.id}, {"replaced", replaced ? "yes" : "no"}, {"ended", ended_on(old)}, {"dated", old.in_force.to ? "yes" : "no"}};
  if (!replaced) arguments["rule"] = "";
  return statement_finding(verdict, StatementOutcome::stale, "policy/stale", context, std::move(arguments));
}

}  // namespace selaras
