#include "examples.h"

using namespace selaras::test;

TEST_CASE("the examples of policy/stale do what the rule and its page say") { check_examples("policy/stale"); }

TEST_CASE("a finding of policy/stale leads with the rule that holds now") {
  const auto found = findings_of("policy/stale", project().checks().find("policy/stale")->flag.front());
  REQUIRE(found.size() == 1);
  REQUIRE_FALSE(found.front().evidence.empty());
  CHECK(found.front().evidence.front()->holds_on(found.front().as_of));
}
