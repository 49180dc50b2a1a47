// A3 policy/missing-condition: what a rule grants to those who meet a condition is promised without it.
#pragma once

#include "check/statement_finding.h"

namespace selaras {

std::optional<Finding> check_policy_missing_condition(const StatementVerdict& verdict, const CheckContext& context);

}  // namespace selaras
