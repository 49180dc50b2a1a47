// A12 policy/statistic: a figure about people without a source that is held.
#pragma once

#include "check/statement_finding.h"

namespace selaras {

std::optional<Finding> check_policy_statistic(const StatementVerdict& verdict, const CheckContext& context);

}  // namespace selaras
