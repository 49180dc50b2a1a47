// A8 policy/foreign-promise: what another state or its authority will do, promised without a rule of that state.
#pragma once

#include "check/statement_finding.h"

namespace selaras {

std::optional<Finding> check_policy_foreign_promise(const StatementVerdict& verdict, const CheckContext& context);

}  // namespace selaras
