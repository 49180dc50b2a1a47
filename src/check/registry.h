// The checks that exist, one line each in registry.cc: adding a check touches this list, its own file, its rule, its page, its test.
#pragma once

#include <optional>
#include <vector>

#include "check/statement_finding.h"

namespace selaras {

using ValueCheck = std::optional<Finding> (*)(const Verdict&, const CheckContext&);

using StatementCheck = std::optional<Finding> (*)(const StatementVerdict&, const CheckContext&);

/// The checks that look at one verdict on a statement.
const std::vector<StatementCheck>& statement_checks();

/// The checks that look at one verdict on a value.
const std::vector<ValueCheck>& value_checks();

}  // namespace selaras
