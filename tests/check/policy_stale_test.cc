#include "examples.h"

using namespace selaras::test;

TEST_CASE("the examples of policy/stale do what the rule and its page say") { check_examples("policy/stale"); }

TEST_CASE("a finding of policy/stale leads with the rule that holds now") {
  const auto found = findings_of("policy/stale", project().checks().find("policy/stale")->flag.front());
  REQUIRE(found.size() == 1);
  REQUIRE_FALSE(found.front().evidence.empty());
  CHECK(found.front().evidence.front()->holds_on(found.front().as_of));
}

TEST_CASE("a statement without a value is stale too, and nothing is put in its place") {
  const auto found = findings_of("policy/stale", project().checks().find("policy/stale")->flag.back());
  REQUIRE(found.size() == 1);
  REQUIRE(found.front().evidence.size() == 2);
  CHECK_FALSE(found.front().evidence.back()->holds_on(found.front().as_of));
  CHECK_FALSE(found.front().repair.has_value());
}
