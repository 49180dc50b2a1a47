// What changed in the law between two days: rules that began, rules that ended, rules that gave way to another.
#pragma once

#include <vector>

#include "policy/policy_base.h"

namespace selaras {

struct Change {
  enum class Kind : uint8_t { replaced, began, ended };
  Kind kind = Kind::began;
  const Provision* before = nullptr;  // the rule of the first day; null when one began
  const Provision* after = nullptr;   // the rule of the second day; null when one ended
};

/// A rule that held on `first` and not on `second`, or the other way round. Where one replaced the other, directly or by way of rules in
/// between, the two are one change. In the order of the base, by the later rule where there is one.
std::vector<Change> changes_between(const PolicyBase& policies, Date first, Date second);

}  // namespace selaras
