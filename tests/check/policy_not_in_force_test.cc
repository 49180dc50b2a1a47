#include "examples.h"

using namespace selaras::test;

TEST_CASE("the examples of policy/not-in-force do what the rule and its page say") { check_examples("policy/not-in-force"); }

TEST_CASE("a finding of policy/not-in-force has no repair: what to say instead is the author's decision") {
  for (const auto& finding : findings_of("policy/not-in-force", project().checks().find("policy/not-in-force")->flag.front())) {
    CHECK_FALSE(finding.repair.has_value());
  }
}

TEST_CASE("a statement without a value can tell a plan as law") {
  const auto found = findings_of("policy/not-in-force", project().checks().find("policy/not-in-force")->flag.back());
  REQUIRE(found.size() == 1);
  REQUIRE(found.front().evidence.size() == 1);
  CHECK_FALSE(found.front().evidence.front()->holds_on(found.front().as_of));
}
