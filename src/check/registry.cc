#include "check/registry.h"

#include "check/policy_not_in_force.h"
#include "check/policy_quantity.h"
#include "check/policy_stale.h"

namespace selaras {

const std::vector<ValueCheck>& value_checks() {
  static const std::vector<ValueCheck> checks = {check_policy_not_in_force, check_policy_stale, check_policy_quantity};
  return checks;
}

}  // namespace selaras
