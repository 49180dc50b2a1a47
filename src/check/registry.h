// The checks that exist, one line each in registry.cc: adding a check touches this list, its own file, its rule, its page, its test.
#pragma once

#include <optional>
#include <vector>

#include "check/value_finding.h"

namespace selaras {

using ValueCheck = std::optional<Finding> (*)(const Verdict&, const CheckContext&);

/// The checks that look at one verdict on a value.
const std::vector<ValueCheck>& value_checks();

}  // namespace selaras
