#include "check/policy_quantity.h"

#include "judge/repair.h"

namespace selaras {

std::optional<Finding> check_policy_quantity(const Verdict& verdict, const CheckContext& context) {
  if (verdict.outcome != Outcome::other_value) return std::nullopt;
  auto finding = value_finding(verdict, "policy/quantity", context);
  if (!finding) return std::nullopt;
  const auto& rule = quantity_of(verdict.evidence.front(), context.knowledge);
  word_finding(*finding, verdict, context, {{"rule", rule_text(rule, verdict, context)}});
  if (auto text = repaired_value(*verdict.claim.value, slice(finding->file->text(), finding->span), rule)) {
    finding->repair = Repair{std::move(*text), finding->span};
  }
  return finding;
}

}  // namespace selaras
