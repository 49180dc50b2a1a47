// A7 policy/not-in-force: the message tells a plan, a bill or an announcement as if it were law.
#pragma once

#include "check/statement_finding.h"

namespace selaras {

std::optional<Finding> check_policy_not_in_force(const Verdict& verdict, const CheckContext& context);
/// The same of a statement without a value.
std::optional<Finding> check_policy_not_in_force_statement(const StatementVerdict& verdict, const CheckContext& context);

}  // namespace selaras
