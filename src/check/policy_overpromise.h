// A9 policy/overpromise: a guarantee that no provision gives.
#pragma once

#include "check/statement_finding.h"

namespace selaras {

std::optional<Finding> check_policy_overpromise(const StatementVerdict& verdict, const CheckContext& context);

}  // namespace selaras
