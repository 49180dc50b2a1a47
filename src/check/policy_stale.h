// A6 policy/stale: the message repeats a rule that has been replaced or has ended.
#pragma once

#include "check/statement_finding.h"

namespace selaras {

std::optional<Finding> check_policy_stale(const Verdict& verdict, const CheckContext& context);
/// The same of a statement without a value.
std::optional<Finding> check_policy_stale_statement(const StatementVerdict& verdict, const CheckContext& context);

}  // namespace selaras
