// A13 policy/omitted-consequence: a benefit told without the consequence that must be told with it.
#pragma once

#include "check/statement_finding.h"

namespace selaras {

std::optional<Finding> check_policy_omitted_consequence(const StatementVerdict& verdict, const CheckContext& context);

}  // namespace selaras
