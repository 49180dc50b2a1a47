// What changed in the law between two days.
#include "policy/changes.h"

#include "policies.h"

namespace selaras {
namespace {

using test::load_base;
using test::policy_file;
using test::provision;

std::string told(const PolicyBase& policies, const char* first, const char* second) {
  std::string text;
  for (const auto& change : changes_between(policies, *Date::parse_iso(first), *Date::parse_iso(second))) {
    if (change.before != nullptr) text += "-" + change.before->id + " ";
    if (change.after != nullptr) text += "+" + change.after->id + " ";
  }
  return text;
}

}  // namespace

TEST_CASE("between two days rules begin, end, and give way to others, also by way of rules in between") {
  const auto base = load_base({{"MY/a.yaml", policy_file("MY",
      provision("MY-WAGE-01", "    status: ended\n    in_force: {from: null, to: 2024-12-31}\n") +
      provision("MY-WAGE-02", "    supersedes: MY-WAGE-01\n    status: ended\n    in_force: {from: 2025-01-01, to: 2025-07-31}\n") +
      provision("MY-WAGE-03", "    supersedes: MY-WAGE-02\n    status: in-force\n    in_force: {from: 2025-08-01, to: null}\n") +
      provision("MY-WAGE-04", "    status: in-force\n    in_force: {from: 2025-03-01, to: null}\n") +
      provision("MY-WAGE-05", "    status: ended\n    in_force: {from: null, to: 2025-03-01}\n") +
      provision("MY-WAGE-06", "    status: proposed\n    in_force: {from: 2025-03-01, to: null}\n") +
      provision("MY-WAGE-07", "    status: in-force\n    in_force: {from: null, to: null}\n"))}});
  REQUIRE(base.told.empty());
  CHECK(told(base.policies, "2024-06-01", "2025-02-01") == "-MY-WAGE-01 +MY-WAGE-02 ");
  CHECK(told(base.policies, "2024-06-01", "2025-12-01") == "-MY-WAGE-01 +MY-WAGE-03 +MY-WAGE-04 -MY-WAGE-05 ");
  CHECK(told(base.policies, "2025-12-01", "2024-06-01") == "-MY-WAGE-03 +MY-WAGE-01 +MY-WAGE-05 -MY-WAGE-04 ");
  CHECK(told(base.policies, "2025-12-01", "2026-12-01").empty());
}

}  // namespace selaras
