// A5 policy/strength: what may be is told as what must or will be, or the most of a penalty as what everybody gets.
#pragma once

#include "check/statement_finding.h"

namespace selaras {

std::optional<Finding> check_policy_strength(const StatementVerdict& verdict, const CheckContext& context);

}  // namespace selaras
