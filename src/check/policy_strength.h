// A5 policy/strength: what may be is told as what must or will be, or a duty as a choice.
#pragma once

#include "check/statement_finding.h"

namespace selaras {

std::optional<Finding> check_policy_strength(const StatementVerdict& verdict, const CheckContext& context);

}  // namespace selaras
