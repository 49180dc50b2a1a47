#include "check/registry.h"

#include "check/policy_absolute.h"
#include "check/policy_contradiction.h"
#include "check/policy_foreign_promise.h"
#include "check/policy_missing_condition.h"
#include "check/policy_not_in_force.h"
#include "check/policy_overpromise.h"
#include "check/policy_practice_gap.h"
#include "check/policy_quantity.h"
#include "check/policy_stale.h"
#include "check/policy_statistic.h"
#include "check/policy_strength.h"
#include "check/policy_wrong_party.h"

namespace selaras {

const std::vector<ValueCheck>& value_checks() {
  static const std::vector<ValueCheck> checks = {check_policy_not_in_force, check_policy_stale, check_policy_quantity};
  return checks;
}

const std::vector<StatementCheck>& statement_checks() {
  static const std::vector<StatementCheck> checks = {
      check_policy_contradiction,
      check_policy_absolute,
      check_policy_missing_condition,
      check_policy_wrong_party,
      check_policy_strength,
      check_policy_foreign_promise,
      check_policy_overpromise,
      check_policy_statistic,
      check_policy_practice_gap,
      check_policy_stale_statement,
      check_policy_not_in_force_statement,
  };
  return checks;
}

}  // namespace selaras
