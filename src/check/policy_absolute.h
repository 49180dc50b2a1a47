// A2 policy/absolute: an absolute word against a rule that has exceptions or conditions.
#pragma once

#include "check/statement_finding.h"

namespace selaras {

std::optional<Finding> check_policy_absolute(const StatementVerdict& verdict, const CheckContext& context);

}  // namespace selaras
