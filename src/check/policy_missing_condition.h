// A3 policy/missing-condition: a benefit told without the condition it depends on.
#pragma once

#include "check/statement_finding.h"

namespace selaras {

std::optional<Finding> check_policy_missing_condition(const StatementVerdict& verdict, const CheckContext& context);

}  // namespace selaras
