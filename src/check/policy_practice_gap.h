// A14 policy/practice-gap: a rule told as practice that is known to be otherwise.
#pragma once

#include "check/statement_finding.h"

namespace selaras {

std::optional<Finding> check_policy_practice_gap(const StatementVerdict& verdict, const CheckContext& context);

}  // namespace selaras
