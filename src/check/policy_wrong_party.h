// A4 policy/wrong-party: the duty is told of somebody else than the rule binds.
#pragma once

#include "check/statement_finding.h"

namespace selaras {

std::optional<Finding> check_policy_wrong_party(const StatementVerdict& verdict, const CheckContext& context);

}  // namespace selaras
