// A10 policy/quantity: the message states another amount, age, period, date or number than the rule in force does.
#pragma once

#include "check/value_finding.h"

namespace selaras {

std::optional<Finding> check_policy_quantity(const Verdict& verdict, const CheckContext& context);

}  // namespace selaras
