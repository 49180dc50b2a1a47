#include "policy/changes.h"

#include <algorithm>
#include <set>

namespace selaras {

std::vector<Change> changes_between(const PolicyBase& policies, Date first, Date second) {
  std::vector<Change> changes;
  std::set<ProvisionIndex> replaced;
  const auto held = [&](ProvisionIndex index) { return policies[index].holds_on(first) && !policies[index].holds_on(second); };
  const auto holds = [&](ProvisionIndex index) { return policies[index].holds_on(second) && !policies[index].holds_on(first); };
  const auto count = static_cast<ProvisionIndex>(policies.provisions().size());
  for (ProvisionIndex index = 0; index < count; ++index) {
    if (!holds(index)) continue;
    bool replaces = false;
    // Going back in time, the older rule is the one that holds on the second day.
    for (const auto other : first <= second ? policies.predecessors(index) : policies.successors(index)) {
      if (!held(other)) continue;
      changes.push_back({Change::Kind::replaced, &policies[other], &policies[index]});
      replaced.insert(other);
      replaces = true;
    }
    if (!replaces) changes.push_back({Change::Kind::began, nullptr, &policies[index]});
  }
  for (ProvisionIndex index = 0; index < count; ++index) {
    if (held(index) && !replaced.contains(index)) changes.push_back({Change::Kind::ended, &policies[index], nullptr});
  }
  return changes;
}

}  // namespace selaras
