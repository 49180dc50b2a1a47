// A1 policy/contradiction: the message says the contrary of the rule in force.
#pragma once

#include "check/statement_finding.h"

namespace selaras {

std::optional<Finding> check_policy_contradiction(const StatementVerdict& verdict, const CheckContext& context);

}  // namespace selaras
